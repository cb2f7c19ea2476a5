import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import type { Recording } from "../use-recording.ts";
import type { PraiseTitle } from "./use-praise.ts";

/** What each part of the page is given. */
export interface PraiseProps {
  readonly ward: WardView;
  readonly rows: readonly HouseholdRow[];
  readonly busy: boolean;
  /** How a household or a group is called. */
  readonly titleOf: PraiseTitle;
  /** As a paper names it, in Vietnamese. */
  readonly titleOnPaper: PraiseTitle;
  /** True once it is kept. */
  readonly onRecord: (recording: Recording) => Promise<boolean>;
}
