import { chapterHead } from "../../domain/covenant/chapter-head.ts";
import { nearest, type Chapter, type Ward } from "../../domain/ward-facts.ts";
import { formatDate } from "../../domain/words/vietnamese-format.ts";
import { haltsCard } from "./halts.ts";
import { html, type Html } from "./html.ts";
import { words } from "./words.ts";

/**
 * Cover and contents of an area's handbook, as the app draws them a moment later in the same place; null where the ward has
 * no covenant for it. Buttons and box wait for the app, which does what was tapped and takes over what was typed.
 */
export function handbookPage(ward: Ward, area: string): Html | null {
  const covenant = nearest(ward.covenants, area);
  if (!covenant) return null;
  const edition = String(nearest(ward.handbooks, area)?.edition ?? covenant.edition);
  const name = ward.areas.find(({ code }) => code === covenant.area)?.name ?? covenant.area;
  return html`<div class="screen screen-with-tabs">
    <div class="screen-page">
      <header class="cover">
        <p class="cover-publisher">${words.publisher(ward.name)} ${ward.demo ? demoBadge() : ""}</p>
        <h1>${words.coverTitle}</h1>
        <p class="cover-edition">
          ${name} · ${words.edition(edition)}<br />${words.inForce(formatDate(covenant.inForce))}
        </p>
      </header>
      <main>
        <div class="screen-main">
          <div class="contents">
            ${haltsCard(ward, covenant)}
            <div class="card card-plain">
              <div class="contents-kept">
                <div>
                  <p class="contents-kept-title">${words.keeping}</p>
                  <p>${words.keepingText}</p>
                </div>
              </div>
            </div>
            <search class="search-field">
              <input
                type="search"
                aria-label="${words.search}"
                placeholder="${words.search}"
                autocomplete="off"
              />
            </search>
            <nav class="chapter-list">
              <h2>${words.contents}</h2>
              <ol>
                ${covenant.chapters.map(chapterRow)}
              </ol>
            </nav>
          </div>
        </div>
      </main>
    </div>
  </div>`;
}

function demoBadge(): Html {
  return html`<span class="demo-badge">${words.demo}</span>`;
}

function chapterRow(chapter: Chapter, at: number): Html {
  const { mark, name } = chapterHead(chapter, at);
  return html`<li>
    <button type="button" class="chapter-row">
      <span class="chapter-mark"
        ><span class="only-heard">${words.chapter(mark)}: </span><span aria-hidden="true">${mark}</span></span
      ><span class="chapter-words"
        ><span class="chapter-name">${name}</span
        ><span class="quiet">${words.articles(chapter.articles.length)}</span></span
      >
    </button>
  </li>`;
}
