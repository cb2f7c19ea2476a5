import * as v from "valibot";
import { REQUEST_CHANNELS, REQUEST_KINDS } from "../../../domain/kinds/request-made.ts";
import type { WrittenRequest } from "./request-statements.ts";

/** All of a request that is being written down, but for the household's words. */
export type Whose = Omit<WrittenRequest, "text">;

/** Where it is kept until it is said. */
export function whoseKey(ward: string): string {
  return `request/${ward}`;
}

/** Where the words are kept: apart, by the household, with whose erasure they go. None is "". */
export function wordsKey(ward: string, household: string): string {
  return `request-words/${ward}/${household}`;
}

/** Reads a kept one, or begins one of `today` (`2026-11-28`). */
export function readWhose(kept: unknown, today: string): Whose {
  const read = v.safeParse(schema, kept);
  return read.success ? read.output : { household: "", kind: "see", channel: "paper", on: today };
}

/** Reads kept words. */
export function readWords(kept: unknown): string {
  return typeof kept === "string" ? kept : "";
}

const schema = v.object({
  household: v.string(),
  kind: v.picklist(REQUEST_KINDS),
  channel: v.picklist(REQUEST_CHANNELS),
  on: v.string(),
});
