import { useTranslation } from "react-i18next";
import type { Article } from "../../../domain/ward-facts.ts";

/** An article's number in the reader's language and, last in each of them, its title, which is in the covenant's own. */
export function ArticleName({ number, title }: Pick<Article, "number" | "title">) {
  const { t } = useTranslation("handbook");
  return (
    <>
      {t("articleOf", { number, title: "" })}
      <span lang="vi">{title}</span>
    </>
  );
}
