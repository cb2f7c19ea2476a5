// What Lighthouse says of the resident's handbook on a mid-range phone.
import { chromium as playwright } from "playwright-core";
import lighthouse from "lighthouse";

import { freePort } from "../../scripts/free-port.mjs";
import { median } from "./lib/numbers.mjs";
import { slugIn } from "./lib/ward.mjs";

const RUNS = 3;
const LEAST = { performance: 95, accessibility: 100, "best-practices": 100 };

/** The middle score of several runs, each in a browser that has seen nothing yet, by Lighthouse's own settings for mobile. */
export async function bench({ origin, links, chromium }) {
  const url = `${origin}/so-tay/${slugIn(links)}/kp1`;
  const runs = [];
  for (let i = 0; i < RUNS; i += 1) runs.push(await ask(url, chromium));
  return Object.entries(LEAST).map(([category, least]) => {
    const scores = runs.map(({ categories }) => Math.round(categories[category].score * 100));
    return {
      what: `Lighthouse, mobile, handbook: ${category.replace("-", " ")}`,
      measured: `${median(scores)} (${scores.join(", ")})`,
      yardstick: category === "performance" ? loading(runs) : "",
      atMost: `at least ${least}`,
      holds: median(scores) >= least,
    };
  });
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
