// A list of 50,000 households taken in by the office's own browser: time, memory, and whether the page stays alive.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { milliseconds } from "./lib/numbers.mjs";
import { enrol, openTelephone, SLOW, slowDown } from "./lib/telephone.mjs";
import { householdList, makeInvite, makeWard } from "./lib/ward.mjs";

const ROWS = 50_000;
const FREEZE = 200;
/** Seconds of the saying that are watched. */
const SAYING = 30;

/**
 * An office whose ward has its tổ and few households chooses a .csv of 50,000, six times slower than this machine, and takes
 * it. What is counted: until the preview says what the list would do; the longest task of the page meanwhile, and while the
 * list is being said; how many households are said in a second by then; and the most memory that the browser's pages took.
 */
export async function bench({ root, chromium, startServer }) {
  const dataDir = mkdtempSync(join(tmpdir(), "so-tay-import-"));
  const desk = await openTelephone({ chromium, viewport: { width: 1280, height: 800 } });
  let server = null;
  try {
    await makeWard({ dataDir, root, households: 280 });
    const list = join(dataDir, "danh-sach-moi.csv");
    writeFileSync(list, householdList(ROWS, 280, 20));
    server = await startServer({ dataDir });
    const page = await desk.context.newPage();
    await page.addInitScript(watchTasks);
    await enrol(page, await makeInvite(server, "office"));
    const memory = await watchMemory(desk.context);
    await page.goto(`${server.origin}/phuong/ho-dan/nhap`);
    const box = page.getByLabel("Chọn tệp danh sách hộ");
    await box.waitFor({ state: "attached" });
    const session = await desk.context.newCDPSession(page);
    await slowDown(session, SLOW);
    await page.evaluate(() => (globalThis.tasks = []));
    const begun = Date.now();
    await box.setInputFiles(list);
    const sum = page.getByText(/^Sẽ thêm/);
    await sum.waitFor({ timeout: 240_000 });
    const preview = Date.now() - begun;
    const words = await sum.textContent();
    const [reading, afterReading] = [await longest(page), memory.most()];
    await page.getByRole("button", { name: "Nhận danh sách" }).click();
    await page.getByRole("button", { name: "Hoàn tác" }).waitFor({ timeout: 60_000 });
    const taking = await longest(page);
    const from = await said(page);
    await page.waitForTimeout(10_500);
    const [start, before] = [Date.now(), await said(page)];
    await page.waitForTimeout(SAYING * 1000);
    const rate = ((await said(page)) - before) / ((Date.now() - start) / 1000);
    const saying = await longest(page);
    console.error(`  ${words} ${from} ${before}`);
    memory.stop();
    return rows({ preview, reading, taking, saying, rate, afterReading, most: memory.most() });
  } finally {
    await desk.end();
    await server?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function rows({ preview, reading, taking, saying, rate, afterReading, most }) {
  const freeze = (what, measured) => ({
    what,
    measured: milliseconds(measured),
    yardstick: "",
    atMost: milliseconds(FREEZE),
    holds: measured <= FREEZE,
  });
  return [
    {
      what: `a list of ${ROWS.toLocaleString("en")} rows in the office's browser, page ${SLOW}× slower: until its preview stands`,
      measured: `${(preview / 1000).toFixed(1)} s`,
      yardstick: "",
      atMost: "–",
    },
    freeze("… longest task of the page meanwhile", reading),
    freeze("… longest task as it is taken", taking),
    freeze("… longest task while it is being said", saying),
    { what: "… said in a second", measured: `${rate.toFixed(0)}`, yardstick: "", atMost: "–" },
    {
      what: "… memory of the browser's pages, the most",
      measured: `${Math.round(afterReading)} MB, then ${Math.round(most)} MB`,
      yardstick: "",
      atMost: "–",
    },
  ];
}

/** Of the tasks since it was last asked, in milliseconds. */
async function longest(page) {
  return page.evaluate(() => Math.max(0, ...globalThis.tasks.splice(0)));
}

/** How many statements of its own this browser keeps. */
async function said(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open("so-tay");
        opening.addEventListener("success", () => {
          const database = opening.result;
          const counting = database.transaction("memberships").objectStore("memberships").getAll();
          counting.addEventListener("success", () => {
            database.close();
            resolve(Math.max(0, ...counting.result.map(({ n }) => n)));
          });
        });
      }),
  );
}

/** The memory of all renderers of a browser, looked at every quarter of a second. */
async function watchMemory(context) {
  const browser = await context.browser()?.newBrowserCDPSession();
  const pages = await context.newCDPSession(context.pages()[0]);
  let most = 0;
  const timer = setInterval(async () => {
    const { processInfo } = await (browser ?? pages)
      .send("SystemInfo.getProcessInfo")
      .catch(() => ({ processInfo: [] }));
    const sizes = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => residentOf(id));
    most = Math.max(most, sizes.reduce((sum, size) => sum + size, 0) / 1000);
  }, 250);
  return { most: () => most, stop: () => clearInterval(timer) };
}

/** Kilobytes. */
function residentOf(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    // It has ended.
    return 0;
  }
}

// This runs in the page.

function watchTasks() {
  globalThis.tasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.tasks.push(duration);
  }).observe({ type: "longtask", buffered: true });
}
