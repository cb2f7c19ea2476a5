import { isHouseholdId } from "../../domain/ids.ts";
import type { Facts } from "../log/facts.ts";
import type { DeviceFact, HouseholdFact, LogRow } from "../store/rows.ts";
import type { Reader, Shown } from "./sight.ts";

/**
 * A row of the log as it stands by some facts; without what anybody may see of it, where `isPublic` does not say so, and
 * whatever it may erase of a reader's own.
 */
export function shownBy({ households, devices }: Stood, row: LogRow, isPublic = false): Shown {
  const { type, topic, place, kid } = row;
  const household = isHouseholdId(place) ? households.get(place) : undefined;
  const heir = household && households.get(household.heir);
  return {
    type,
    topic,
    place,
    kid,
    heir: household?.heir ?? null,
    area: heir?.area ?? household?.area ?? null,
    author: devices.get(kid)?.household ?? null,
    public: isPublic,
    reaches: false,
  };
}

/** Where households stand, and whose devices there are. */
export type Stood = Pick<Facts, "devices"> & { readonly households: ReadonlyMap<string, HouseholdFact> };

/** A device as a reader, by the household that stands for its own one where that is known. */
export function readerOf(device: DeviceFact, heir: string | undefined): Reader {
  const { kid, role, areas, households, household } = device;
  return { kid, role, areas, households, own: household === null ? [] : [household, heir ?? household] };
}
