import { searchKey, type SearchKey } from "../vietnamese.ts";

/**
 * Looks for every word of the query, in any order, at the beginning of a word of the text. A query word with marks must
 * meet the same marks, one without meets either; '12' meets the house numbers '12', '12/4' and '121'. An empty query
 * meets everything.
 */
export function searcher(query: string): (hay: SearchKey) => boolean {
  const { plain, marked, initials } = searchKey(query);
  const words = wordsOf(plain);
  // Of a single letter the initials say all there is to know.
  const plainWords = words.filter((word) => !/^ [a-z]$/.test(word));
  const markedWords = wordsOf(marked).filter((word, at) => word !== words[at]);
  return function meets(hay) {
    if ((hay.initials & initials) !== initials) return false;
    return everyWord(hay.plain, plainWords) && everyWord(hay.marked, markedWords);
  };
}

// Each with its space, which ties it to the beginning of a word.
function wordsOf(key: string): string[] {
  return key
    .split(" ")
    .slice(1)
    .map((word) => ` ${word}`);
}

function everyWord(hay: string, words: readonly string[]): boolean {
  for (const word of words) if (!hay.includes(word)) return false;
  return true;
}
