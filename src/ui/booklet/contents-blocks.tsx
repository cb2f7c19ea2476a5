import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import { chapterHead } from "../../domain/covenant/chapter-head.ts";
import type { HandbookView } from "../../phone/api/phone.ts";
import { ArticleName } from "../handbook/article/ArticleName.tsx";
import { haltSentence } from "../handbook/chapters/halt-words.ts";
import { chapterName, haltLine, type BookBlock, type BookletWords } from "./book-blocks.tsx";

/** The lines of the contents: what does not hold, then each chapter and each article, with the page on which it begins. */
export function contentsBlocks(
  { covenant: { chapters }, halts = [] }: Pick<HandbookView, "covenant" | "halts">,
  t: BookletWords,
  words: TFunction<"handbook">,
): BookBlock[] {
  const title: BookBlock = {
    key: "contents",
    breakBefore: true,
    keepWithNext: true,
    node: () => <h2>{t("handbook:contents")}</h2>,
  };
  const lines = chapters.flatMap((chapter, index) => [
    line(`chapter ${index}`, chapterName(t, chapterHead(chapter, index)), true),
    ...chapter.articles.map((article) =>
      line(`article ${article.number}`, <ArticleName {...article} />, false),
    ),
  ]);
  const halted = halts.map((halt) => haltLine(`contents halt ${halt.by.jti}`, haltSentence(words, halt)));
  return [title, ...halted, ...lines];
}

function line(names: string, words: ReactNode, isChapter: boolean): BookBlock {
  return {
    key: `contents ${names}`,
    keepWithNext: isChapter,
    node: (page) => (
      <p className={isChapter ? "leaf-line leaf-line-chapter" : "leaf-line"}>
        <span>{words}</span>
        <span className="leaf-line-page">{page > 0 ? page : ""}</span>
      </p>
    ),
  };
}
