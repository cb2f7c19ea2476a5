import { chapterHead } from "../../domain/chapter-head.ts";
import type { Covenant } from "../../domain/ward-facts.ts";
import type { BookBlock, BookletWords } from "./book-blocks.tsx";

/** The lines of the contents: each chapter and each article, with the page on which it begins. */
export function contentsBlocks({ chapters }: Pick<Covenant, "chapters">, t: BookletWords): BookBlock[] {
  const title: BookBlock = {
    key: "contents",
    breakBefore: true,
    keepWithNext: true,
    node: () => <h2>{t("handbook:contents")}</h2>,
  };
  const lines = chapters.flatMap((chapter, index) => [
    line(`chapter ${index}`, t("handbook:chapterOf", { ...chapterHead(chapter, index) }), true),
    ...chapter.articles.map(({ number, title: name }) =>
      line(`article ${number}`, t("handbook:articleOf", { number, title: name }), false),
    ),
  ]);
  return [title, ...lines];
}

function line(names: string, words: string, isChapter: boolean): BookBlock {
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
