import { clausesOf } from "../../domain/articles.ts";
import { Pieces } from "./Pieces.tsx";
import { markWords } from "./search.ts";

/** The clauses of an article, with the words marked that somebody looked for. */
export function ArticleText({ text, query }: { readonly text: string; readonly query: string }) {
  return clausesOf(text).map((clause) => (
    <p key={`${clause.number} ${clause.text}`} className="reader-clause">
      {clause.number !== null && <strong>{clause.number}.</strong>}{" "}
      {query === "" ? clause.text : <Pieces pieces={markWords(clause.text, query)} />}
    </p>
  ));
}
