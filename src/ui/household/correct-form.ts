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
  /** With `half` in place of the draft of that key. */
  readonly onKeep: (instead: Instead, half?: string) => void;
}

/** What a record says in a field, for a box; empty where it says nothing. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
