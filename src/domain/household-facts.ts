import type { Said } from "./said.ts";

/** A line of a household's diary: what was said, and whether it was taken back. */
export interface DiaryLine extends Said {
  readonly retracted: boolean;
  /** Id of the statement in whose place it stands, and of the one that stands in its own. */
  readonly corrects: string | null;
  readonly correctedBy: string | null;
  /** Whether this version of the app knows what it says. */
  readonly known: boolean;
}

/** What every fact keeps of the statement behind it. */
export interface Fact {
  readonly jti: string;
  readonly kid: string;
  /** Seconds. */
  readonly at: number;
  /** Whether `at` is only about right; absent where it is right. */
  readonly approximate?: boolean | undefined;
  readonly seq: number | null;
  /** Seconds: when an erasure took its words; absent where none did. */
  readonly erasedAt?: number | undefined;
}

export interface Pledge extends Fact {
  readonly campaign: string;
  readonly edition: number | string;
  readonly agreed: readonly string[];
  readonly declined: readonly string[];
  readonly medium: "screen" | "paper" | "link";
  readonly consent: string;
  readonly signer: string | undefined;
  readonly relation: string | undefined;
  readonly strokes: string | undefined;
  /** Whether the strokes are the letters of a name that the signer typed. */
  readonly typed: boolean;
  readonly photo: string | undefined;
  withdrawn: boolean;
}

export interface Consent extends Fact {
  readonly purposes: readonly string[];
  readonly version: number | string;
  readonly by: string | undefined;
}

export interface Delivery extends Fact {
  readonly edition: number | string;
  readonly how: "hand" | "meeting" | "link";
  /** Whether it is one more of an edition that the household had already. */
  readonly another?: unknown;
}

export interface Visit extends Fact {
  readonly outcome: "absent" | "comeBack" | "refused";
  /** Seconds; when to come again. */
  readonly appointment: number | undefined;
  readonly note: string | undefined;
}

export interface Opinion extends Fact {
  readonly article: number | string | undefined;
  /** Id of the change whose posted draft it is about. */
  readonly amendment?: string | undefined;
  readonly channel: "door" | "meeting" | "app";
  readonly kind: "question" | "proposal" | "report" | undefined;
  /** Whether its giver agreed to its being printed with the answer, without a name. */
  readonly mayPublish: boolean;
  readonly text: string | undefined;
  readonly by: string | undefined;
  forwarded: { readonly to: string; readonly on: string } | null;
  status: "given" | "received" | "forwarded" | "answered" | "done";
  answer: string | undefined;
  /** What stands of it in the handbook, and by which statement; the last one said. */
  published: { readonly jti: string; readonly question: string; readonly answer: string } | null;
  /** Seconds: when it was answered, or taken for done; null while somebody waits. */
  settledAt: number | null;
}

/** A fact that no screen needs more of than its words and figures. */
export interface HouseholdRecord extends Fact {
  readonly type: string;
  /** What it is about: the household, or another statement. */
  readonly sub: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly personal: Readonly<Record<string, unknown>>;
}

/** Everything the log says of one household. */
export interface Household {
  readonly id: string;
  /** Code of its tổ; null until it was registered. */
  area: string | null;
  members: number | null;
  number: number | string | undefined;
  head: string | undefined;
  address: string | undefined;
  phone: string | undefined;
  note: string | undefined;
  /** What became of it, where it is no more. */
  ended: { readonly how: "merged" | "split" | "closed"; readonly into: readonly string[] } | null;
  /** Purposes agreed to now. */
  purposes: string[];
  readonly consents: Consent[];
  readonly pledges: Pledge[];
  /** For each campaign the pledge that was preferred, where somebody chose. */
  readonly preferred: { [campaign: string]: string };
  readonly deliveries: Delivery[];
  readonly visits: Visit[];
  readonly opinions: Opinion[];
  readonly records: HouseholdRecord[];
  readonly diary: DiaryLine[];
  /** Whether personal fields were erased. */
  erased: boolean;
  /** For each field the weight of what set it. */
  readonly weights: { [field: string]: number };
}

