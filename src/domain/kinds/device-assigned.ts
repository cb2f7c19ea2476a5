import * as v from "valibot";
import { areas, householdId, list, seconds } from "./fields.ts";
import { kind } from "./kind.ts";

/** Which areas and single households a device works in from now on; it replaces what was assigned before. */
export const deviceAssigned = kind({
  type: "device.assigned",
  about: "device",
  body: v.looseObject({
    areas,
    households: v.optional(list(householdId)),
    from: seconds,
    to: seconds,
  }),
  forHousehold: true,
  onWard(ward, { sub, body }) {
    const device = ward.devices[sub];
    if (!device) return;
    device.areas = body.areas;
    device.households = body.households ?? [];
  },
});
