import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { encodeBase64url, encodeText } from "../../src/domain/base64url.ts";
import { readPlain, sentText } from "../../src/domain/signed/plain-form.ts";
import { parseStatement } from "../../src/domain/statement.ts";
import type { ColumnPage, Page } from "../../src/wire/page.ts";
import { createPieceReader, readColumns } from "../../src/wire/read-columns.ts";
import { writeColumns, writePieces } from "../../src/wire/write-columns.ts";
import { RUNS } from "../properties/runs.ts";
import { asSent } from "./as-sent.ts";
import { readPieces } from "./read-pieces.ts";

const end = { next: 9, head: 12, epoch: "e", scope: "1", saved: 0 };
const vectors = ["own", "independent"].flatMap(statementsIn);

describe("a page in columns", () => {
  test("brings every vector byte for byte, and its parts as they are read from the text", () => {
    const page = pageOf(vectors);
    const read = valueOf(writeColumns(page));
    expect(read.end).toEqual(end);
    expect(asSent(read.lines)).toEqual(page.lines);
    expect(readOf(read)).toEqual(parsedOf(read));
    // Nothing is gained by a form that most statements do not fit.
    expect(read.lines.filter((line) => !("plain" in line)).length).toBeLessThan(vectors.length / 4);
  });

  it("brings any statement byte for byte, odd ones too, in any company", () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 30 }), (texts) => {
        const page = pageOf(texts);
        const read = valueOf(writeColumns(page));
        expect(asSent(read.lines)).toEqual(page.lines);
        expect(readOf(read)).toEqual(parsedOf(read));
      }),
      RUNS,
    );
  });

  test("counts for nothing when it is cut anywhere", () => {
    const text = writeColumns(pageOf(vectors.slice(0, 5)));
    for (let length = 0; length < text.length; length += 7)
      expect(readColumns(text.slice(0, length))).toEqual({ ok: false, error: "cut-off" });
  });

  it("is broken where its columns do not fit each other, and nothing throws", () => {
    const text = writeColumns(pageOf(vectors.slice(0, 12)));
    const paths = leavesOf(JSON.parse(text));
    const wrong = fc.constantFrom<unknown>(null, -1, 1.5, 1e9, "x", [], {}, [[0]], [[0, "x"]]);
    fc.assert(
      fc.property(fc.constantFrom(...paths), wrong, (path, instead) => {
        const page: unknown = JSON.parse(text);
        put(page, path, instead);
        const read = readColumns(JSON.stringify(page));
        const lines = read.ok ? asSent(read.value.lines) : [];
        expect(lines.every(({ s }) => typeof s === "string" && s !== "")).toBe(true);
      }),
      RUNS,
    );
  });

  test.each([
    ["signatures", (one: string) => one.slice(1)],
    ["salts", (one: string) => `${one}A`],
    ["header", (one: number[]) => one.slice(1)],
    ["at", (one: number[]) => one.slice(1)],
  ] as const)("with too much or too little of %s is broken", (name, change) => {
    const page = JSON.parse(writeColumns(pageOf(vectors.slice(0, 12)))) as {
      columns: Record<string, never>;
    };
    page.columns[name] = change(page.columns[name] as never) as never;
    expect(readColumns(JSON.stringify(page))).toEqual({ ok: false, error: "broken" });
  });
});

describe("a page in pieces", () => {
  it("brings any statement byte for byte, however large its pieces are and wherever its text is cut", () => {
    fc.assert(
      fc.property(
        fc.array(statement, { maxLength: 30 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 5000 }),
        (texts, size, cut) => {
          const page = pageOf(texts);
          const text = [...writePieces(page, size)].join("");
          const read = valueIn(readPieces(...chunksOf(text, cut)));
          expect(asSent(read.lines)).toEqual(page.lines);
          expect(read.end).toEqual(end);
        },
      ),
      RUNS,
    );
  });

  test("counts up to the last piece that came whole when it is cut anywhere", () => {
    const page = pageOf(vectors.slice(0, 5));
    const pieces = [...writePieces(page, 2)];
    expect(pieces).toHaveLength(3);
    const text = pieces.join("");
    const ends = pieces.map((_, at) => pieces.slice(0, at + 1).join("").length);
    for (let length = 0; length <= text.length; length += 7) {
      const whole = ends.filter((at) => at <= length).length;
      const lines = page.lines.slice(0, 2 * whole);
      const upTo = whole === pieces.length ? end : { ...end, next: lines.at(-1)?.seq };
      const read = readPieces(text.slice(0, length));
      const told = read.ok
        ? { lines: read.value.lines.map(({ seq }) => seq), end: read.value.end }
        : read.error;
      const wanted = whole === 0 ? "cut-off" : { lines: lines.map(({ seq }) => seq), end: upTo };
      expect(told).toEqual(wanted);
    }
    expect(valueIn(readPieces(text)).end).toEqual(end);
  });

  test("of no lines has an end all the same", () => {
    expect(valueIn(readPieces(...writePieces(pageOf([]), 3)))).toEqual({ lines: [], end });
  });

  test("counts for nothing from a piece on that is none, or has no mark", () => {
    const [one = "", two = "", last = ""] = [...writePieces(pageOf(vectors.slice(0, 5)), 2)];
    const first = readPieces(one);
    for (const wrong of ["\u001e{}\n", "\u001e[\n", two.slice(1), "\n"]) {
      expect(readPieces(one, wrong, last)).toEqual(first);
      expect(readPieces(wrong, two, last)).toEqual({ ok: false, error: "broken" });
    }
  });

  test("tells each piece as soon as it is whole", () => {
    const [one = "", two = ""] = [...writePieces(pageOf(vectors.slice(0, 4)), 2)];
    const told: number[] = [];
    const reader = createPieceReader(({ lines }) => told.push(lines.length));
    reader.take(one.slice(0, -1));
    expect(told).toEqual([]);
    reader.take(`\n${two.slice(0, 5)}`);
    expect(told).toEqual([2]);
  });
});

