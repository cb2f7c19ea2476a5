import { fold } from "../vietnamese.ts";
import type { Article, Chapter } from "../ward-facts.ts";

/** A run of words that both editions have, that only the older has, or only the newer. */
export interface Run {
  readonly text: string;
  readonly in: "both" | "older" | "newer";
}

/** What became of one article from an edition to the next. */
export type ArticleChange =
  | { readonly kind: "added"; readonly article: Article }
  | { readonly kind: "removed"; readonly before: Article }
  /** It has another number, and says the same. */
  | { readonly kind: "moved"; readonly article: Article; readonly before: Article }
  | {
      readonly kind: "changed";
      readonly article: Article;
      readonly before: Article;
      readonly title: readonly Run[];
      readonly text: readonly Run[];
    };

/**
 * What is different in a newer edition, article by article in its own order; what it has no more stands at the end. Two
 * articles are the same one if they say the same, or else bear the same number or title and are alike.
 */
export function changesBetween(older: readonly Chapter[], newer: readonly Chapter[]): ArticleChange[] {
  const [before, after] = [articlesOf(older), articlesOf(newer)];
  const partners = findPartners(before, after);
  const taken = new Set(partners.values());
  const changes = after.flatMap((article): ArticleChange[] => {
    const partner = partners.get(article);
    if (!partner) return [{ kind: "added", article }];
    if (!isSame(partner, article)) {
      const title = compareWords(partner.title, article.title);
      return [
        { kind: "changed", article, before: partner, title, text: compareWords(partner.text, article.text) },
      ];
    }
    return String(partner.number) === String(article.number)
      ? []
      : [{ kind: "moved", article, before: partner }];
  });
  const gone = before.filter((article) => !taken.has(article));
  return [...changes, ...gone.map((article): ArticleChange => ({ kind: "removed", before: article }))];
}

/** Two texts word by word, in the runs that they share and do not share; spaces and lines count as one. */
export function compareWords(older: string, newer: string): Run[] {
  const [a, b] = [wordsOf(older), wordsOf(newer)];
  const longest = lengthsOf(a, b);
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && a[i] === b[j]) {
      push(runs, a[i], "both");
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && at(longest, i + 1, j) >= at(longest, i, j + 1))) {
      push(runs, a[i++], "older");
    } else push(runs, b[j++], "newer");
  }
  return runs;
}

/** How much of two texts is alike: words in common, of all that either has; 1 for the same. */
export function likeness(one: string, other: string): number {
  const [a, b] = [new Set(wordsOf(fold(one))), new Set(wordsOf(fold(other)))];
  const common = [...a].filter((word) => b.has(word)).length;
  const all = a.size + b.size - common;
  return all === 0 ? 1 : common / all;
}

/** Below it two articles of one number are two articles; without number or title in common more is asked. */
const ALIKE = 0.25;
const VERY_ALIKE = 0.6;

function findPartners(before: readonly Article[], after: readonly Article[]): Map<Article, Article> {
  const partners = new Map<Article, Article>();
  const free = new Set(before);
  const pair = (fits: (older: Article, newer: Article) => boolean) => {
    for (const article of after) {
      if (partners.has(article)) continue;
      const found = [...free].find((older) => fits(older, article));
      if (!found) continue;
      partners.set(article, found);
      free.delete(found);
    }
  };
  const isAlike = (least: number) => (a: Article, b: Article) => likeness(a.text, b.text) >= least;
  const isNumber = (a: Article, b: Article) => String(a.number) === String(b.number);
  pair((a, b) => isSame(a, b) && isNumber(a, b));
  pair(isSame);
  pair((a, b) => isNumber(a, b) && (fold(a.title) === fold(b.title) || isAlike(ALIKE)(a, b)));
  pair((a, b) => fold(a.title) === fold(b.title) && isAlike(ALIKE)(a, b));
  pair(isAlike(VERY_ALIKE));
  return partners;
}

function isSame(a: Article, b: Article): boolean {
  return wordsOf(`${a.title}\n${a.text}`).join(" ") === wordsOf(`${b.title}\n${b.text}`).join(" ");
}

function articlesOf(chapters: readonly Chapter[]): Article[] {
  return chapters.flatMap(({ articles }) => articles);
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

/** Lengths of the longest common run of words from each place on: row by row. */
function lengthsOf(a: readonly string[], b: readonly string[]): readonly Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = rows[i];
      if (!row) continue;
      row[j] = a[i] === b[j] ? at(rows, i + 1, j + 1) + 1 : Math.max(at(rows, i + 1, j), at(rows, i, j + 1));
    }
  }
  return rows;
}

function at(rows: readonly Uint16Array[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0;
}

function push(runs: Run[], word: string | undefined, where: Run["in"]): void {
  if (word === undefined) return;
  const last = runs.at(-1);
  if (last?.in === where) runs[runs.length - 1] = { text: `${last.text} ${word}`, in: where };
  else runs.push({ text: word, in: where });
}
