import type { DataRequest } from "./data-requests.ts";
import type { Opinion } from "./household-facts.ts";
import type { OpinionHousehold } from "./opinion-cases.ts";

/** What a household said to the ward, and asked of it. */
export interface HouseholdMatters {
  readonly household: OpinionHousehold;
  readonly opinions: readonly Opinion[];
  readonly requests: readonly DataRequest[];
  /** Of one that is no more: the edition of each printed copy that it was handed; absent where it was handed none. */
  readonly copies?: readonly (number | string)[];
}
