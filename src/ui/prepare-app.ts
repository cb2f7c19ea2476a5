import type { i18n as Texts } from "i18next";
import type { Membership, Phone } from "../phone/phone.ts";
import { laterScreens } from "./later-screens.tsx";
import { makeTexts } from "./text/i18n.ts";
import { vi } from "./text/vi.ts";
import { homeAddress } from "./welcome/home-address.ts";

/** What the app needs before its first picture. */
export interface Prepared {
  readonly texts: Texts;
  readonly screens: ReturnType<typeof laterScreens>;
}

/** The words that a reader needs, and the screens that come later. */
export function prepareApp(): Prepared {
  const texts = makeTexts(vi);
  return { texts, screens: laterScreens(texts) };
}

/** The same with the screen of an address fetched, so that it is the first picture; unfetched it says itself why. */
export async function prepareFor(phone: Phone, path: string): Promise<Prepared> {
  const prepared = prepareApp();
  // Asked in any case: the database opens while the screen is fetched.
  const start = startAddress(phone);
  await prepared.screens.fetchFor(path === "/" ? await start : path).catch(() => undefined);
  return prepared;
}

/** Where the start page is about to go on to. */
function startAddress({ watch }: Phone): Promise<string> {
  return new Promise((resolve) => {
    const stop = watch.memberships()((memberships: readonly Membership[]) => {
      resolve(memberships[0] ? homeAddress(memberships[0]) : "/");
      // Not before it is known how to stop.
      setTimeout(() => stop());
    });
    // A browser that tells nothing of its storage must not hold up the page that says so.
    setTimeout(() => resolve("/"), PATIENCE);
  });
}

/** Milliseconds. */
const PATIENCE = 1_000;
