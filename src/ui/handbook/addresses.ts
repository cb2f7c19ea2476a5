import { isAreaCode, isWardSlug } from "../../domain/ids.ts";

/** Where in which handbook a reader is. */
export interface HandbookPlace {
  readonly ward: string;
  readonly area: string;
  /** Number of the open article; null on the contents page. */
  readonly article: string | null;
}

/**
 * The permanent address of a handbook or of one article: `/so-tay/phuong-3/kp2#dieu-11`. Area codes may hold any word
 * between slashes, so the article stands behind the `#`: there it is unambiguous, and the ward never learns what is read.
 */
export function handbookAddress(ward: string, area: string, article?: string | number): string {
  return `/so-tay/${ward}/${area}${article === undefined ? "" : articleHash(article)}`;
}

/** What stands behind the handbook's address where it is laid out for printing. */
export const BOOKLET = "#ban-in";

/** The part of an article's address behind the handbook's. */
export function articleHash(article: string | number): string {
  return `#dieu-${encodeURIComponent(article)}`;
}

/**
 * The address of an article to be handed to others: with it the ward writes the article into the page, and its name into the
 * preview of the link. The app itself has the article behind the `#`.
 */
export function sharedAddress(ward: string, area: string, article: string | number): string {
  return `${handbookAddress(ward, area)}?dieu=${encodeURIComponent(article)}`;
}

/** The app's own address of a shared one; null for any other. */
export function ownAddress({ pathname, search }: Pick<Location, "pathname" | "search">): string | null {
  const article = new URLSearchParams(search).get("dieu");
  const place = article === null ? null : readHandbookAddress(pathname, "");
  return place && article !== null ? handbookAddress(place.ward, place.area, article) : null;
}

/** Reads path and hash of an address; null where they name no handbook. */
export function readHandbookAddress(path: string, hash: string): HandbookPlace | null {
  const [, ward, area] = /^\/so-tay\/([^/]+)\/(.+?)\/?$/.exec(path) ?? [];
  if (!isWardSlug(ward) || !isAreaCode(area)) return null;
  return { ward, area, article: readArticle(hash) };
}

/** The ward of `/so-tay/<ward>`, where no area was chosen yet; null elsewhere. */
export function readWardAddress(path: string): string | null {
  const [, ward] = /^\/so-tay\/([^/]+)\/?$/.exec(path) ?? [];
  return isWardSlug(ward) ? ward : null;
}

function readArticle(hash: string): string | null {
  const text = /^#dieu-(.+)$/.exec(hash)?.[1];
  if (text === undefined) return null;
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign in an address typed by hand.
    return text;
  }
}
