import type { Commendation } from "../../../domain/commendations.ts";
import type { HouseholdRow, WardView } from "../../../phone/phone.ts";
import type { Recording } from "../use-recording.ts";

/** What each part of the page is given. */
export interface PraiseProps {
  readonly ward: WardView;
  readonly rows: readonly HouseholdRow[];
  readonly busy: boolean;
  /** How a household or a group is called. */
  readonly titleOf: (one: Pick<Commendation, "place"> & { readonly group?: string | undefined }) => string;
  /** True once it is kept. */
  readonly onRecord: (recording: Recording) => Promise<boolean>;
}
