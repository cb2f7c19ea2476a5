import * as v from "valibot";
import { isAreaCode } from "../ids.ts";
import { err, ok, type Result } from "../result.ts";
import type { Chapter } from "../ward-facts.ts";
import { readFields, readFrontMatter, type Flaw } from "../words/front-matter.ts";
import { date, line, number, text } from "../words/paper-fields.ts";
import { readChapters, type CovenantCode } from "./covenant-chapters.ts";

/** A covenant and the handbook around it, as `covenant.published` and `handbook.published` say them. */
export interface CovenantFile {
  readonly area: string;
  readonly covenant: v.InferOutput<typeof covenantFields> & {
    readonly covenant: string;
    readonly chapters: readonly Chapter[];
  };
  readonly handbook: v.InferOutput<typeof handbookFields> & {
    readonly edition: number | string;
    readonly covenant: string;
    readonly covenantEdition: number | string;
  };
}

/** Reads a covenant's Markdown file (PROTOCOL.md §6): front matter, `## ` chapters, `### Điều 1. ` articles. All flaws are told, in the order of their lines. */
export function readCovenantFile(file: string): Result<CovenantFile, readonly Flaw<CovenantCode>[]> {
  const parts = readFrontMatter(file);
  if (!parts.ok) return parts;
  const place = readFields(parts.value, placeFields);
  const covenant = readFields(parts.value, covenantFields);
  const handbook = readFields(parts.value, handbookFields);
  const chapters = readChapters(parts.value);
  if (place.ok && covenant.ok && handbook.ok && chapters.ok) {
    const { area, covenant: name = area } = place.value;
    const { edition } = covenant.value;
    return ok({
      area,
      covenant: { covenant: name, ...covenant.value, chapters: chapters.value },
      handbook: { edition, covenant: name, covenantEdition: edition, ...handbook.value },
    });
  }
  const flaws = [place, covenant, handbook, chapters].flatMap((part): readonly Flaw<CovenantCode>[] =>
    part.ok ? [] : part.error,
  );
  return err(flaws.sort((a, b) => a.line - b.line));
}

const placeFields = v.object({
  area: v.custom<string>(isAreaCode),
  // Where an area has more than one, each needs a name of its own.
  covenant: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(64))),
});

const covenantFields = v.object({
  edition: number,
  title: line,
  recognition: v.object({ number: line, date, authority: line }),
  inForce: date,
});

const handbookFields = v.object({
  introduction: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(20_000)), ""),
  decisions: v.optional(
    v.array(v.object({ title: line, number: line, date, authority: line, text: v.optional(text) })),
    [],
  ),
  opinions: v.optional(
    v.array(v.object({ article: v.optional(number), text, answer: v.optional(text) })),
    [],
  ),
  contacts: v.optional(v.array(v.object({ office: line, name: v.optional(line), phone: line })), []),
});
