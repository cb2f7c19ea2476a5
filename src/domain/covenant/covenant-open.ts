import { isRecord } from "../jws.ts";
import { ok, type Result } from "../result.ts";
import { readFrontMatter, type Flaw } from "../words/front-matter.ts";
import type { CovenantDraft } from "./covenant-draft.ts";

/** What a covenant's file fills in, and of which area it says that it is; null where it does not say. */
export interface OpenedFile {
  readonly area: string | null;
  readonly fields: Partial<Omit<CovenantDraft, "basis" | "amendment">>;
}

/**
 * What a covenant's Markdown file (PROTOCOL.md §6) says, field by field, sound or not: the form tells what is wrong. One
 * without front matter is the chapters alone. An error only where its front matter cannot be read.
 */
export function openCovenantFile(file: string): Result<OpenedFile, readonly Flaw[]> {
  if (!file.replace(/^\ufeff/, "").startsWith("---"))
    return ok({
      area: null,
      fields: {
        text: file
          .replace(/^\ufeff/, "")
          .normalize("NFC")
          .trim(),
      },
    });
  const read = readFrontMatter(file);
  if (!read.ok) return read;
  const { data, lines } = read.value;
  const recognition = isRecord(data["recognition"]) ? data["recognition"] : {};
  const area = data["area"];
  return ok({
    area: typeof area === "string" ? area : null,
    fields: {
      edition: word(data["edition"]),
      title: word(data["title"]),
      number: word(recognition["number"]),
      date: word(recognition["date"]),
      authority: word(recognition["authority"]),
      inForce: word(data["inForce"]),
      introduction: word(data["introduction"]),
      decisions: list(data["decisions"], ["title", "number", "date", "authority", "text"]),
      contacts: list(data["contacts"], ["office", "name", "phone"]),
      opinions: list(data["opinions"], ["article", "text", "answer"]),
      text: lines
        .map(({ text }) => text)
        .join("\n")
        .trim(),
    },
  });
}

function word(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

function list<Name extends string>(value: unknown, names: readonly Name[]): Record<Name, string>[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter(isRecord)
    .map((row) => Object.fromEntries(names.map((name) => [name, word(row[name])])) as Record<Name, string>);
}
