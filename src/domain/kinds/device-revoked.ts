import * as v from "valibot";
import { reason, seconds, text } from "./fields.ts";
import { kind } from "./kind.ts";

/** A device speaks no more: from its number in the log, whatever `from` tells people. */
export const deviceRevoked = kind({
  type: "device.revoked",
  about: "device",
  body: v.looseObject({ reason, from: seconds }),
  personal: { note: v.optional(text) },
  forHousehold: true,
  onWard(ward, { sub, seq }) {
    const device = ward.devices[sub];
    if (!device) return;
    // The lowest number holds; 0, from this phone alone, gives way to the ward's.
    device.revokedSeq = seq === null ? (device.revokedSeq ?? 0) : Math.min(device.revokedSeq || seq, seq);
  },
});
