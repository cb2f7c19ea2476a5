import * as v from "valibot";
import { isWardSlug } from "../../domain/ids.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import { wholeNumber } from "../../domain/words/whole-number.ts";
import type { LogEnd } from "../store/log-ends.ts";

/** What a backup says of itself: its first file, `manifest.json`. */
export interface Manifest {
  readonly format: typeof FORMAT;
  /** Of the program that made it. */
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly store: "sqlite" | "postgres";
  readonly wards: readonly LogEnd[];
}

export const FORMAT = "so-tay-backup/1";

/** Names of the files in a backup. */
export const MANIFEST = "manifest.json";
export const SQLITE_FILE = "so-tay.sqlite";
export const POSTGRES_FILE = "so-tay.pgdump";

/** Reads a manifest; `not-a-backup` where it is none of this format. */
export function readManifest(text: string): Result<Manifest, "not-a-backup"> {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), manifest), text);
  return read.success ? ok(read.output) : err("not-a-backup");
}

const logEnd = v.object({ ward: v.custom<string>(isWardSlug), epoch: v.string(), head: wholeNumber });
const manifest = v.object({
  format: v.literal(FORMAT),
  version: v.string(),
  madeAt: v.number(),
  store: v.picklist(["sqlite", "postgres"]),
  wards: v.array(logEnd),
});
