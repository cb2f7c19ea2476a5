import { fold, searchKey, spelling, type SearchKey } from "../../domain/vietnamese.ts";
import type { Article, Chapter } from "../../domain/ward-facts.ts";
import { searcher } from "../../domain/words/searcher.ts";

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

const READY = new WeakMap<readonly Chapter[], readonly Searchable[]>();

/** The articles of a book, made ready once for it. */
export function searchableIn(chapters: readonly Chapter[]): readonly Searchable[] {
  const articles = READY.get(chapters) ?? makeSearchable(chapters);
  READY.set(chapters, articles);
  return articles;
}

/** Makes articles ready to be searched. */
export function makeSearchable(chapters: readonly Chapter[]): Searchable[] {
  return chapters
    .flatMap(({ articles }) => articles)
    .map((article) => ({
      article,
      key: searchKey(`Điều ${article.number} ${article.title} ${article.text}`),
    }));
}

/**
 * The article of that number first, where a number was typed; then the articles that have every word of the query, with or
 * without marks, those with a word in the title before the others.
 */
export function searchArticles(articles: readonly Searchable[], query: string): Hit[] {
  const words = wordsIn(query);
  if (words.length === 0) return [];
  const meets = searcher(query);
  const number = numberIn(query);
  const isNamed = ({ article }: { readonly article: Article }) =>
    number !== null && String(article.number).toLowerCase() === number;
  const hits = articles
    .filter((one) => isNamed(one) || meets(one.key))
    .map(({ article }) => hitOf(article, words));
  const rank = (hit: Hit) => (isNamed(hit) ? 0 : hit.title.some((piece) => piece.hit) ? 1 : 2);
  return [0, 1, 2].flatMap((wanted) => hits.filter((hit) => rank(hit) === wanted));
}

/** Cut where it is shown: a short query meets half the book, of which a dozen are drawn. */
function hitOf(article: Article, words: readonly string[]): Hit {
  let snippet: Piece[] | null = null;
  return {
    article,
    title: mark(article.title, words),
    get snippet() {
      return (snippet ??= snippetOf(article.text, words));
    },
  };
}

/** The articles that speak of what was meant, where the words typed are not theirs; without those that were found already. */
export function searchMeanings(
  articles: readonly Searchable[],
  meanings: readonly string[],
  found: readonly Hit[],
): Hit[] {
  const known = new Set(found.map(({ article }) => article));
  const hits = meanings.flatMap((meaning) => {
    // Words of a meaning that stand apart mean something else.
    const phrase = ` ${fold(meaning)}`;
    return searchArticles(
      articles.filter(({ key }) => key.plain.includes(phrase)),
      meaning,
    );
  });
  const fresh = hits.filter(({ article }) => !known.has(article) && known.add(article));
  const inTitle = ({ title }: Hit) => title.some(({ hit }) => hit);
  return [...fresh.filter(inTitle), ...fresh.filter((hit) => !inTitle(hit))].slice(0, MOST_MEANT);
}

/** A text with the words of a query marked. */
export function markWords(text: string, query: string): readonly Piece[] {
  return mark(text, wordsIn(query));
}

const MOST_MEANT = 5;

/** '11', 'điều 11a': the number itself; null for anything else. */
function numberIn(query: string): string | null {
  return /^(?:dieu\s*)?(\d+[a-z]?)$/.exec(fold(query))?.[1] ?? null;
}

function wordsIn(query: string): string[] {
  return query.split(BETWEEN).filter((word) => word !== "");
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

interface Letters {
  readonly plain: string;
  readonly marked: string;
}

/** A word without its marks and in its one spelling. A book has few words and says them often: each is looked at once. */
function lettersOf(word: string): Letters {
  const known = LETTERS.get(word);
  if (known) return known;
  if (LETTERS.size >= MOST_WORDS) LETTERS.clear();
  const letters = { plain: fold(word), marked: spelling(word) };
  LETTERS.set(word, letters);
  return letters;
}

const LETTERS = new Map<string, Letters>();
/** More than a long covenant has; some hundred kB. */
const MOST_WORDS = 4000;

function mark(text: string, words: readonly string[]): Piece[] {
  const wanted = words.map(lettersOf);
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    const { plain, marked } = lettersOf(word);
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
