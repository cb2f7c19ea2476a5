import type { TFunction } from "i18next";
import type { Halt } from "../../../domain/covenant/covenant-standing.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";

/** Those that are about an article, or about all of the covenant; all of them where no article is asked for. */
export function haltsAbout(halts: readonly Halt[], article: string | undefined): readonly Halt[] {
  return halts.filter(
    ({ articles }) => article === undefined || articles.length === 0 || articles.includes(article),
  );
}

/**
 * 'Điều 5 của quy ước này tạm ngừng thực hiện từ 20/11/2026, theo Quyết định số …'; at an article 'Điều này …'. Briefly,
 * without the decision.
 */
export function haltSentence(
  t: TFunction<"handbook">,
  { by, articles }: Halt,
  { article, brief = false }: { readonly article?: string | undefined; readonly brief?: boolean } = {},
): string {
  return t(`halted.${by.outcome === "abolished" ? "abolished" : "suspended"}`, {
    what: what(),
    from: formatDate(by.from),
    by: brief ? "" : decision(),
  });

  function decision(): string {
    return t("halted.by", { number: by.number, date: formatDate(by.date), authority: by.authority });
  }

  function what(): string {
    if (articles.length === 0) return t("halted.whole");
    if (article !== undefined) return t("halted.article");
    const list = articles.map((number) => t("article", { number })).join(", ");
    return t("halted.articles", { list });
  }
}
