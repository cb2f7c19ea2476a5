import type { i18n as Texts } from "i18next";
import type { Membership, Phone } from "../phone/api/phone.ts";
import { pledgeDraftKey } from "../phone/drafts/pledge-draft-key.ts";
import { areaKey } from "../phone/look/first-look.ts";
import { findLook, whenTapped } from "./look/look-element.ts";
import { liveAhead } from "./parts/hooks/live-stores.ts";
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

/**
 * The same with the screen of an address fetched and what it shows read, so that it is drawn once, whole; unfetched it says
 * itself why.
 */
export async function prepareFor({ watch }: Pick<Phone, "watch">, path: string): Promise<Prepared> {
  const prepared = prepareApp();
  const isWork = isWorkAddress(path);
  // Asked in any case: the database opens while the screen is fetched.
  const memberships = inTime(liveAhead(watch, "memberships", []), NONE);
  const opened = path === "/" ? memberships.then(startAddress) : Promise.resolve(path);
  const read = isWork
    ? inTime(
        opened.then(async (to) => readAhead(watch, await memberships, to)),
        null,
      )
    : null;
  const to = await opened;
  await prepared.screens.fetchFor(to).catch(() => undefined);
  await read;
  const look = findLook();
  if (to === "/phuong" && look) await readOverview(watch, await memberships, look);
  return prepared;
}

/** Asks for all that the first picture of a place of work shows. */
async function readAhead(
  watch: Phone["watch"],
  [membership]: readonly Membership[],
  path: string,
): Promise<null> {
  if (!membership) return null;
  const { ward } = membership;
  const [, household, form] = /^\/ho\/([^/]+)(\/ky$)?/.exec(path) ?? [];
  if (household !== undefined && form !== undefined) return readForm(watch, ward, household);
  await Promise.all([
    liveAhead(watch, "settings", []),
    liveAhead(watch, "storage", []),
    liveAhead(watch, "ward", [ward]),
    liveAhead(watch, "sending", [ward]),
    ...(path === "/di-ho"
      ? [liveAhead(watch, "round", [ward]), liveAhead(watch, "draft", [areaKey(ward)])]
      : []),
    ...(household === undefined ? [] : [liveAhead(watch, "household", [ward, household])]),
  ]);
  return null;
}

/**
 * Waits for twenty thousand households while their overview stands as it stood last: what is read ahead is drawn in slices,
 * what comes after it is not. Not once something was tapped on it.
 */
async function readOverview(
  watch: Phone["watch"],
  [membership]: readonly Membership[],
  look: HTMLElement,
): Promise<void> {
  if (!membership) return;
  const asked = liveAhead(watch, "counts", [membership.ward]).then(() => undefined);
  await inTime(Promise.race([asked, whenTapped(look)]), undefined, LONG_PATIENCE);
}

/** The same of a household's pledge: what phone/look/form-ahead.ts may have read already, and nothing else. */
async function readForm(watch: Phone["watch"], ward: string, household: string): Promise<null> {
  await Promise.all([
    liveAhead(watch, "settings", []),
    liveAhead(watch, "ward", [ward]),
    liveAhead(watch, "row", [ward, household]),
    liveAhead(watch, "draft", [pledgeDraftKey(ward, household)]),
  ]);
  return null;
}

function isWorkAddress(path: string): boolean {
  return /^\/($|di-ho|ho\/|phuong)/.test(path);
}

/** Where the start page is about to go on to. */
function startAddress([membership]: readonly Membership[]): string {
  return membership ? homeAddress(membership) : "/";
}

/** A browser that tells nothing of its storage must not hold up the page that says so. */
function inTime<T>(asked: Promise<T>, otherwise: T, patience = PATIENCE): Promise<T> {
  return Promise.race([asked, new Promise<T>((resolve) => setTimeout(resolve, patience, otherwise))]);
}

/** Milliseconds. */
const PATIENCE = 1_000;
/** Where something stands meanwhile. */
const LONG_PATIENCE = 5_000;
const NONE: readonly Membership[] = [];
