import * as v from "valibot";
import {
  date,
  line,
  number,
  readFields,
  readFrontMatter,
  text,
  toNumber,
  type Flaw,
  type FrontMatterFile,
} from "./front-matter.ts";
import { isAreaCode } from "./ids.ts";
import { err, ok, type Result } from "./result.ts";
import type { Article, Chapter } from "./ward-facts.ts";

/** What is wrong below the front matter of a covenant's file. */
export type CovenantCode =
  | "no-chapters"
  | "empty-chapter"
  | "article-outside-chapter"
  | "article-without-number"
  | "article-without-title"
  | "article-without-text"
  | "article-twice"
  | "text-outside-article"
  | "too-long";

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

interface OpenArticle {
  readonly line: number;
  readonly number: number | string;
  readonly title: string;
  readonly lines: string[];
}

interface OpenChapter {
  readonly line: number;
  readonly title: string;
  readonly articles: OpenArticle[];
}

/** Reads `## ` chapters and `### Điều 1. ` articles. */
export function readChapters({
  lines,
}: FrontMatterFile): Result<readonly Chapter[], readonly Flaw<CovenantCode>[]> {
  const chapters: OpenChapter[] = [];
  const flaws: Flaw<CovenantCode>[] = [];
  const numbers = new Set<string>();
  let article: OpenArticle | undefined;
  for (const { line: at, text: row } of lines) {
    const [, marks = "", rest = ""] = /^(#{2,3})\s+(.*)$/.exec(row) ?? [];
    const chapter = chapters.at(-1);
    if (marks === "##") {
      chapters.push({ line: at, title: rest.trim(), articles: [] });
      article = undefined;
    } else if (marks === "###") {
      article = readHeading(rest, at, numbers, flaws);
      if (chapter) chapter.articles.push(article);
      else flaws.push({ line: at, code: "article-outside-chapter", what: rest });
    } else if (article) article.lines.push(row.trimEnd());
    else if (row.trim() !== "")
      flaws.push({ line: at, code: "text-outside-article", what: row.trim().slice(0, 60) });
  }
  if (chapters.length === 0) {
    const lost = flaws.find(({ code }) => code === "article-outside-chapter");
    return err([lost ?? { line: lines[0]?.line ?? 1, code: "no-chapters", what: "##" }]);
  }
  const closed = chapters.map((chapter) => closeChapter(chapter, flaws));
  return flaws.length === 0 ? ok(closed) : err(flaws);
}

function readHeading(
  heading: string,
  at: number,
  numbers: Set<string>,
  flaws: Flaw<CovenantCode>[],
): OpenArticle {
  const [, written = "", title = ""] = /^Điều\s+([\p{L}\d]+)\s*[.:–-]?\s*(.*)$/u.exec(heading.trim()) ?? [];
  if (!/^\d/.test(written)) flaws.push({ line: at, code: "article-without-number", what: heading.trim() });
  else if (numbers.has(written)) flaws.push({ line: at, code: "article-twice", what: written });
  else if (title === "") flaws.push({ line: at, code: "article-without-title", what: written });
  numbers.add(written);
  return { line: at, number: toNumber(written), title: title.trim(), lines: [] };
}

function closeChapter({ line: at, title, articles }: OpenChapter, flaws: Flaw<CovenantCode>[]): Chapter {
  if (title === "" || articles.length === 0) flaws.push({ line: at, code: "empty-chapter", what: title });
  if (title.length > 500) flaws.push({ line: at, code: "too-long", what: title.slice(0, 60) });
  return { title, articles: articles.map((article) => closeArticle(article, flaws)) };
}

function closeArticle(
  { line: at, number: name, title, lines }: OpenArticle,
  flaws: Flaw<CovenantCode>[],
): Article {
  const words = lines.join("\n").trim();
  if (words === "") flaws.push({ line: at, code: "article-without-text", what: String(name) });
  if (title.length > 500 || words.length > 20_000)
    flaws.push({ line: at, code: "too-long", what: String(name) });
  return { number: name, title, text: words };
}
