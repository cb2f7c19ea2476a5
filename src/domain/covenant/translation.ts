import type { Article, Covenant, Handbook, Translation } from "../ward-facts.ts";
import { findArticle } from "./articles.ts";

/** An article in another language than the covenant's own. */
export interface TranslatedArticle extends Pick<Translation, "lang" | "reviewed"> {
  readonly article: Article;
}

/** An article in a language, where the handbook has it so for this very edition of the covenant. */
export function translatedArticle(
  covenant: Covenant,
  handbook: Handbook | null,
  number: string,
  language: string,
): TranslatedArticle | undefined {
  if (!handbook || handbook.covenant !== covenant.covenant) return undefined;
  if (handbook.covenantEdition !== covenant.edition) return undefined;
  const found = handbook.translations?.find(({ lang }) => lang === language);
  const article = found && findArticle(found.chapters, number)?.article;
  return article && { lang: found.lang, reviewed: found.reviewed, article };
}

/** Numbers of the articles of a translation that its covenant has not got. */
export function strayArticles({ chapters }: Pick<Covenant, "chapters">, translation: Translation): string[] {
  return translation.chapters
    .flatMap(({ articles }) => articles.map((article) => String(article.number)))
    .filter((number) => !findArticle(chapters, number));
}
