import type { WardKey } from "../store/rows.ts";

/**
 * The ward's keys of two readings of its chain: of what this phone has pinned by now, and of an answer that began on what it
 * had pinned when it asked. None is given up, whichever answer came last. Null where the two part anywhere: then they are two
 * wards under one name, or two keys that one has named in its place, and of these the first one known here holds.
 */
export function joinPins(pinned: readonly WardKey[], heard: readonly WardKey[]): readonly WardKey[] | null {
  if (heard.some(({ kid }, at) => pinned[at] && pinned[at].kid !== kid)) return null;
  return heard.length > pinned.length ? heard : pinned;
}
