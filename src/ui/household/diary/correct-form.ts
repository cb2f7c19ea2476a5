import type { DiaryLine, Household } from "../../../domain/household-facts.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import type { Instead } from "./correcting.ts";

/** What each form of the sheet takes. */
export interface CorrectFormProps {
  readonly line: DiaryLine;
  readonly household: Household;
  readonly ward: WardView;
  /** Seconds. */
  readonly now: number;
  readonly busy: boolean;
  /** Why it could not be kept. */
  readonly trouble: string | null;
  /** In place of the draft of a key. Tells whether it was kept. */
  readonly onKeep: (instead: Instead, draft: string) => Promise<boolean>;
}

/** What a record says in a field, for a box; empty where it says nothing. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
