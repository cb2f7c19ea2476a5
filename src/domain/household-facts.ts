import type { Said } from "./said.ts";

/** A line of a household's diary: what was said, and whether it was taken back. */
export interface DiaryLine extends Said {
  readonly retracted: boolean;
  /** Whether this version of the app knows what it says. */
  readonly known: boolean;
}

/** What every fact keeps of the statement behind it. */
export interface Fact {
  readonly jti: string;
  readonly kid: string;
  /** Seconds. */
  readonly at: number;
  readonly seq: number | null;
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
}

export interface Visit extends Fact {
  readonly outcome: "absent" | "comeBack" | "refused";
  /** Seconds; when to come again. */
  readonly appointment: number | undefined;
  readonly note: string | undefined;
}

export interface Opinion extends Fact {
  readonly article: number | string | undefined;
  readonly channel: "door" | "meeting" | "app";
  readonly text: string | undefined;
  readonly by: string | undefined;
  forwarded: { readonly to: string; readonly on: string } | null;
  status: "given" | "received" | "forwarded" | "answered" | "done";
  answer: string | undefined;
}

/** A fact that no screen needs more of than its words and figures. */
export interface HouseholdRecord extends Fact {
  readonly type: string;
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

/** A household of which nothing is known. */
export function emptyHousehold(id: string): Household {
  return {
    id,
    ...{ area: null, members: null, number: undefined, head: undefined, address: undefined },
    ...{ phone: undefined, note: undefined, ended: null, purposes: [], consents: [], pledges: [], preferred: {} },
    ...{ deliveries: [], visits: [], opinions: [], records: [], diary: [], erased: false, weights: {} },
  };
}

/** What a fact keeps of its statement. */
export function factOf({ jti, kid, at, seq }: Said): Fact {
  return { jti, kid, at, seq };
}

/** What a household keeps of a statement that has no form of its own. */
export function recordOf(said: Said): HouseholdRecord {
  return { ...factOf(said), type: said.type, body: said.body, personal: said.personal };
}

/** Sets a field if this is its latest word: by min(time made, time of receipt), ties by number, which is the order of the fold. */
export function setField<Name extends "area" | "members" | "number" | "head" | "address" | "phone" | "note">(
  household: Household,
  name: Name,
  value: Household[Name] | undefined,
  { weight }: { readonly weight: number },
): void {
  if (value === undefined || weight < (household.weights[name] ?? -1)) return;
  household.weights[name] = weight;
  (household as { [Key in Name]: Household[Key] })[name] = value;
}

/** The pledge that counts for a campaign: the preferred one, else the first in the log; undefined where there is none or it was withdrawn. */
export function countingPledge({ pledges, preferred }: Household, campaign: string): Pledge | undefined {
  const all = pledges.filter((pledge) => pledge.campaign === campaign && !pledge.withdrawn);
  return all.find(({ jti }) => jti === preferred[campaign]) ?? all[0];
}
