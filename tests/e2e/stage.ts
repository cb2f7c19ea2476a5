import type { Page } from "playwright-core";
import { expect } from "vitest";

import { createApp, furnish, linkIn, type App } from "./app.ts";
import { WARD } from "./fill-ward.ts";
import { createOfficeClient, type OfficeClient } from "./office-client.ts";
import { createTelephone, type Telephone } from "./telephone.ts";

export { WARD } from "./fill-ward.ts";

/** A screen on which a journey is walked, and how many times slower it is than this machine. */
export interface Glass {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly slow: number;
}

const SCREENS = [
  { width: 320, height: 568 },
  { width: 360, height: 780 },
  { width: 1280, height: 800 },
] as const;

/** The screens of a journey: in the short form the one of this width, in the long form all three, six times slower. */
export function screensOf(width: (typeof SCREENS)[number]["width"], slow = 1): readonly Glass[] {
  const isLong = process.env["SO_TAY_LONG"] === "1";
  return SCREENS.filter((viewport) => isLong || viewport.width === width).map((viewport) => {
    return { viewport, slow: isLong ? 6 : slow };
  });
}

/** The cases of a journey: in the short form the first, in the long form all. */
export function firstOrAll<Case>(first: Case, ...more: Case[]): readonly Case[] {
  return process.env["SO_TAY_LONG"] === "1" ? [first, ...more] : [first];
}

/** What an office sits before. */
export interface Desk {
  readonly width: number;
  readonly height: number;
}

const DESKS = [
  { width: 1280, height: 800 },
  { width: 900, height: 700 },
] as const;

/** The desks of a journey in the office: in the short form the one of this width, or none where none is named; in the long form both. */
export function desksOf(width?: (typeof DESKS)[number]["width"]): readonly Desk[] {
  const isLong = process.env["SO_TAY_LONG"] === "1";
  return DESKS.filter((desk) => isLong || desk.width === width);
}

/** The desk at the other end of a phone's journey: the small one for the middle one of the three phones. */
export function deskBeside({ viewport }: Glass): Desk {
  return viewport.width === 360 ? DESKS[1] : DESKS[0];
}

/** Lets nothing of a page run off the side of its glass. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over).toBeLessThanOrEqual(0);
}

/** A furnished ward with its office, and the telephones of one file's journeys. */
export function createStage() {
  const phones: Telephone[] = [];
  let app: App | null = null;

  async function rest(): Promise<void> {
    for (const phone of phones.splice(0)) await phone.remove();
  }

  return {
    async open(): Promise<{ readonly app: App; readonly office: OfficeClient }> {
      app = await createApp();
      furnish(app);
      await app.start();
      const invite = linkIn(app.cli("invite", WARD, "office"));
      return { app, office: await createOfficeClient(app.origin, WARD, invite) };
    },
    phoneOf(options: Parameters<typeof createTelephone>[0] = {}): Telephone {
      const phone = createTelephone(options);
      phones.push(phone);
      return phone;
    },
    /** Puts the phones of one journey away: one that is slowed costs the next one its time, also while nobody looks at it. */
    rest,
    async close(): Promise<void> {
      await rest();
      await app?.remove();
    },
  };
}
