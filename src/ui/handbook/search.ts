import { fold, searcher, searchKey, spelling, type SearchKey } from "../../domain/vietnamese.ts";
import type { Article, Chapter } from "../../domain/ward-facts.ts";

/** An article made ready for searching. */
export interface Searchable {
  readonly article: Article;
  readonly key: SearchKey;
}

/** A piece of a snippet; `hit` where a word of the query was met. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

export interface Hit {
  readonly article: Article;
  readonly title: readonly Piece[];
  readonly snippet: readonly Piece[];
}

/** Makes the articles ready; once for each book, not for each key typed. */
export function makeSearchable(chapters: readonly Chapter[]): Searchable[] {
  return chapters
    .flatMap(({ articles }) => articles)
    .map((article) => ({
      article,
      key: searchKey(`Điều ${article.number} ${article.title} ${article.text}`),
    }));
}

/** The articles that have every word of the query, with or without marks, those with a word in the title first. */
export function searchArticles(articles: readonly Searchable[], query: string): Hit[] {
  const words = query.split(BETWEEN).filter((word) => word !== "");
  if (words.length === 0) return [];
  const meets = searcher(query);
  const hits = articles
    .filter(({ key }) => meets(key))
    .map(({ article }) => ({
      article,
      title: mark(article.title, words),
      snippet: snippetOf(article.text, words),
    }));
  const inTitle = ({ title }: Hit) => title.some(({ hit }) => hit);
  return [...hits.filter(inTitle), ...hits.filter((hit) => !inTitle(hit))];
}

/** Cuts a text around the first word that is met, at the ends of words. */
export function snippetOf(text: string, words: readonly string[]): Piece[] {
  const plain = text.replace(/\s+/g, " ").trim();
  const pieces = mark(plain, words);
  const first = pieces.findIndex(({ hit }) => hit);
  const start = pieces.slice(0, Math.max(0, first)).reduce((length, piece) => length + piece.text.length, 0);
  const from = start <= BEFORE ? 0 : plain.lastIndexOf(" ", start - BEFORE / 2) + 1;
  const end = plain.length - from <= LONGEST ? plain.length : plain.lastIndexOf(" ", from + LONGEST);
  const cut = mark(plain.slice(from, end), words);
  const dots = (shown: boolean): Piece[] => (shown ? [{ text: "…", hit: false }] : []);
  return [...dots(from > 0), ...cut, ...dots(end < plain.length)];
}

const BETWEEN = /[\s.,;:!?()[\]"'“”‘’…]+/;
const WORD = /[^\s.,;:!?()[\]"'“”‘’…]+/g;
const BEFORE = 60;
const LONGEST = 140;

function mark(text: string, words: readonly string[]): Piece[] {
  const wanted = words.map((word) => ({ plain: fold(word), marked: spelling(word) }));
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    const [plain, marked] = [fold(word), spelling(word)];
    if (
      !wanted.some(
        (one) => plain.startsWith(one.plain) && (one.plain === one.marked || marked.startsWith(one.marked)),
      )
    )
      continue;
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), hit: false });
    pieces.push({ text: word, hit: true });
    at = match.index + word.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false });
  return pieces;
}
