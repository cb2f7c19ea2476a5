import type { OwnAddress } from "./printed-addresses.ts";

/** What came of trying an address. */
export type AddressAnswer =
  /** The page says itself that it is what has to be found there; `opens`: another's page, of which nobody here knows what it says. */
  | { readonly is: "right" | "opens"; readonly moved: Moved | null }
  /** A page, and not this one: a portal's, or of whoever has the name now; `host`: whose it says to be. */
  | { readonly is: "other"; readonly moved: Moved | null; readonly host?: string }
  /** This app, where the ward has no such handbook. */
  | { readonly is: "empty" }
  | { readonly is: "status"; readonly status: number }
  | { readonly is: Unopened };

/** Why no page came at all; `elsewhere`: it leads to another site, where a browser cannot look. */
export type Unopened =
  | "silent"
  | "late"
  | "no-such-name"
  | "certificate"
  | "turns-round"
  | "elsewhere"
  | "no-web-address"
  | "private";

/** Where an address led on to, and whether it says that it will do so for good. */
export interface Moved {
  readonly to: string;
  /** Undefined where nobody could see. */
  readonly forGood?: boolean | undefined;
}

/** A page as it came. */
export interface FoundPage {
  readonly status: number;
  readonly text: string;
  readonly moved: Moved | null;
}

/**
 * Judges what came from an address of the ward's own by what the page says of itself: a gateway that answers everything with
 * 200 is not taken for a handbook. Of the page of all handbooks, which names no ward, `isWardThere` tells. Khu phố bear the
 * same codes everywhere, and wards may bear one name: where the ward's own sites are known, `isOurs` tells them from others.
 */
export function judgeOwn(
  own: OwnAddress,
  { status, text, moved }: FoundPage,
  isWardThere: boolean,
  isOurs: (host: string) => boolean = () => true,
): AddressAnswer {
  if (status !== 200) return { is: "status", status };
  if (!/<meta name="app-scripts"/.test(text)) return { is: "other", moved };
  const permanent = canonical(text);
  // One that names no address of its own stands where it was found.
  const at = permanent ?? (moved && urlOf(moved.to));
  if (at && !isOurs(at.host)) return { is: "other", moved, host: at.host };
  switch (own.kind) {
    case "handbook":
      return permanent?.pathname === own.path ? { is: "right", moved } : { is: "empty" };
    case "receipt":
      return / check-verdict"/.test(text) ? { is: "right", moved } : { is: "other", moved };
    case "ward":
      return isWardThere ? { is: "right", moved } : { is: "empty" };
  }
}

/** Judges what came from another's address: that there is a page. */
export function judgeLinked({ status, moved }: FoundPage): AddressAnswer {
  return status >= 200 && status < 300 ? { is: "opens", moved } : { is: "status", status };
}

/** Whether whoever scans or types it finds what was promised. */
export function isGood({ is }: AddressAnswer): boolean {
  return is === "right" || is === "opens";
}

/** The permanent address that a page names as its own (RFC 6596). */
function canonical(text: string): URL | null {
  return urlOf(/<link rel="canonical" href="([^"]*)"/.exec(text)?.[1] ?? "");
}

function urlOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
