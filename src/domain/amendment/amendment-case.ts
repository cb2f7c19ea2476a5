import type { Fact } from "../household-facts.ts";
import type { Chapter } from "../ward-facts.ts";

/** What a file is about: words changed or added, all of it replaced, or the first covenant of a place. */
export const AMENDMENT_KINDS = ["change", "replace", "new"] as const;
export type AmendmentKind = (typeof AMENDMENT_KINDS)[number];

/** The steps of a change in their order; `result` or `ballots`, and `ended` where it is given up. */
export const STEPS = [
  "proposal",
  "posting",
  "opinions",
  "notice",
  "meeting",
  "result",
  "ballots",
  "minutes",
  "request",
  "decision",
  "force",
  "ended",
] as const;
export type Step = (typeof STEPS)[number];

/** A draft as it was posted. */
export interface PostedText {
  readonly title: string;
  readonly chapters: readonly Chapter[];
}

/** What is about to be recorded of a step. `figures` as the statement has them: see docs/protocol-additions.md. */
export interface NewStep {
  readonly step: Step;
  /** `2026-11-18`. */
  readonly date: string;
  readonly figures: Readonly<Record<string, unknown>>;
  readonly draft: PostedText | null;
  /** Names and free words. */
  readonly personal: Readonly<Record<string, string>>;
}

/** A step as it was recorded. */
export interface TakenStep extends NewStep, Fact {}

/** Why a step cannot be, and in which field to look; `values` for the sentence. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly field: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export type RefusalCode =
  | "lacking"
  | "noDate"
  | "future"
  | "before"
  | "noStep"
  | "closed"
  | "adoptedAlready"
  | "fewSupporters"
  | "tooManySupporters"
  | "proposalExpired"
  | "noDraft"
  | "notPosted"
  | "collectingTooShort"
  | "shortNotice"
  | "meetingTooSoon"
  | "otherDay"
  | "tooManyPresent"
  | "noQuorum"
  | "tooManyVotes"
  | "notEnough"
  | "isEnough"
  | "hadQuorum"
  | "team"
  | "witnesses"
  | "tooManyHandedOut"
  | "tooManyReturned"
  | "tooManyBallots"
  | "notAdopted"
  | "papersMissing"
  | "notRecognised"
  | "unsettles";

/** The file of one change. */
export interface AmendmentCase {
  readonly id: string;
  readonly jti: string;
  readonly kid: string;
  readonly at: number;
  /** Code of the khu phố. */
  readonly area: string;
  readonly covenant: string;
  readonly kind: AmendmentKind;
  readonly title: string;
  /** Residents are to pay something: two thirds of all households have to agree. */
  readonly money: boolean;
  /** The steps that count now, in their order. */
  readonly steps: readonly TakenStep[];
  /** Steps that a later one has overtaken: a meeting without its quorum, a draft that was posted anew. */
  readonly past: readonly TakenStep[];
  /** Recorded steps that the law does not let count, and why. */
  readonly disputed: readonly { readonly taken: TakenStep; readonly refusals: readonly Refusal[] }[];
}

/** The last one of a kind of step that counts. */
export function stepOf({ steps }: Pick<AmendmentCase, "steps">, step: Step): TakenStep | undefined {
  return steps.find((one) => one.step === step);
}

/** A whole number of 0 or more among figures; null where there is none. */
export function countIn(figures: NewStep["figures"], name: string): number | null {
  const value = figures[name];
  return typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : null;
}

/** A text among figures; "" where there is none. */
export function textIn(figures: NewStep["figures"], name: string): string {
  const value = figures[name];
  return typeof value === "string" ? value : "";
}
