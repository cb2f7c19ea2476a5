import * as v from "valibot";
import { kind } from "./kind.ts";
import { ofOwnInvite } from "./rules.ts";

/** An invite, by the digest of its code or the id of the signed one, opens nothing any more. */
export const inviteCancelled = kind({
  type: "invite.cancelled",
  about: "invite",
  body: v.looseObject({}),
  may: { volunteer: ofOwnInvite },
  onWard(ward, { sub }) {
    ward.cancelledInvites.push(sub);
  },
});
