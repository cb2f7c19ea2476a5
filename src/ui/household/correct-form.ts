import type { DiaryLine, Household } from "../../domain/household-facts.ts";
import type { WardView } from "../../phone/phone.ts";
import type { Instead } from "./correcting.ts";

/** What each form of the sheet takes. */
export interface CorrectFormProps {
  readonly line: DiaryLine;
  readonly household: Household;
  readonly ward: WardView;
  /** Seconds. */
  readonly now: number;
  readonly busy: boolean;
  readonly onKeep: (instead: Instead) => void;
}
