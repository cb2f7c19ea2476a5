import type { WardKey } from "./database.ts";

/**
 * The ward's keys of two readings of its chain: of what this phone has pinned by now, and of an answer that began on what it
 * had pinned when it asked. None is given up, whichever answer came last. Null where the two begin with different keys: then
 * they are two wards under one name, and neither vouches for the other's.
 */
export function joinPins(pinned: readonly WardKey[], heard: readonly WardKey[]): readonly WardKey[] | null {
  if (pinned.length === 0) return heard;
  if (heard.length > 0 && heard[0]?.kid !== pinned[0]?.kid) return null;
  const further = heard.filter(({ kid }) => !pinned.some((one) => one.kid === kid));
  return further.length === 0 ? pinned : [...pinned, ...further];
}
