import { dateOf, dayAt } from "../days/campaign-days.ts";
import type { HouseholdRecord } from "../household-facts.ts";
import { isHouseholdId, isWithin } from "../ids.ts";
import { isRecord } from "../jws.ts";
import type { Draft } from "../statement.ts";
import type { WardRecord } from "../ward-facts.ts";
import { isAboutNaming, NAMED_PURPOSE, NAMED_VERSION } from "./naming.ts";

/** Levels that the forms offer; a log may hold others. */
export const COMMENDATION_LEVELS = ["phuong", "khuPho"] as const;

/** A household or a group that was put forward or praised. */
export interface Commendation {
  readonly jti: string;
  readonly kid: string;
  /** Household id, area code or ward slug. */
  readonly place: string;
  readonly stage: "proposed" | "granted";
  readonly level: string;
  /** Year `2026`. */
  readonly period: string;
  /** Date: of the decision; of a proposal, and where none is said, the day on which it was recorded. */
  readonly on: string;
  /** Number of the decision. */
  readonly decision: string | undefined;
  /** A group's own name; absent of a household, and of an area as such. */
  readonly group: string | undefined;
  /** What for, where this phone may read it. */
  readonly reason: string | undefined;
  /** Of a granted one: the proposal that it follows. */
  readonly proposal: string | undefined;
  /** Of a proposal: the rule that put it forward; absent where somebody did. */
  readonly byRule: string | undefined;
  /** Of a granted one: consent by which the household is named in a handbook, of which area, and the name that it agreed to. */
  readonly consent: string | undefined;
  readonly area: string | undefined;
  readonly name: string | undefined;
}

export type NewProposal = Pick<Commendation, "place" | "level" | "period" | "group" | "reason" | "byRule">;
export type NewGrant = Omit<Commendation, "jti" | "kid" | "stage" | "byRule">;

/** A household with its records. */
interface Recorded {
  readonly id: string;
  readonly records?: readonly HouseholdRecord[] | undefined;
}

/** All that stand of a ward, the latest first: about areas from the ward's records, about households from theirs. Rules are none. */
export function commendationsIn(
  ward: readonly WardRecord[],
  households: readonly Recorded[],
): Commendation[] {
  // Of a household that agreed to be named, the ward's records hold it too.
  const ofAreas = ward.filter(({ sub }) => !isHouseholdId(sub)).map((one) => commendationOf(one.sub, one));
  const ofHouseholds = households.flatMap(({ id, records = [] }) =>
    records.map((one) => commendationOf(id, one)),
  );
  return [...ofAreas, ...ofHouseholds].filter((one) => one !== null).sort(byDay);
}

/** Proposals about which nothing was decided: none of the same place, level and year was granted, nor any that names them. */
export function openProposals(all: readonly Commendation[]): Commendation[] {
  const granted = all.filter(({ stage }) => stage === "granted");
  const [settled, places] = [new Set(granted.map(({ proposal }) => proposal)), new Set(granted.map(keyOf))];
  return all.filter((one) => one.stage === "proposed" && !settled.has(one.jti) && !places.has(keyOf(one)));
}

/** Those that were granted. */
export function grantedOnes(all: readonly Commendation[]): Commendation[] {
  return all.filter(({ stage }) => stage === "granted");
}

/** What is said to put somebody forward. */
export function proposalDraft({ place, level, period, group, reason, byRule }: NewProposal): Draft {
  const body = { level, period, ...said({ group, byRule }) };
  return { type: "commendation.proposed", sub: place, body, personal: { for: reason } };
}

/** What is said when praise was decided. A household's name goes along only with its consent. */
export function grantDraft(grant: NewGrant): Draft {
  const { place, level, period, on, decision, group, proposal, consent, area, reason, name } = grant;
  const named = consent === undefined ? {} : { consent, area };
  const body = { level, period, on, ...said({ decision, group, proposal, ...named }) };
  const personal = consent === undefined ? { for: reason } : { for: reason, name };
  return { type: "commendation.granted", sub: place, body, personal };
}

/** What a household's agreement to be named is said by: a consent of its own, apart from every other. `at` in seconds. */
export function namedConsentDraft(household: string, by: string, at: number): Draft {
  const body = { purposes: [NAMED_PURPOSE], version: NAMED_VERSION, at };
  return { type: "consent.given", sub: household, body, personal: { by } };
}

