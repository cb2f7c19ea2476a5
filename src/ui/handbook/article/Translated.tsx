import { useTranslation } from "react-i18next";
import type { TranslatedArticle } from "../../../domain/covenant/translation.ts";
import { ArticleText } from "./ArticleText.tsx";

/** An article in the reader's language, above the words that are in force. */
export function Translated({ lang, reviewed, article }: TranslatedArticle) {
  const { t } = useTranslation("reader");
  return (
    <>
      <section lang={lang} className="reader-words">
        <h2>{article.title}</h2>
        <ArticleText text={article.text} query="" />
      </section>
      <p className="quiet">{t(reviewed ? "translation.reviewed" : "translation.draft")}</p>
      <h2>{t("translation.original")}</h2>
    </>
  );
}
