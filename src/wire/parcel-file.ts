import { wholeNumber } from "../domain/words/whole-number.ts";
import * as v from "valibot";
import { isWardSlug } from "../domain/ids.ts";
import { err, ok, type Result } from "../domain/result.ts";

/** Sealed statements and photos in one file, and what a carrier sees of it. */
export interface ParcelFile {
  readonly ward: string;
  /** How many there should be. */
  readonly count: number;
  /** Those that came in one piece, as compact JWEs. */
  readonly parcels: readonly string[];
}

/** Bytes that a file may have: a round of paper pledges with their photos many times over. */
export const MOST_FILE_BYTES = 64 * 1024 * 1024;

/** Bytes that one parcel may have: a photo of 2 MiB, sealed. */
export const MOST_PARCEL_BYTES = 3 * 1024 * 1024;

/** Writes a `.stq` file: a line of JSON that says whose it is and how many follow, then a compact JWE a line. */
export function formatParcelFile(ward: string, parcels: readonly string[]): string {
  return [JSON.stringify({ stq: 1, ward, count: parcels.length }), ...parcels]
    .map((line) => `${line}\n`)
    .join("");
}

/** How many of these, from the first on, a file has room for. */
export function countFitting(parcels: readonly string[]): number {
  let bytes = MOST_HEAD_BYTES;
  const upTo = parcels.findIndex(({ length }) => (bytes += length + 1) > MOST_FILE_BYTES);
  return upTo < 0 ? parcels.length : upTo;
}

/** Reads a `.stq` file as far as it is whole: a line that was cut or damaged, or is longer than the ward takes, must not take the others along. `foreign`: it is none. */
export function readParcelFile(text: string): Result<ParcelFile, "foreign"> {
  const [first = "", ...rest] = text.split("\n");
  const head = readHead(first);
  if (!head) return err("foreign");
  // What no line break ends was cut, and what comes after the last one that was counted is somebody else's.
  const lines = rest.slice(0, -1).slice(0, head.count);
  const isParcel = (line: string) => line.length <= MOST_PARCEL_BYTES && JWE.test(line);
  return ok({ ward: head.ward, count: head.count, parcels: lines.filter(isParcel) });
}

const MOST_HEAD_BYTES = 1000;

/** RFC 7516 §7.1 with ECDH-ES, whose key is agreed upon and not sent: the second part is empty. */
const JWE = /^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/;

const head = v.looseObject({
  stq: v.literal(1),
  ward: v.custom<string>(isWardSlug),
  count: v.pipe(wholeNumber, v.maxValue(100_000)),
});

function readHead(line: string): v.InferOutput<typeof head> | null {
  if (line.length > MOST_HEAD_BYTES) return null;
  try {
    const read = v.safeParse(head, JSON.parse(line));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
