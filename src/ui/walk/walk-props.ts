import type { HouseholdRow, Membership, WardView } from "../../phone/phone.ts";

/** What every part of the walk stands on. */
export interface WalkProps {
  readonly membership: Membership;
  readonly ward: WardView;
  readonly rows: readonly HouseholdRow[];
  readonly groups: ReadonlyMap<string, readonly HouseholdRow[]>;
  /** The tổ that was chosen in the round; "" for all in sight. */
  readonly area: string;
  readonly onChoose: (area: string) => void;
}
