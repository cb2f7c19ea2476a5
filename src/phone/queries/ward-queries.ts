import { isAreaCode } from "../../domain/ids.ts";
import type { AmendmentRecord, Observation, WardRecord } from "../../domain/ward-facts.ts";
import type { HandbookView, Live, WardView } from "../api/phone.ts";
import type { PhoneDatabase } from "../store/database.ts";
import { live } from "../store/live.ts";
import { open, type Sealed } from "../store/seal.ts";

/** The ward's facts without the long texts. */
export function watchWard(db: PhoneDatabase, ward: string): Live<WardView | null> {
  return live(async () => {
    const row = await db.views.get([ward, "ward"]);
    return row ? open(row.sealed as Sealed<WardView>) : null;
  });
}

/** What was counted of the ward and its areas, in the log's order. */
export function watchObservations(db: PhoneDatabase, ward: string): Live<readonly Observation[]> {
  return live(async () => {
    const row = await db.views.get([ward, "observations"]);
    return row ? open(row.sealed as Sealed<readonly Observation[]>) : [];
  });
}

/** What was said of the ward's meetings, in the log's order. */
export function watchMeetings(db: PhoneDatabase, ward: string): Live<readonly WardRecord[]> {
  return live(async () => {
    const row = await db.views.get([ward, "meetings"]);
    return row ? open(row.sealed as Sealed<readonly WardRecord[]>) : [];
  });
}

/** What was said of changes to covenants, in the log's order. */
export function watchAmendments(db: PhoneDatabase, ward: string): Live<readonly AmendmentRecord[]> {
  return live(async () => {
    const row = await db.views.get([ward, "amendments"]);
    return row ? open(row.sealed as Sealed<readonly AmendmentRecord[]>) : [];
  });
}

/** The handbook of an area or, where it has none of its own, of the nearest one around it. */
export function watchHandbook(db: PhoneDatabase, ward: string, area: string): Live<HandbookView | null> {
  return live(async () => {
    const [membership, ...rows] = await Promise.all([
      db.memberships.get(ward),
      ...around(area).map((code) => db.views.get([ward, `handbook/${code}`])),
    ]);
    const row = rows.find((one) => one !== undefined);
    if (!row) return null;
    return {
      ...open(row.sealed as Sealed<Omit<HandbookView, "updatedAt">>),
      updatedAt: membership?.heardAt ?? 0,
    };
  });
}

function around(area: string): string[] {
  if (!isAreaCode(area)) return [area];
  const steps = area.split("/");
  return steps.map((_, at) => steps.slice(0, steps.length - at).join("/"));
}
