import * as v from "valibot";
import { isAreaCode } from "../ids.ts";
import { err, ok, type Result } from "../result.ts";
import type { Translation } from "../ward-facts.ts";
import { readFields, readFrontMatter, type Flaw } from "../words/front-matter.ts";
import { line, number } from "../words/paper-fields.ts";
import { readChapters, type CovenantCode } from "./covenant-chapters.ts";

/** What a covenant's file says in another language, and of which covenant. */
export interface TranslationFile {
  readonly area: string;
  readonly edition: number | string;
  readonly translation: Translation;
}

/** Reads a translation's Markdown file: as that of a covenant, with `lang` instead of the recognition, and as many of its articles as are translated, under the numbers that they have there. */
export function readTranslationFile(file: string): Result<TranslationFile, readonly Flaw<CovenantCode>[]> {
  const parts = readFrontMatter(file);
  if (!parts.ok) return parts;
  const fields = readFields(parts.value, translationFields);
  const chapters = readChapters(parts.value);
  if (fields.ok && chapters.ok) {
    const { area, edition, reviewed, ...rest } = fields.value;
    return ok({
      area,
      edition,
      translation: { ...rest, reviewed: reviewed === "true", chapters: chapters.value },
    });
  }
  return err([...(fields.ok ? [] : fields.error), ...(chapters.ok ? [] : chapters.error)]);
}

const translationFields = v.object({
  area: v.custom<string>(isAreaCode),
  edition: number,
  // BCP 47, as far as languages here need it.
  lang: v.pipe(v.string(), v.trim(), v.regex(/^[a-z]{2,3}$/)),
  // Nobody has reviewed it unless the file says so.
  reviewed: v.optional(v.picklist(["true", "false"]), "false"),
  title: line,
});
