import { isRecord } from "../../../domain/jws.ts";

/** An opinion while it is being written: its words, and the name that is given with it. */
export interface HalfOpinion {
  readonly text: string;
  readonly by: string;
}

/** Whether nothing is left of it. */
export function isEmptyOpinion({ text, by }: HalfOpinion): boolean {
  return text.trim() === "" && by.trim() === "";
}

/** Reads a kept one, or begins one; versions before this one kept the words alone. */
export function readHalfOpinion(kept: unknown): HalfOpinion {
  const { text, by } = isRecord(kept) ? kept : { text: kept, by: "" };
  return { text: typeof text === "string" ? text : "", by: typeof by === "string" ? by : "" };
}
