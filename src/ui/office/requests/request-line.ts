import type { AnswerWord } from "../../../domain/matters/crossing.ts";
import type { DataRequest } from "../../../domain/matters/data-requests.ts";
import type { HouseholdMatters } from "../../../domain/matters/household-matters.ts";

/** A request with whose it is. */
export interface RequestLine {
  readonly request: DataRequest;
  readonly household: HouseholdMatters["household"];
  /** What was answered, the answer that holds last. */
  readonly words: readonly AnswerWord[];
  /** Those of them that crossed; see `crossing.ts`. */
  readonly crossing: readonly AnswerWord[];
}

/** What was just done; `jti` is what takes it back, null where nothing does. */
export interface RequestDone {
  readonly what: "answered" | "erased" | "made";
  readonly jti: string | null;
  readonly household: string;
}
