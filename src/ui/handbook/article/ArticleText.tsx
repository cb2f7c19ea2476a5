import { useMemo } from "react";
import { clausesOf } from "../../../domain/covenant/articles.ts";
import { sentencesOf, type Sentence } from "../../../domain/words/sentences.ts";
import { Pieces } from "./Pieces.tsx";
import { markWords } from "../search.ts";

/** The clauses of an article, with the words marked that somebody looked for, or the sentence that is being read aloud. */
export function ArticleText({
  text,
  query,
  reading = null,
}: {
  readonly text: string;
  readonly query: string;
  /** Which of `spokenSentences`. */
  readonly reading?: number | null;
}) {
  const clauses = useMemo(() => placed(text), [text]);
  return clauses.map(({ number, text: words, sentences, first }) => {
    const read = reading === null ? undefined : sentences[reading - first];
    return (
      <p key={`${number} ${words}`} className="reader-clause">
        {number !== null && <strong>{number}.</strong>} {read ? <Read text={words} sentence={read} /> : null}
        {!read && (query === "" ? words : <Pieces pieces={markWords(words, query)} />)}
      </p>
    );
  });
}

/** All that is read aloud of an article's text, sentence by sentence. */
export function spokenSentences(text: string): string[] {
  return placed(text).flatMap(({ sentences }) => sentences.map((one) => one.text));
}

function Read({ text, sentence: { from, to } }: { readonly text: string; readonly sentence: Sentence }) {
  return (
    <>
      {text.slice(0, from)}
      <mark className="reader-read" ref={intoSight}>
        {text.slice(from, to)}
      </mark>
      {text.slice(to)}
    </>
  );
}

function intoSight(element: HTMLElement | null): void {
  element?.scrollIntoView?.({ block: "nearest" });
}

/** Each clause with its sentences, and how many stand before it. */
function placed(text: string) {
  let first = 0;
  return clausesOf(text).map((clause) => {
    const sentences = sentencesOf(clause.text);
    const own = { ...clause, sentences, first };
    first += sentences.length;
    return own;
  });
}
