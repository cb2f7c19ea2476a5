import { useTranslation } from "react-i18next";
import { chapterHead } from "../../domain/chapter-head.ts";
import type { Covenant } from "../../domain/ward-facts.ts";
import { ArticleText } from "./ArticleText.tsx";
import { Recognition } from "./Decisions.tsx";

/** An edition that holds no more, to be read from its first article to its last. */
export function OldEdition({ covenant }: { readonly covenant: Covenant }) {
  const { t } = useTranslation(["edition", "handbook"]);
  return (
    <div className="old-edition">
      <p className="trouble">{t("old")}</p>
      {covenant.chapters.map((chapter, at) => (
        <section key={chapter.title}>
          <h3>{t("handbook:chapterOf", { ...chapterHead(chapter, at) })}</h3>
          {chapter.articles.map(({ number, title, text }) => (
            <div key={number}>
              <h4>{t("handbook:articleOf", { number, title })}</h4>
              <ArticleText text={text} query="" />
            </div>
          ))}
        </section>
      ))}
      <Recognition covenant={covenant} />
    </div>
  );
}
