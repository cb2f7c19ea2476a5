import type { Result } from "../../domain/result.ts";
import type { CallError } from "./call-error.ts";

/** What a viewer's phone does: it asks, and says nothing. */
export interface ViewerActs {
  /** Asks the ward for the sums of this phone's areas, and keeps them: in `watch.draft` of `totalsKey`. */
  readonly fetchTotals: (ward: string) => Promise<Result<null, CallError>>;
}
