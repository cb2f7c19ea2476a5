import { clausesOf, findArticle } from "../../domain/covenant/articles.ts";
import { nearest, type Article, type Ward } from "../../domain/ward-facts.ts";
import { formatDate } from "../../domain/words/vietnamese-format.ts";
import { haltsCard } from "./halts.ts";
import { html, type Html } from "./html.ts";
import { words } from "./words.ts";

/**
 * One article of an area's handbook, as the app draws it a moment later in the same place; null where there is none of that
 * number. Links lead to what the app knows, and wait for it.
 */
export function articlePage(ward: Ward, area: string, number: string): Html | null {
  const covenant = nearest(ward.covenants, area);
  const found = covenant && findArticle(covenant.chapters, number);
  if (!found) return null;
  const { article, chapter, previous, next } = found;
  const { recognition } = covenant;
  return html`<div class="screen screen-with-tabs">
    <div class="screen-page">
      <header class="reader-bar">
        <div class="top-bar">
          <a class="icon-button" href="/so-tay/${ward.slug}/${covenant.area}"
            ><span>${words.contents}</span></a
          >
          <p class="top-bar-words">${words.chapterOf(chapter.mark, chapter.name)}</p>
        </div>
      </header>
      <main>
        <div class="screen-main">
          <article class="reader">
            <h1><span class="reader-number">${words.article(number)}</span> ${article.title}</h1>
            ${haltsCard(ward, covenant, String(article.number))}
            ${clausesOf(article.text).map(
              (clause) =>
                html`<p class="reader-clause">
                  ${clause.number === null ? "" : html`<strong>${clause.number}.</strong>`} ${clause.text}
                </p>`,
            )}
          </article>
          <nav class="reader-around">
            ${previous ? neighbour(previous, words.previous, "reader-previous") : ""}
            ${next ? neighbour(next, words.next, "reader-next") : ""}
          </nav>
          <p>${words.recognised(recognition.number, formatDate(recognition.date), recognition.authority)}</p>
        </div>
      </main>
    </div>
  </div>`;
}

function neighbour({ number, title }: Article, word: string, side: string): Html {
  const address = `#dieu-${encodeURIComponent(number)}`;
  return html`<a href="${address}" class="${side}"
    ><span><span class="reader-around-word">${word}</span>${words.articleOf(String(number), title)}</span></a
  >`;
}
