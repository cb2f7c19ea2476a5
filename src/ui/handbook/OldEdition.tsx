import { useTranslation } from "react-i18next";
import { chapterHead } from "../../domain/covenant/chapter-head.ts";
import type { Covenant } from "../../domain/ward-facts.ts";
import { ArticleName } from "./article/ArticleName.tsx";
import { ArticleText } from "./article/ArticleText.tsx";
import { Recognition } from "./chapters/Decisions.tsx";

/** An edition that holds no more, to be read from its first article to its last. */
export function OldEdition({ covenant }: { readonly covenant: Covenant }) {
  const { t } = useTranslation("edition");
  return (
    <div className="old-edition">
      <p className="trouble">{t("old")}</p>
      {covenant.chapters.map((chapter, at) => (
        <section key={chapter.title}>
          <ChapterHeading {...chapterHead(chapter, at)} />
          {chapter.articles.map(({ number, title, text }) => (
            <div key={number}>
              <h4>
                <ArticleName number={number} title={title} />
              </h4>
              <div lang="vi">
                <ArticleText text={text} query="" />
              </div>
            </div>
          ))}
        </section>
      ))}
      <Recognition covenant={covenant} />
    </div>
  );
}

/** Its mark in the reader's language, its name in the covenant's own. */
function ChapterHeading({ mark, name }: ReturnType<typeof chapterHead>) {
  const { t } = useTranslation("handbook");
  return (
    <h3>
      {t("chapterOf", { mark, name: "" })}
      <span lang="vi">{name}</span>
    </h3>
  );
}
