import type { CallError } from "../../../phone/api/phone.ts";

/** The words for an invite that could not be made: the key of `office.invite.errors`. */
export function inviteTrouble(error: CallError) {
  switch (error) {
    case "unreachable":
      return "invite.errors.unreachable" as const;
    case "forbidden":
      return "invite.errors.forbidden" as const;
    case "device-revoked":
      return "invite.errors.revoked" as const;
    default:
      return "invite.errors.other" as const;
  }
}
