import type { ExistingHousehold } from "../../domain/import/household-list.ts";
import type { Result } from "../../domain/result.ts";
import type { Area } from "../../domain/ward-facts.ts";
import type { CallError } from "./call-error.ts";

/** What an office does besides to take in its list of households. */
export interface ListActs {
  /** Asks the ward to add areas that it has not got, and fetches what it then says of itself. */
  readonly addAreas: (ward: string, areas: readonly Area[]) => Promise<Result<null, CallError>>;
  /** Every household that this phone knows of, open or not, for a list to be set beside. */
  readonly listed: (ward: string) => Promise<readonly ExistingHousehold[]>;
}
