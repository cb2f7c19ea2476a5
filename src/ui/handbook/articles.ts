import type { Article, Chapter } from "../../domain/ward-facts.ts";

/** A chapter as the contents page shows it: 'III' and 'Nếp sống', whether or not its title says 'Chương III.' itself. */
export interface ChapterHead {
  readonly mark: string;
  readonly name: string;
}

/** An article in its place in the book. */
export interface Placed {
  readonly article: Article;
  readonly chapter: ChapterHead;
  readonly previous: Article | undefined;
  readonly next: Article | undefined;
}

/** A clause with its number, or a paragraph without one. */
export interface Clause {
  readonly number: string | null;
  readonly text: string;
}

/** Splits 'Chương III. Nếp sống' into its number and its name; a title without a number is counted. */
export function chapterHead({ title }: Pick<Chapter, "title">, index: number): ChapterHead {
  const [, mark, name] = /^Chương\s+([IVXLC]+|\d+)\s*[.:·–-]?\s*(.*)$/iu.exec(title) ?? [];
  return mark && name ? { mark: mark.toUpperCase(), name } : { mark: String(index + 1), name: title };
}

/** Finds an article by its number with what stands around it; undefined where the book has none of that number. */
export function findArticle(chapters: readonly Chapter[], number: string): Placed | undefined {
  const all = chapters.flatMap((chapter, index) =>
    chapter.articles.map((article) => ({ article, chapter: chapterHead(chapter, index) })),
  );
  const at = all.findIndex(({ article }) => String(article.number) === number);
  const found = all[at];
  return found && { ...found, previous: all[at - 1]?.article, next: all[at + 1]?.article };
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
