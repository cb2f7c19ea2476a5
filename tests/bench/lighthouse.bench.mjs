// What Lighthouse says of what a resident opens on a mid-range phone: the handbook's cover, an article, a receipt. And when the first text of the address on the printed cover stands on a thin line.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import Database from "better-sqlite3";
import { chromium as playwright } from "playwright-core";
import lighthouse from "lighthouse";

import { freePort } from "../../scripts/free-port.mjs";
import { enrolDevice } from "./lib/device.mjs";
import { firstText } from "./lib/first-text.mjs";
import { atDoor, pushTexts } from "./lib/full-ward.mjs";
import { median, milliseconds } from "./lib/numbers.mjs";
import { serveFolder } from "./lib/serve-folder.mjs";
import { makeInvite, slugIn } from "./lib/ward.mjs";

const RUNS = 3;
const FIRST_TEXT = 1_500;
const LEAST = { performance: 95, accessibility: 100, "best-practices": 100 };

/** The middle score of several runs, each in a browser that has seen nothing yet, by Lighthouse's own settings for mobile. */
export async function bench(given) {
  const book = `${given.origin}/so-tay/${slugIn(given.links)}/kp1`;
  const pages = { cover: book, article: `${book}?dieu=11`, receipt: await makeReceipt(given) };
  const rows = [];
  for (const [name, url] of Object.entries(pages)) rows.push(...(await judge(name, url, given.chromium)));
  rows.push(await measureFirstText(book, given.chromium));
  return rows;
}

/** Each in a browser that has seen nothing yet, in turns with a page of one line. */
async function measureFirstText(book, chromium) {
  const folder = mkdtempSync(join(tmpdir(), "so-tay-bare-"));
  writeFileSync(join(folder, "index.html"), '<!doctype html><meta charset="utf-8"><p>Trống</p>');
  const server = await serveFolder(folder);
  const times = { ours: [], bare: [] };
  try {
    for (let i = 0; i < RUNS; i += 1) {
      times.bare.push(await firstText(chromium, server.origin));
      times.ours.push(await firstText(chromium, book));
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const measured = median(times.ours);
  return {
    what: "first text of the address on the printed cover, 1.6 Mbit/s, 150 ms, CPU 6× slower",
    measured: `${milliseconds(measured)} (${times.ours.map(milliseconds).join(", ")})`,
    yardstick: `page of one line ${milliseconds(median(times.bare))}`,
    atMost: milliseconds(FIRST_TEXT),
    holds: measured <= FIRST_TEXT,
  };
}

async function judge(name, url, chromium) {
  console.error(`  ${name}`);
  const runs = [];
  for (let i = 0; i < RUNS; i += 1) runs.push(await ask(url, chromium));
  return Object.entries(LEAST).map(([category, least]) => {
    const scores = runs.map(({ categories }) => Math.round(categories[category].score * 100));
    return {
      what: `Lighthouse, mobile, ${name}: ${category.replace("-", " ")}`,
      measured: `${median(scores)} (${scores.join(", ")})`,
      yardstick: category === "performance" ? loading(runs) : "",
      atMost: `at least ${least}`,
      holds: median(scores) >= least,
    };
  });
}

/** The address of the receipt of a pledge that the ward has. */
async function makeReceipt({ origin, links, dataDir }) {
  const invite = await makeInvite({ origin, dataDir, ward: slugIn(links) }, "volunteer", "kp1");
  const device = await enrolDevice(origin, invite);
  const store = new Database(join(dataDir, "so-tay.sqlite"), { readonly: true });
  const household = store.prepare("select household from households where area like 'kp1/%'").pluck().get();
  store.close();
  const texts = await Promise.all(atDoor(device, household, 0));
  await pushTexts(origin, device, texts, slugIn(links));
  return `${origin}/bien-nhan#${texts.at(-1).split("~", 1)[0]}`;
}

async function ask(url, executablePath) {
  const port = await freePort();
  const browser = await playwright.launch({
    executablePath,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      `--remote-debugging-port=${port}`,
    ],
  });
  try {
    const { lhr } = await lighthouse(url, { port, logLevel: "error", onlyCategories: Object.keys(LEAST) });
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    report(lhr);
    return lhr;
  } finally {
    await browser.close();
  }
}

/** Names what costs points. */
function report({ categories, audits }) {
  for (const { id, auditRefs } of Object.values(categories)) {
    const lost = auditRefs.filter(
      ({ id: audit, weight }) => weight > 0 && (audits[audit].score ?? 1) < 0.995,
    );
    for (const { id: audit } of lost)
      console.error(`  ${id}: ${audit} ${audits[audit].score} ${audits[audit].displayValue ?? ""}`);
  }
}

function loading(runs) {
  const value = (audit) => (median(runs.map(({ audits }) => audits[audit].numericValue)) / 1000).toFixed(1);
  return `first paint ${value("first-contentful-paint")} s, largest ${value("largest-contentful-paint")} s`;
}
