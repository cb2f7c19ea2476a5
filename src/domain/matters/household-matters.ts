import type { Opinion } from "../household-facts.ts";
import type { AnswerWord } from "./crossing.ts";
import type { DataRequest } from "./data-requests.ts";
import type { OpinionHousehold } from "./opinion-cases.ts";

/** What a household said to the ward, and asked of it. */
export interface HouseholdMatters {
  readonly household: OpinionHousehold;
  readonly opinions: readonly Opinion[];
  readonly requests: readonly DataRequest[];
  /** What the ward said about them, word by word; see `crossing.ts`. */
  readonly answers: readonly AnswerWord[];
  /** The edition of each printed copy that it was handed, of one that is no more; none of one that is, whose row tells. */
  readonly copies: readonly (number | string)[];
}
