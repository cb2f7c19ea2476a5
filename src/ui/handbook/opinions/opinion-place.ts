import { isWithin } from "../../../domain/ids.ts";
import type { Membership, WardView } from "../../../phone/api/phone.ts";

/**
 * What an opinion about a handbook's article may be about, so that the ward takes it from this phone (PROTOCOL.md §5): the
 * area, the part of it where the volunteer works, the household whose phone it is; null where this phone cannot say it.
 */
export function opinionPlace(
  membership: Membership | undefined,
  devices: WardView["devices"],
  area: string,
): string | null {
  if (!membership || membership.device === null || membership.revoked) return null;
  const { role, areas, device } = membership;
  if (role === "office") return area;
  if (role === "household") return devices[device]?.household ?? null;
  if (role !== "volunteer") return null;
  return areas.some((own) => isWithin(area, own)) ? area : (areas.find((own) => isWithin(own, area)) ?? null);
}
