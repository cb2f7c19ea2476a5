import * as v from "valibot";
import { isNode, LineCounter, parseDocument, type Document } from "yaml";
import { isRecord } from "../jws.ts";
import { err, ok, type Result } from "../result.ts";

/** What is wrong with a file, and on which of its lines, from 1. */
export interface Flaw<Code extends string = string> {
  readonly line: number;
  readonly code: Code | FrontMatterCode;
  /** The field, the number or the text at fault. */
  readonly what: string;
}

/** `missing` and `wrong` name a field by its path, such as `recognition.number`. */
export type FrontMatterCode = "no-front-matter" | "bad-yaml" | "missing" | "wrong";

/** A file with front matter, in parts. */
export interface FrontMatterFile {
  /** The front matter; every scalar is text, as it was written. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The line on which a field, or what is around it, stands. */
  readonly lineOf: (path: readonly (string | number)[]) => number;
  /** The lines below the front matter. */
  readonly lines: readonly { readonly line: number; readonly text: string }[];
}

/** Parts a Markdown file into its front matter, in YAML between two lines `---`, and the lines below it. Texts are brought to NFC. */
export function readFrontMatter(text: string): Result<FrontMatterFile, readonly Flaw<never>[]> {
  const rows = text
    .replace(/^\ufeff/, "")
    .normalize("NFC")
    .split(/\r\n?|\n/);
  const end = rows.findIndex((row, index) => index > 0 && row.trimEnd() === "---");
  if (rows[0]?.trimEnd() !== "---" || end < 0)
    return err([{ line: 1, code: "no-front-matter", what: "---" }]);
  const counter = new LineCounter();
  // 'failsafe' leaves every scalar as it was written: no number loses a zero, no date becomes another.
  const document = parseDocument(rows.slice(1, end).join("\n"), { schema: "failsafe", lineCounter: counter });
  if (document.errors.length > 0) {
    return err(
      document.errors.map(({ linePos, code }) => ({
        line: (linePos?.[0].line ?? 0) + 1,
        code: "bad-yaml",
        what: code,
      })),
    );
  }
  const data: unknown = document.toJS();
  if (!isRecord(data)) return err([{ line: 1, code: "bad-yaml", what: "MAP" }]);
  const lines = rows.slice(end + 1).map((row, index) => ({ line: end + 2 + index, text: row }));
  return ok({ data, lines, lineOf: (path) => lineOf(document, counter, path) });
}

/** The fields of the front matter in the form that the schema has, or every field that is missing or wrong. */
export function readFields<Schema extends v.GenericSchema>(
  { data, lineOf: find }: FrontMatterFile,
  schema: Schema,
): Result<v.InferOutput<Schema>, readonly Flaw<never>[]> {
  const read = v.safeParse(schema, data);
  if (read.success) return ok(read.output);
  const flaws = read.issues.map((issue): Flaw<never> => {
    const path = (issue.path ?? []).map(({ key }) => key as string | number);
    const isMissing = issue.input === undefined || issue.input === "" || issue.input === null;
    return { line: find(path), code: isMissing ? "missing" : "wrong", what: path.join(".") };
  });
  return err(flaws);
}

function lineOf(document: Document.Parsed, counter: LineCounter, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    // One more for the line `---` above.
    if (isNode(node) && node.range) return counter.linePos(node.range[0]).line + 1;
  }
  return 1;
}
