// Script that comes over the network before a resident sees the handbook.
import { readdirSync } from "node:fs";
import { join } from "node:path";

import { openTelephone } from "./lib/telephone.mjs";
import { watchScripts } from "./lib/watch-scripts.mjs";
import { slugIn } from "./lib/ward.mjs";

const MOST = 150;

/** Opens a handbook in a browser that has seen nothing yet, and adds up what had come over the network when the app's own handbook stood: script as it came, compressed, without its headers. */
export async function bench({ origin, links, root, chromium }) {
  const phone = await openTelephone({ chromium });
  try {
    const page = await phone.context.newPage();
    const session = await phone.context.newCDPSession(page);
    const scripts = await watchScripts(session);
    await page.addInitScript(markWhenThere, BOX);
    await page.goto(`${origin}/so-tay/${slugIn(links)}/kp1`);
    await page.locator(BOX).waitFor();
    await page.waitForTimeout(3000);
    const come = new Set(await page.evaluate(comeBeforeMark));
    const all = [...scripts.values()];
    const loaded = all.filter(({ name }) => come.has(name));
    const later = all.filter(({ name }) => !come.has(name));
    const kilobytes = loaded.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
    const names = new Set([...loaded, ...later].map(({ name }) => name));
    const rest = readdirSync(join(root, "dist/web/assets")).filter(
      (name) => name.endsWith(".js") && !names.has(name),
    );
    for (const { name, bytes, encoding } of loaded)
      console.error(`  ${(bytes / 1000).toFixed(1)} kB ${encoding} ${name}`);
    console.error(`  later: ${later.map(({ name }) => name).join(" ") || "nothing"}`);
    console.error(`  not loaded: ${rest.join(" ")}`);
    return [
      {
        what: "script before the handbook shows, compressed",
        measured: `${kilobytes.toFixed(1)} kB in ${loaded.length} files`,
        yardstick: `${rest.length} files of script not loaded`,
        atMost: `${MOST} kB, nothing of the office`,
        holds: kilobytes <= MOST && ![...names].some((name) => /office|import|invite|device|qr/i.test(name)),
      },
    ];
  } finally {
    await phone.end();
  }
}

/** The app's own: the one that the ward writes into the page stands before any script has come. */
const BOX = "#root input[type=search]";

// In the page: notes the moment itself, since whoever looks from outside sees it later, when what stands below is fetched already.
function markWhenThere(box) {
  const observer = new MutationObserver(() => {
    if (!document.querySelector(box)) return;
    performance.mark("box");
    observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
}

function comeBeforeMark() {
  const [{ startTime }] = performance.getEntriesByName("box");
  const scripts = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".js"));
  return scripts.filter((one) => one.responseEnd <= startTime).map(({ name }) => name.split("/").at(-1));
}
