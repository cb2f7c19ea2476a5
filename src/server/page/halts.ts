import { covenantDecisions, haltedIn, haltsOf } from "../../domain/covenant/covenant-standing.ts";
import type { Covenant, Ward } from "../../domain/ward-facts.ts";
import { formatDate } from "../../domain/words/vietnamese-format.ts";
import { html, type Html } from "./html.ts";
import { words } from "./words.ts";

/** What does not hold of a covenant, as the app tells it (ui/handbook/chapters/Halts.tsx); at an article what concerns that one. */
export function haltsCard(ward: Ward, covenant: Covenant, article?: string): Html | "" {
  const halts = haltsOf(haltedIn(covenantDecisions(ward.records), covenant));
  const meant = halts.filter(
    ({ articles }) => article === undefined || articles.length === 0 || articles.includes(article),
  );
  if (meant.length === 0) return "";
  return html`<div class="card card-refused">
    ${meant.map(
      ({ by, articles }) =>
        html`<div>
          <p>
            <strong
              >${words.halted[by.outcome === "abolished" ? "abolished" : "suspended"](
                what(articles),
                formatDate(by.from),
                by.number,
                formatDate(by.date),
                by.authority,
              )}</strong
            >
          </p>
          ${by.grounds === "" ? "" : html`<p>${words.halted.grounds(by.grounds)}</p>`}
        </div>`,
    )}
  </div>`;

  function what(articles: readonly string[]): string {
    if (articles.length === 0) return words.halted.whole;
    if (article !== undefined) return words.halted.article;
    return words.halted.articles(articles.map(words.article).join(", "));
  }
}
