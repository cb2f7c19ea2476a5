import { datedCampaigns } from "../../domain/days/campaign-days.ts";
import type { Authors } from "../../domain/signed/retractions.ts";
import type { Campaign } from "../../domain/ward-facts.ts";
import type { WardView } from "../api/phone.ts";
import type { PhoneDatabase } from "../store/database.ts";
import type { ViewRow } from "../store/rows.ts";
import { open, type Sealed } from "../store/seal.ts";

/** The ward's facts that rows of households depend on. */
export interface WardFacts {
  readonly name: string;
  readonly devices: WardView["devices"];
  readonly campaign: Campaign | undefined;
  /** See `datedCampaigns`. */
  readonly dated: readonly Campaign[];
}

/** The ward's kept facts, or none. */
export async function readWardFacts(db: PhoneDatabase, ward: string): Promise<WardFacts> {
  return wardFactsIn(ward, await db.views.get([ward, "ward"]));
}

/** The ward's facts in its view `ward`; none where it has none yet. */
export function wardFactsIn(ward: string, row: ViewRow | undefined): WardFacts {
  if (!row) return { name: ward, devices: {}, campaign: undefined, dated: [] };
  return wardFactsOf(open(row.sealed as Sealed<WardView>));
}

/** The ward's facts in what screens are shown of it. */
export function wardFactsOf(view: WardView): WardFacts {
  const { name, devices, campaign } = view;
  return { name, devices, campaign, dated: datedCampaigns(view) };
}

/** Who stands behind a device, for the fold. */
export function authorsOf({ devices }: Pick<WardFacts, "devices">): Authors {
  return (kid) => devices[kid];
}