test("a name that no object can be given is none of a page's", () => {
  const text = writeColumns(pageOf(vectors));
  expect(text).toContain('"names":["jti"');
  expect(readColumns(text.replace('"names":["jti"', '"names":["__proto__"'))).toEqual({
    ok: false,
    error: "broken",
  });
});

const odd = fc.constantFrom(
  "",
  "~",
  "xin chào",
  "a.b.c~",
  `${encodeText("{}")}.${encodeText("{ }")}.${signature()}~`,
  `${encodeText('{"a":1,"a":2}')}.${encodeText('{"b":1e2}')}.${signature()}~`,
  `${encodeText("{}")}.${encodeText('{"__proto__":1,"toString":{"__proto__":2}}')}.${signature()}~`,
  `${encodeText("{}")}.${encodeText('{"2":0,"1":-0,"x":"\\u0041"}')}.${signature()}~`,
  `${encodeText("{}")}.${encodeText("{}")}.${signature()}~${encodeText('["kurz","name",1]')}~`,
  `${encodeText("{}")}.${encodeText("{}")}.${signature()}~${encodeText('["AAAAAAAAAAAAAAAAAAAAAA","a",1]')}~`.repeat(
    2,
  ),
  `${encodeText("{}")}.${encodeText("{}")}.AAAA~`,
  `${encodeBase64url(new Uint8Array([0xff, 0xfe]))}.${encodeText("{}")}.${signature()}~`,
  `${encodeText("{}")}=.${encodeText("{}")}.${signature()}~`,
  `${encodeText("\ufeff{}")}.${encodeText("{}")}.${signature()}~`,
);
const anyValue = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.uuid(),
  fc.nat(),
  fc.maxSafeInteger(),
  fc.double(),
  fc.array(
    fc.constant(null).map(() => encodeBase64url(randomBytes(32))),
    { maxLength: 4 },
  ),
);
const anyName = fc.oneof(
  fc.constantFrom("jti", "n", "iat", "body", "_sd", "__proto__", "constructor", "1", "0"),
  fc.string({ unit: "grapheme", maxLength: 6 }),
);
const record = fc.array(fc.tuple(anyName, anyValue), { maxLength: 6 }).map(Object.fromEntries);
const statement = fc.oneof(
  odd,
  fc.constantFrom(...vectors),
  fc
    .record({
      header: record,
      payload: record,
      disclosed: fc.array(fc.tuple(anyName, anyValue), { maxLength: 3 }),
    })
    .map(({ header, payload, disclosed }) => {
      const jws = `${encodeText(JSON.stringify(header))}.${encodeText(JSON.stringify(payload))}.${signature()}`;
      const salt = encodeBase64url(randomBytes(16));
      return [jws, ...disclosed.map((one) => encodeText(JSON.stringify([salt, ...one]))), ""].join("~");
    }),
);

/** What the parts of a page tell, and what the texts beside them do. */
function readOf({ lines }: ColumnPage) {
  return lines.flatMap((line) => ("plain" in line ? [allOf(readPlain(line.plain))] : []));
}

function parsedOf({ lines }: ColumnPage) {
  return lines.flatMap((line) => ("plain" in line ? [allOf(parseStatement(sentText(line.plain.form)))] : []));
}

/** With what is written only when it is asked for. */
function allOf(read: ReturnType<typeof parseStatement>) {
  if (!read.ok) return read;
  const { signed, jws, kid, claims, disclosures } = read.value;
  return {
    signed,
    jws,
    kid,
    claims,
    fields: disclosures.map(({ text, name, value }) => ({ text, name, value })),
  };
}

function signature(): string {
  return encodeBase64url(randomBytes(64));
}

function pageOf(texts: readonly string[]): Page {
  const at = (place: number) => 1_795_420_800_123 + place * 17 - (place % 3) * 400;
  return { lines: texts.map((s, place) => ({ seq: 3 * place + 1, at: at(place), s })), end };
}

function valueOf(text: string): ColumnPage {
  return valueIn(readColumns(text));
}

function valueIn(read: ReturnType<typeof readColumns>): ColumnPage {
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

function chunksOf(text: string, length: number): string[] {
  const count = Math.ceil(text.length / length);
  return Array.from({ length: count }, (_, at) => text.slice(at * length, (at + 1) * length));
}

function statementsIn(name: string): string[] {
  const text = readFileSync(`${import.meta.dirname}/../vectors/${name}.json`, "utf8");
  return (JSON.parse(text) as { statements: { statement: string }[] }).statements.map((one) => one.statement);
}

function leavesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  const below =
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...path, key]))
      : [];
  return [...(path.length > 0 ? [path] : []), ...below];
}

function put(target: unknown, path: readonly string[], value: unknown): void {
  const [key = "", ...rest] = path;
  const holder = target as Record<string, unknown>;
  if (rest.length === 0) holder[key] = value;
  else put(holder[key], rest, value);
}
