import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** The smallest screen that the app is promised on. */
export const SMALL = { width: 320, height: 568 } as const;

/** One screen of the app: how it is called in a report, and how one gets there from the one before. */
export type Look = readonly [string, () => Promise<unknown>];

/**
 * Looks at what stands on the glass: by day, by night (contrast), and with letters twice the size. What is read at length wants
 * a contrast of 7:1.
 */
export async function expectSound(page: Page, isRead = false): Promise<void> {
  const enhanced = isRead ? ["color-contrast-enhanced"] : [];
  await settle(page);
  const found = await findings(page);
  if (isRead) found.push(...(await findings(page, enhanced, READ)));
  await page.emulateMedia({ colorScheme: "dark" });
  await settle(page);
  found.push(...(await findings(page, ["color-contrast"])));
  if (isRead) found.push(...(await findings(page, enhanced, READ)));
  await page.emulateMedia({ colorScheme: "light" });
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  await settle(page);
  const enlarged = await findings(page, LAID_OUT);
  await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
  expect({ found, enlarged }).toEqual({ found: [], enlarged: [] });
}

/** What axe finds, and whether anything runs off the side of the glass. The app has no frames. */
async function findings(page: Page, rules: string[] | null = null, within = "html"): Promise<string[]> {
  const violations = await runAxe(page, rules, within);
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth + 1 ? [`${scrollWidth} px wide in ${clientWidth}`] : [];
  });
  const told = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
  );
  return [...told, ...wide];
}

/** Runs axe, which a document is given once, as it takes longer to read than most rules to be looked at; tells only of what is wrong. */
async function runAxe(page: Page, rules: string[] | null, within: string): Promise<axe.Result[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
  const options: axe.RunOptions = { resultTypes: ["violations"], ...(rules ? { runOnly: rules } : {}) };
  const { violations } = await page.evaluate(
    ([where, how]) => (globalThis as unknown as { readonly axe: typeof axe }).axe.run(where, how),
    [within, options] as const,
  );
  return violations;
}

/** Waits until nothing moves any more, and what moved has been drawn. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const moving = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(moving.map(({ finished }) => finished));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

/** Runs in the page. Whether something has its size already, and neither the glass ends before it nor anything lies over it. */
export function isSeenWhole(element: Element): boolean {
  const { left, right, top, bottom, height } = element.getBoundingClientRect();
  if (height < 20) return false;
  // Of the rounded corner of a button nothing is hit nearer to its edge.
  const inside = 6;
  return [top + inside, (top + bottom) / 2, bottom - inside].every((y) =>
    [left + inside, (left + right) / 2, right - inside].every((x) => {
      const there = document.elementFromPoint(x, y);
      return there !== null && (element === there || element.contains(there));
    }),
  );
}

/** What larger letters may spoil; names, roles and headings are the same at any size. */
const LAID_OUT = ["scrollable-region-focusable"];
/** Around it stands what leads elsewhere. */
const READ = "main";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
