import * as v from "valibot";
import { isRecord, isSignature } from "../domain/jws.ts";
import { err, ok, type Result } from "../domain/result.ts";
import type { PlainParts } from "../domain/signed/plain-form.ts";
import { LENGTHS, RECORD } from "./columns.ts";
import { pageEnd, type PageEnd, type PageLine, type PlainLine, type ColumnPage } from "./page.ts";
import {
  cut,
  isTextList,
  isIndexList,
  unpackDifferences,
  unpackObjects,
  unpackRecords,
} from "./unpack-records.ts";

/** Reads a page in columns: of each statement its parts, whose texts are those that were sent byte for byte. */
export function readColumns(text: string): Result<ColumnPage, "cut-off" | "broken"> {
  const page = readJson(text);
  if (page === undefined) return err("cut-off");
  if (!isRecord(page)) return err("broken");
  const end = v.safeParse(pageEnd, page["end"]);
  const lines = readLines(page["columns"]);
  return end.success && lines ? ok({ lines, end: end.output }) : err("broken");
}

/** Reads a page that comes piece by piece. */
export interface PieceReader {
  /** Takes what has come next of the text, wherever it was cut. */
  readonly take: (text: string) => void;
  /** Where the last piece ends that came whole: each counts by itself, whatever became of those after it. */
  readonly finish: () => Result<PageEnd, "cut-off" | "broken">;
}

/** Tells each piece, as `readColumns` reads it, as soon as it is whole. Nothing counts from a broken piece on. */
export function createPieceReader(onPiece: (piece: ColumnPage) => void): PieceReader {
  // Of the record that has begun: put together once, when its end has come.
  let begun: string[] = [];
  let end: PageEnd | null = null;
  let isBroken = false;

  function readRecord(text: string): void {
    const page = text.startsWith(RECORD) && !isBroken ? readColumns(text.slice(RECORD.length)) : null;
    if (page?.ok) {
      onPiece(page.value);
      end = page.value.end;
    } else isBroken = true;
  }

  return {
    take(text) {
      const [first = "", ...more] = text.split("\n");
      begun.push(first);
      for (const next of more) {
        readRecord(begun.join(""));
        begun = [next];
      }
    },
    finish() {
      if (end) return ok(end);
      return err(isBroken ? "broken" : "cut-off");
    },
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readLines(columns: unknown): (PageLine | PlainLine)[] | null {
  if (!isRecord(columns) || !Array.isArray(columns["seq"]) || !Array.isArray(columns["asSent"])) return null;
  const count = columns["seq"].length;
  const seq = unpackDifferences(columns["seq"], count);
  const at = unpackDifferences(columns["at"], count);
  const asSent = new Map<unknown, unknown>(
    columns["asSent"].filter(Array.isArray).map(([place, s]) => [place, s]),
  );
  const packed = readPacked(columns, count - asSent.size);
  if (!seq || !at || !packed) return null;
  let next = 0;
  const lines = seq.map((number, place): PageLine | PlainLine => {
    const time = at[place] ?? 0;
    const s = asSent.get(place);
    if (typeof s === "string") return { seq: number, at: time, s };
    const plain = packed[next++];
    return plain ? { seq: number, at: time, plain } : { seq: number, at: time, s: "" };
  });
  return next === packed.length ? lines : null;
}

function readPacked(columns: Record<string, unknown>, count: number): PlainParts[] | null {
  const { headers, header } = columns;
  const heads = readHeaders(headers);
  if (!heads || !isIndexList(header, heads.length) || header.length !== count) return null;
  const payloads = unpackObjects(columns["payload"], count);
  const signatures = cut(columns["signatures"], LENGTHS.signature, count);
  const disclosures = unpackRecords(columns["disclosures"], count);
  const total = disclosures?.reduce((sum, list) => sum + list.length, 0) ?? 0;
  const salts = cut(columns["salts"], LENGTHS.salt, total);
  if (!payloads || !signatures || !disclosures || !salts) return null;
  let salt = 0;
  const parts = header.map((place, at): PlainParts | null => {
    const head = heads[place];
    const signature = signatures[at];
    if (!head || !isSignature(signature)) return null;
    const payload = payloads[at] ?? {};
    const triples = (disclosures[at] ?? []).map(([name, value]) => [salts[salt++], name, value]);
    const texts = triples.map((triple) => JSON.stringify(triple));
    return {
      form: [head.text, JSON.stringify(payload), signature, ...texts],
      header: head.header,
      payload,
      triples,
    };
  });
  return parts.every((one) => one !== null) ? parts : null;
}

interface Head {
  readonly text: string;
  readonly header: Record<string, unknown>;
}

function readHeaders(texts: unknown): Head[] | null {
  if (!isTextList(texts)) return null;
  const heads = texts.map((text): Head | null => {
    try {
      const header: unknown = JSON.parse(text);
      return isRecord(header) ? { text, header } : null;
    } catch {
      return null;
    }
  });
  return heads.every((head) => head !== null) ? heads : null;
}
