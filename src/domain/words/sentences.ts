/** A sentence, and where it stands in its text. */
export interface Sentence {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Cuts a text into sentences, for reading aloud: at '.', '!', '?', '…' and ';' before a space, and at the end of a line. Not
 * after a number ('Điều 5. '), nor after a short form such as 'TP.' or 'P.'.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const end = (to: number) => {
    const cut = text.slice(from, to);
    const lead = cut.length - cut.trimStart().length;
    const words = cut.trim();
    if (words !== "") sentences.push({ text: words, from: from + lead, to: from + lead + words.length });
    from = to;
  };
  for (const { index, 0: mark } of text.matchAll(/[.!?…;]+["”’)]*(?=\s)|\n/g)) {
    const before = text.slice(from, index);
    if (mark.startsWith(".") && /(^|\s)(\d+|[A-ZĐ]{1,3}|[Vv]\.?v)$/.test(before)) continue;
    end(index + mark.length);
  }
  end(text.length);
  return sentences;
}
