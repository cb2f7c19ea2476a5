import type { Article, Chapter } from "../ward-facts.ts";
import { chapterHead, type ChapterHead } from "./chapter-head.ts";

/** An article in its place in the book. */
export interface Placed {
  readonly article: Article;
  readonly chapter: ChapterHead;
  readonly previous: Article | undefined;
  readonly next: Article | undefined;
  /** First articles of the chapters before and after. */
  readonly chapterBefore: ChapterBeginning | undefined;
  readonly chapterAfter: ChapterBeginning | undefined;
}

/** Where a chapter begins. */
export interface ChapterBeginning {
  readonly article: Article;
  readonly name: string;
}

/** A clause with its number, or a paragraph without one. */
export interface Clause {
  readonly number: string | null;
  readonly text: string;
}

/** Finds an article by its number with what stands around it; undefined where the book has none of that number. */
export function findArticle(chapters: readonly Chapter[], number: string): Placed | undefined {
  const all = chapters.flatMap((chapter, index) =>
    chapter.articles.map((article) => ({ article, index, chapter: chapterHead(chapter, index) })),
  );
  const at = all.findIndex(({ article }) => String(article.number) === number);
  const found = all[at];
  if (!found) return undefined;
  const { article, chapter, index } = found;
  return {
    article,
    chapter,
    previous: all[at - 1]?.article,
    next: all[at + 1]?.article,
    chapterBefore: beginningOf(all.find((one) => one.index === index - 1)),
    chapterAfter: beginningOf(all.find((one) => one.index === index + 1)),
  };
}

/** The clauses of an article's text: paragraphs apart by an empty line, or a new line that begins with a number. */
export function clausesOf(text: string): Clause[] {
  return text
    .split(/\n\s*\n|\n(?=\s*\d+[.)]\s)/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => {
      const [, number, rest] = /^(\d+)[.)]\s+(.*)$/s.exec(part) ?? [];
      return number !== undefined && rest !== undefined
        ? { number, text: rest }
        : { number: null, text: part };
    });
}

function beginningOf(
  first: { readonly article: Article; readonly chapter: ChapterHead } | undefined,
): ChapterBeginning | undefined {
  return first && { article: first.article, name: `${first.chapter.mark} · ${first.chapter.name}` };
}
