import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Article } from "../../domain/ward-facts.ts";
import { ArticleName } from "./article/ArticleName.tsx";
import { articleHash } from "./addresses.ts";
import type { Placed } from "../../domain/covenant/articles.ts";

/** The ways to the articles before and after, and to the chapters before and after. */
export function Neighbours({ placed }: { readonly placed: Placed }) {
  const { t } = useTranslation("reader");
  const { previous, next, chapterBefore, chapterAfter } = placed;
  return (
    <>
      <nav className="reader-around" aria-label={t("around")}>
        {previous && <Neighbour article={previous} word={t("previous")} before />}
        {next && <Neighbour article={next} word={t("next")} />}
      </nav>
      {(chapterBefore ?? chapterAfter) && (
        <nav className="reader-around reader-chapters" aria-label={t("aroundChapters")}>
          {chapterBefore && <Neighbour {...chapterBefore} word={t("previousChapter")} before />}
          {chapterAfter && <Neighbour {...chapterAfter} word={t("nextChapter")} />}
        </nav>
      )}
      <p className="quiet reader-turn">
        <span className="by-hand">{t("turn")}</span>
        <span className="by-key">{t("turnKeys")}</span>
      </p>
    </>
  );
}

function Neighbour({
  article: { number, title },
  name,
  word,
  before,
}: {
  readonly article: Article;
  /** Of the chapter that it begins. */
  readonly name?: string;
  readonly word: string;
  readonly before?: boolean;
}) {
  return (
    <a href={articleHash(number)} className={before ? "reader-previous" : "reader-next"}>
      {before && <ChevronLeft aria-hidden />}
      <span>
        <span className="reader-around-word">{word}</span>
        {name === undefined ? <ArticleName number={number} title={title} /> : <span lang="vi">{name}</span>}
      </span>
      {!before && <ChevronRight aria-hidden />}
    </a>
  );
}
