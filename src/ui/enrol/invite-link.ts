import { isWardSlug } from "../../domain/ids.ts";

/** What an invite's address carries. */
export interface Invite {
  readonly ward: string;
  readonly code: string;
}

/**
 * Reads an invite from whatever somebody pastes: the whole link, the part behind `#`, or `<ward>.<code>` alone, with
 * spaces and line breaks as messages put them in. Null where there is none.
 */
export function readInvite(text: string): Invite | null {
  const bare = text.replace(/\s+/g, "");
  const tail = bare.slice(bare.indexOf("#") + 1);
  const dot = tail.indexOf(".");
  const [ward, code] = [tail.slice(0, Math.max(0, dot)), tail.slice(dot + 1)];
  // A code may be a signed invite of three parts (PROTOCOL.md §3), so dots are allowed in it.
  return dot > 0 && isWardSlug(ward) && /^[\w.-]{16,4096}$/.test(code) ? { ward, code } : null;
}

/** The form that `readInvite` reads: short enough to be read out or copied by hand. */
export function formatInvite({ ward, code }: Invite): string {
  return `${ward}.${code}`;
}
