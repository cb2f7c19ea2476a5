// Our pledge beside the same twelve questions and signature in the two form libraries that people know.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { countTaps, signEnketo, signOdk, signOurs } from "./lib/count-taps.mjs";
import { buildEmptyPage } from "./lib/empty-page.mjs";
import { median } from "./lib/numbers.mjs";
import { buildEnketo, buildOdk, installPeers } from "./lib/peer-pages.mjs";
import { serveFolder } from "./lib/serve-folder.mjs";
import { enrol, openTelephone, waitForHouseholds } from "./lib/telephone.mjs";
import { firstLoad, laterLoad } from "./lib/usable.mjs";
import { makeInvite, makeWard } from "./lib/ward.mjs";
import { precompress } from "../../scripts/precompress.mjs";

const HOUSEHOLDS = 70;
const LOADS = 5;
const MOST = { script: 0.6, first: 0.7, later: 1 };
/** Enketo draws another form on a telephone. */
const ANDROID =
  "Mozilla/5.0 (Linux; Android 13; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36";

/**
 * All are loaded in turns in one browser: first as somebody whose browser has nothing of them (of ours: an enrolled phone
 * whose database was kept, with the browser's cache, the worker and its cache gone), then once more from their worker.
 */
export async function bench({ root, chromium, startServer }) {
  const dataDir = mkdtempSync(join(tmpdir(), "so-tay-peers-"));
  const phone = await openTelephone({ chromium, userAgent: ANDROID });
  const servers = [];
  try {
    const pages = await preparePages({ dataDir, root, chromium, startServer, phone, servers });
    const loads = await loadAll(phone.context, pages);
    const taps = await tapAll(phone.context, pages);
    return rows(loads, taps);
  } finally {
    await phone.end();
    for (const server of servers) await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function preparePages({ dataDir, root, chromium, startServer, phone, servers }) {
  await installPeers();
  const folder = (name) => join(dataDir, name);
  await buildEmptyPage(folder("bare"));
  await precompress(folder("bare"));
  await buildEnketo({ outDir: folder("enketo"), chromium });
  await buildOdk({ outDir: folder("odk") });
  await makeWard({ dataDir, root, households: HOUSEHOLDS, groups: 1, neighbourhoods: 1 });
  const pages = {};
  for (const [name, wanted] of Object.entries(WANTED)) {
    writeFileSync(join(folder(name), "list.html"), '<!doctype html><a href="/">Hộ 1</a>');
    const server = await serveFolder(folder(name));
    servers.push(server);
    pages[name] = { url: `${server.origin}/`, list: `${server.origin}/list.html`, wanted };
  }
  const server = await startServer({ dataDir });
  servers.push(server);
  return { ...pages, ours: await prepareOurs(phone.context, server) };
}

/** What stands on the screen once a form can be filled in. */
const WANTED = {
  bare: "p.ready",
  enketo: "body[data-usable] canvas",
  odk: ".question-container input[type=radio]",
};

async function prepareOurs(context, server) {
  const page = await context.newPage();
  await enrol(page, await makeInvite(server, "volunteer", "kp1"));
  await waitForHouseholds(page, server.origin, HOUSEHOLDS);
  const home = await page
    .getByRole("link", { name: /^Hộ .*: .*chưa gặp/i })
    .last()
    .getAttribute("href");
  await page.close();
  return {
    url: `${server.origin}${home}/ky`,
    list: `${server.origin}/di-ho`,
    wanted: "#root .pledge-items input[type=checkbox]",
  };
}

async function loadAll(context, pages) {
  const loads = Object.fromEntries(Object.keys(pages).map((name) => [name, []]));
  // The first round fills what the browser keeps of compiled code.
  for (let round = 0; round <= LOADS; round += 1) {
    for (const [name, page] of Object.entries(pages)) {
      const { time, script, loaded } = await firstLoad(context, page);
      const later = await laterLoad(context, page);
      console.error(
        `  ${name}: ${script.toFixed(1)} kB, ${Math.round(time)} ms, then ${Math.round(later)} ms`,
      );
      if (round > 0) loads[name].push({ script, first: time, later });
      else
        for (const one of loaded)
          console.error(`    ${(one.bytes / 1000).toFixed(1)} kB ${one.encoding} ${one.name}`);
    }
  }
  return Object.fromEntries(
    Object.entries(loads).map(([name, all]) => [
      name,
      Object.fromEntries(
        ["script", "first", "later"].map((what) => [what, median(all.map((one) => one[what]))]),
      ),
    ]),
  );
}

async function tapAll(context, { enketo, odk, ours }) {
  const taps = async (list, act) => {
    const page = await context.newPage();
    try {
      await page.goto(list);
      return await countTaps(page, act);
    } finally {
      await page.close();
    }
  };
  return {
    enketo: await taps(enketo.list, signEnketo),
    odk: await taps(odk.list, (hand) => signOdk(hand, { picture: PICTURE })),
    ours: await taps(ours.list, (hand) => signOurs(hand, { each: false })),
    each: await taps(ours.list, (hand) => signOurs(hand, { each: true })),
  };
}

/** One dot. */
const PICTURE = {
  name: "chu-ky.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
};

function rows(loads, taps) {
  return [
    row("pledge form beside its peers: script until it is usable, compressed", "script", kilobytes, loads),
    row("… first load at 1.6 Mbit/s, 150 ms, CPU 6× slower", "first", seconds, loads),
    row("… once more, from its worker", "later", seconds, loads),
    {
      what: "… taps from the list of households to a kept signature",
      measured: `${taps.ours} (${taps.each} with each item by itself)`,
      yardstick: `Enketo ${taps.enketo}, ODK ${taps.odk} and what taking a picture needs`,
      atMost: `${Math.min(taps.enketo, taps.odk)}`,
      holds: taps.ours <= Math.min(taps.enketo, taps.odk),
    },
  ];
}

function row(what, key, say, { ours, enketo, odk, bare }) {
  const most = MOST[key] * enketo[key];
  return {
    what,
    measured: `${say(ours[key])}, ${(ours[key] / enketo[key]).toFixed(2)} × Enketo`,
    yardstick: `Enketo ${say(enketo[key])}, ODK ${say(odk[key])}, bare page ${say(bare[key])}`,
    atMost: `${MOST[key]} × Enketo: ${say(most)}`,
    holds: ours[key] <= most,
  };
}

function kilobytes(number) {
  return `${Math.round(number).toLocaleString("en")} kB`;
}

function seconds(number) {
  return `${(number / 1000).toFixed(2)} s`;
}
