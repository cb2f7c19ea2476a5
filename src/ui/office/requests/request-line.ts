import type { DataRequest } from "../../../domain/matters/data-requests.ts";
import type { HouseholdMatters } from "../../../domain/matters/household-matters.ts";

/** A request with whose it is. */
export interface RequestLine {
  readonly request: DataRequest;
  readonly household: HouseholdMatters["household"];
}

/** What was just done; `jti` is what takes it back, null where nothing does. */
export interface RequestDone {
  readonly what: "answered" | "erased" | "made";
  readonly jti: string | null;
  readonly household: string;
}
