import { err, ok, type Result } from "../result.ts";
import type { Article, Chapter } from "../ward-facts.ts";
import type { Flaw, FrontMatterFile } from "../words/front-matter.ts";
import { toNumber } from "../words/paper-fields.ts";

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
}: Pick<FrontMatterFile, "lines">): Result<readonly Chapter[], readonly Flaw<CovenantCode>[]> {
  const { chapters, flaws } = scanChapters(lines);
  if (chapters.length === 0) {
    const lost = flaws.find(({ code }) => code === "article-outside-chapter");
    return err([lost ?? { line: lines[0]?.line ?? 1, code: "no-chapters", what: "##" }]);
  }
  return flaws.length === 0 ? ok(chapters) : err(flaws);
}

/** What there is of chapters and articles while they are still being written, and all that is wrong with them. */
export function scanChapters(lines: FrontMatterFile["lines"]): {
  readonly chapters: readonly Chapter[];
  readonly flaws: readonly Flaw<CovenantCode>[];
} {
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
  return { chapters: chapters.map((chapter) => closeChapter(chapter, flaws)), flaws };
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