/** What is said of a thing, and when: see `Said`. */
interface Weighed {
  readonly weight: number;
}

/** A household of which nothing is known. */
export function emptyHousehold(id: string): Household {
  return {
    id,
    area: null,
    members: null,
    number: undefined,
    head: undefined,
    address: undefined,
    phone: undefined,
    note: undefined,
    ended: null,
    purposes: [],
    consents: [],
    pledges: [],
    deliveries: [],
    visits: [],
    opinions: [],
    records: [],
    diary: [],
    erased: false,
    // By names that are different in each household: an object that has no form to keep takes them faster.
    weights: Object.create(null) as Household["weights"],
    preferred: Object.create(null) as Household["preferred"],
  };
}

/** What a fact keeps of its statement. */
export function factOf({ jti, kid, at, approximate, seq, erasedAt }: Fact | Said): Fact {
  return { jti, kid, at, approximate: approximate || undefined, seq, erasedAt };
}

/** What a household keeps of a statement that has no form of its own. */
export function recordOf(said: Said): HouseholdRecord {
  const { type, sub, body, personal } = said;
  return { ...factOf(said), type, sub, body, personal };
}

/** Sets a field if this is its latest word: by min(time made, time of receipt), ties by number, which is the order of the fold. */
export function setField<
  Name extends "area" | "members" | "number" | "head" | "address" | "phone" | "note" | "ended",
>(household: Household, name: Name, value: Household[Name] | undefined, said: Weighed): void {
  if (value === undefined || !isLatest(household, name, said)) return;
  (household as { [Key in Name]: Household[Key] })[name] = value;
}

/** Agrees to each purpose or takes it back; a consent that arrives late does not undo a withdrawal made after it. */
export function setPurposes(
  household: Household,
  purposes: readonly string[],
  agreed: boolean,
  said: Weighed,
): void {
  const changed = new Set(purposes.filter((purpose) => isLatest(household, `purpose:${purpose}`, said)));
  const others = household.purposes.filter((purpose) => !changed.has(purpose));
  household.purposes = agreed ? [...others, ...changed] : others;
}

/** Adds a pledge. One that arrives after the withdrawal that was made after it is withdrawn. */
export function addPledge(
  household: Household,
  pledge: Omit<Pledge, "withdrawn">,
  { weight }: Weighed,
): void {
  household.weights[`pledge:${pledge.jti}`] = weight;
  const withdrawn = weight < (household.weights[`withdrawn:${pledge.campaign}`] ?? -1);
  household.pledges.push({ ...pledge, withdrawn });
}

/** Withdraws the pledges of a campaign that were made until then; a later one stands. */
export function withdrawPledges(household: Household, campaign: string, said: Weighed): void {
  isLatest(household, `withdrawn:${campaign}`, said);
  for (const pledge of household.pledges) {
    const made = household.weights[`pledge:${pledge.jti}`] ?? -1;
    if (pledge.campaign === campaign && made <= said.weight) pledge.withdrawn = true;
  }
}

/** Whether this is the latest word on something so far, and remembers it if so: by weight, ties by number, which is the order of the fold. */
export function isLatest({ weights }: Household, name: string, { weight }: Weighed): boolean {
  if (weight < (weights[name] ?? -1)) return false;
  weights[name] = weight;
  return true;
}

/** The pledge that counts for a campaign: the preferred one, else the first in the log; undefined where there is none or it was withdrawn. */
export function countingPledge({ pledges, preferred }: Household, campaign: string): Pledge | undefined {
  const all = pledges.filter((pledge) => pledge.campaign === campaign && !pledge.withdrawn);
  return all.find(({ jti }) => jti === preferred[campaign]) ?? all[0];
}