/** What its change of mind is said by. */
export function namedWithdrawalDraft(household: string): Draft {
  return { type: "consent.withdrawn", sub: household, body: { purposes: [NAMED_PURPOSE] } };
}

/** What a handbook shows of praise. */
export interface ShownCommendation {
  readonly jti: string;
  readonly level: string;
  readonly period: string;
  readonly on: string;
  readonly decision: string | undefined;
  /** Area code or ward slug of a group; null of a household. */
  readonly area: string | null;
  /** A group's own name, or the name that a household agreed to. */
  readonly name: string | undefined;
  readonly reason: string | undefined;
}

/**
 * What the handbook of an area shows, the latest first: groups there, and households by the name that they agreed to, unless
 * they have gone back on it since. A reader's phone has of households only what the ward lets it have.
 */
export function shownCommendations(
  records: readonly WardRecord[],
  ward: string,
  code: string,
): ShownCommendation[] {
  const isHere = (area: string) => area === ward || isWithin(area, code) || isWithin(code, area);
  return records
    .flatMap((record): ShownCommendation[] => {
      const one = commendationOf(record.sub, record);
      if (one?.stage !== "granted") return [];
      const { jti, place, level, period, on, decision, group } = one;
      const facts = { jti, level, period, on, decision };
      if (isHouseholdId(place)) {
        const isShown = isHere(one.area ?? ward) && isNamed(one, records);
        return isShown ? [{ ...facts, area: null, name: one.name, reason: one.reason }] : [];
      }
      // What for, of a group, is a disclosure that only those who work there read.
      return isHere(place) ? [{ ...facts, area: place, name: group, reason: undefined }] : [];
    })
    .sort(byDay);
}

/** The same for the whole ward, each once. */
export function shownInWard(
  { slug, areas }: { readonly slug: string; readonly areas: readonly { readonly code: string }[] },
  records: readonly WardRecord[],
): ShownCommendation[] {
  const all = [slug, ...areas.map(({ code }) => code)].flatMap((code) =>
    shownCommendations(records, slug, code),
  );
  return [...new Map(all.map((one) => [one.jti, one])).values()].sort(byDay);
}

/**
 * Whether a household may be named: it agreed to this name, and did not take that back after it had agreed. Where the consent
 * is not in sight, as with a reader, the ward has looked.
 */
export function isNamed(
  { place, consent, name }: Pick<Commendation, "place" | "consent" | "name">,
  records: readonly Pick<WardRecord, "type" | "jti" | "sub" | "at" | "body">[],
): boolean {
  if (consent === undefined || name === undefined) return false;
  const agreed = records.find(({ type, jti }) => type === "consent.given" && jti === consent);
  if (!agreed) return true;
  return !records.some(
    ({ type, sub, at, body }) =>
      type === "consent.withdrawn" && sub === place && at >= agreed.at && isAboutNaming(body),
  );
}

function commendationOf(
  place: string,
  { type, jti, kid, at, body, personal }: Omit<HouseholdRecord, "seq">,
): Commendation | null {
  if (type !== "commendation.proposed" && type !== "commendation.granted") return null;
  const { level, period, on, decision, group, rule, proposal, byRule, consent, area } = body;
  if (isRecord(rule) || typeof level !== "string") return null;
  const day = textIn(on) ?? dateOf(dayAt(at));
  return {
    jti,
    kid,
    place,
    stage: type === "commendation.granted" ? "granted" : "proposed",
    level,
    period: textIn(period) ?? day.slice(0, 4),
    on: day,
    decision: textIn(decision),
    group: textIn(group),
    reason: textIn(personal["for"]),
    proposal: textIn(proposal),
    byRule: textIn(byRule),
    consent: textIn(consent),
    area: textIn(area),
    name: textIn(personal["name"]),
  };
}

function keyOf({ place, level, period, group }: Commendation): string {
  return JSON.stringify([place, level, period, group ?? ""]);
}

function byDay(a: { readonly on: string; readonly jti: string }, b: typeof a): number {
  return a.on === b.on ? (a.jti < b.jti ? 1 : -1) : a.on < b.on ? 1 : -1;
}

/** Without what is not said. */
function said(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((one): one is [string, string] => one[1] !== undefined),
  );
}

function textIn(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
