import { factOf, type Fact } from "./household-facts.ts";
import type { Said } from "./said.ts";

export interface Area {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly into?: string | undefined;
}

export interface PublicKey {
  readonly kty: "EC";
  readonly crv: "P-256";
  readonly x: string;
  readonly y: string;
}

/** A device that the ward key made known. */
export interface Device {
  readonly kid: string;
  readonly key: PublicKey;
  readonly role: "office" | "volunteer" | "household" | "viewer";
  areas: readonly string[];
  households: readonly string[];
  readonly person: string;
  readonly household: string | null;
  /** SHA-256 of the code, or id of the signed invite, by which it came. */
  readonly invite: string;
  readonly deviceName: string | undefined;
  readonly personName: string | undefined;
  /** Seconds. */
  readonly enrolledAt: number;
  /** Number in the log from which it speaks no more; 0 where the phone knows it before the ward. */
  revokedSeq: number | null;
}

export interface Article {
  readonly number: number | string;
  readonly title: string;
  readonly text: string;
}

export interface Chapter {
  readonly title: string;
  readonly articles: readonly Article[];
}

export interface Covenant extends Fact {
  readonly area: string;
  readonly covenant: string;
  readonly edition: number | string;
  readonly title: string;
  readonly recognition: { readonly number: string; readonly date: string; readonly authority: string };
  readonly inForce: string;
  /** The change from which it came. */
  readonly amendment?: string | undefined;
  readonly chapters: readonly Chapter[];
}

/** What stands of a covenant in another language; only the covenant's own words are in force. */
export interface Translation {
  /** BCP 47. */
  readonly lang: string;
  readonly reviewed: boolean;
  readonly title: string;
  /** Those of its articles that are translated. */
  readonly chapters: readonly Chapter[];
}

export interface HandbookDecision {
  readonly title: string;
  readonly number: string;
  readonly date: string;
  readonly authority: string;
  readonly text?: string | undefined;
}

export interface Handbook extends Fact {
  readonly area: string;
  readonly edition: number | string;
  readonly covenant: string;
  readonly covenantEdition: number | string;
  readonly introduction: string;
  readonly decisions: readonly HandbookDecision[];
  readonly opinions: readonly {
    readonly text: string;
    readonly answer?: string | undefined;
    readonly article?: number | string | undefined;
  }[];
  readonly contacts: readonly {
    readonly office: string;
    readonly name?: string | undefined;
    readonly phone: string;
  }[];
  readonly translations?: readonly Translation[] | undefined;
}

export interface CampaignItem {
  readonly id: string;
  readonly text: string;
  readonly article: number | string;
}

/** What a campaign's households are asked to consent to. */
export interface CampaignConsent {
  readonly version: number | string;
  readonly purposes: readonly { readonly id: string; readonly text: string }[];
}

/** Words of a campaign that do not stand any more, for whoever signed under them. */
export interface FormerWords {
  readonly words: CampaignItem | CampaignConsent;
  /** Seconds: from when on they stood no more. */
  readonly until: number;
}

export interface Campaign extends Fact {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly editions: { readonly [area: string]: number | string };
  readonly items: readonly CampaignItem[];
  readonly consent: CampaignConsent;
  /** In the order in which they went; `campaign-words.ts` looks them up. */
  readonly former?: readonly FormerWords[] | undefined;
  closed: boolean;
  /** The one that it replaced without its office having known of that. */
  readonly unseen?: Fact | undefined;
}

export interface PublicAnswer extends Fact {
  readonly opinion: string;
  readonly area: string | null;
  readonly question: string;
  readonly answer: string;
}

export interface Indicator {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly better: "up" | "down";
  /** The article that it measures, where it is said. */
  readonly article?: number | string | undefined;
}

export interface Observation extends Fact {
  readonly about: string;
  readonly indicator: string;
  readonly period: string;
  readonly numerator: number | undefined;
  readonly denominator: number | undefined;
  readonly value: number | undefined;
}

/** A fact of the ward that no screen shows in a form of its own yet. */
export interface WardRecord extends Fact {
  readonly type: string;
  readonly sub: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly personal: Readonly<Record<string, unknown>>;
}

/** What was said of a change to a covenant, and in which area. */
export interface AmendmentRecord extends WardRecord {
  readonly in: string;
}

/** Everything the log says of the ward itself: whoever and whatever is no household. */
export interface Ward {
  readonly slug: string;
  name: string;
  kind: string;
  province: string;
  /** Whether its households and people are invented. */
  demo: boolean;
  /** Days within which it means to answer an opinion. */
  opinionDays: number;
  /** On which basis it keeps the list of its households, in a sentence, where it has said one. */
  basis?: string | undefined;
  keys: { readonly sign: PublicKey; readonly seal: PublicKey } | null;
  areas: readonly Area[];
  readonly devices: { [kid: string]: Device };
  /** Names of the keys that spoke for the ward itself. */
  readonly wardKeys: string[];
  readonly covenants: Covenant[];
  readonly handbooks: Handbook[];
  readonly campaigns: Campaign[];
  readonly answers: PublicAnswer[];
  readonly indicators: { [id: string]: Indicator };
  readonly observations: Observation[];
  /** Opinions about an area, and what became of them. */
  readonly opinions: WardRecord[];
  readonly meetings: WardRecord[];
  readonly amendments: AmendmentRecord[];
  readonly records: WardRecord[];
  readonly cancelledInvites: string[];
}

/** Days for an answer, of a ward that has not said its own. */
export const OPINION_DAYS = 15;

/** A ward of which nothing is known. */
export function emptyWard(slug: string): Ward {
  return {
    slug,
    name: slug,
    kind: "",
    province: "",
    demo: false,
    opinionDays: OPINION_DAYS,
    keys: null,
    areas: [],
    covenants: [],
    handbooks: [],
    campaigns: [],
    answers: [],
    observations: [],
    devices: Object.create(null) as Ward["devices"],
    indicators: Object.create(null) as Ward["indicators"],
    opinions: [],
    meetings: [],
    amendments: [],
    records: [],
    cancelledInvites: [],
    wardKeys: [],
  };
}

/** What is kept of a statement that has no form of its own. */
export function wardRecordOf(said: Said): WardRecord {
  const { type, sub, body, personal } = said;
  return { ...factOf(said), type, sub, body, personal };
}

/** What is kept of a statement about a change to a covenant. */
export function amendmentRecordOf(said: Said): AmendmentRecord {
  return { ...wardRecordOf(said), in: said.in ?? "" };
}

/** The campaign that runs: the one opened last that nobody closed, by its first day. */
export function currentCampaign({ campaigns }: Pick<Ward, "campaigns">): Campaign | undefined {
  return campaigns.filter(({ closed }) => !closed).reduce<Campaign | undefined>(laterCampaign, undefined);
}

/** What stands for an area or, where it has none of its own, for the nearest one around it; the latest said wins. */
export function nearest<Thing extends { readonly area: string }>(
  things: readonly Thing[],
  area: string,
): Thing | undefined {
  for (let code = area; code !== ""; code = code.slice(0, Math.max(0, code.lastIndexOf("/")))) {
    const found = things.findLast((thing) => thing.area === code);
    if (found) return found;
  }
  return undefined;
}

function laterCampaign(best: Campaign | undefined, next: Campaign): Campaign {
  return best && best.from > next.from ? best : next;
}
