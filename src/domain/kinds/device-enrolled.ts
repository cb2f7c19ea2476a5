import * as v from "valibot";
import { areas, digest, householdId, line, publicKey, statementId, uuid } from "./fields.ts";
import { kind } from "./kind.ts";

/** A key becomes a device of the ward: with a role, areas, and the person behind it. */
export const deviceEnrolled = kind({
  type: "device.enrolled",
  about: "device",
  body: v.looseObject({
    key: publicKey,
    role: v.picklist(["office", "volunteer", "household", "viewer"]),
    areas,
    person: uuid,
    invite: v.union([digest, statementId]),
  }),
  personal: { deviceName: line, personName: v.optional(line), household: v.optional(householdId) },
  wardKeyOnly: true,
  forHousehold: true,
  onWard(ward, { sub, body, personal, at }) {
    const known = ward.devices[sub];
    ward.devices[sub] = {
      kid: sub,
      key: body.key,
      role: body.role,
      areas: body.areas,
      households: known?.households ?? [],
      person: body.person,
      household: personal.household ?? null,
      invite: body.invite,
      deviceName: personal.deviceName,
      personName: personal.personName,
      enrolledAt: at,
      revokedSeq: known?.revokedSeq ?? null,
    };
  },
});
