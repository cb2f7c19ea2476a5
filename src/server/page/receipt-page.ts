import { html } from "./html.ts";
import { insertLook } from "./insert-look.ts";
import { words } from "./words.ts";

/**
 * The page of every receipt while its signature is being checked, as the app draws it a moment later: which receipt it is
 * stands behind the `#`, and no server hears of it. `index` is the app's page as it was built.
 */
export function receiptPage(index: string): string {
  const { receipt } = words;
  // As high as the card of the longest good answer (ui/receipt/ReceiptReader.tsx), so that nothing moves when it comes.
  const room = [receipt.good, "", receipt.goodText, "", receipt.standing.other].join("\n");
  const shown = html`<div class="screen screen-with-tabs">
    <div class="screen-page">
      <header class="top-bar">
        <div class="top-bar-words"><h1>${receipt.title}</h1></div>
      </header>
      <main>
        <div class="screen-main">
          <div class="check">
            <section class="card card-again check-verdict">
              <div class="check-icon"></div>
              <div class="check-room" data-room="${room}">
                <div>
                  <h2 role="status">${receipt.reading}</h2>
                  <p>${receipt.checking}</p>
                </div>
              </div>
            </section>
            <div class="check-keep"></div>
            <section>
              <h2>${receipt.shows}</h2>
              <p>${receipt.showsWhat}</p>
              <h2>${receipt.hides}</h2>
              <ul>
                <li>${receipt.hidesWho}</li>
                <li>${receipt.hidesNames}</li>
              </ul>
              <p class="quiet">${receipt.voluntary}</p>
            </section>
          </div>
        </div>
      </main>
    </div>
  </div>`;
  const head = html`<title>${receipt.title} · ${words.appName}</title>
    <meta name="description" content="${receipt.showsWhat}" />`;
  return insertLook(index, shown, head);
}
