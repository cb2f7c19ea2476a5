import type { EnrolError } from "../../phone/api/phone.ts";

/** The words for a failed enrolment: the key of `enrol.errors`. */
export function enrolTrouble(error: EnrolError) {
  switch (error) {
    case "invite-unknown":
      return "errors.inviteUnknown" as const;
    case "invite-used":
      return "errors.inviteUsed" as const;
    case "invite-expired":
      return "errors.inviteExpired" as const;
    case "bad-proof":
      return "errors.badProof" as const;
    case "too-often":
      return "errors.tooOften" as const;
    case "unreachable":
      return "errors.unreachable" as const;
    case "bad-answer":
      return "errors.badAnswer" as const;
    case "unavailable":
    case "store-full":
      return "errors.unavailable" as const;
    case "unknown-ward":
      return "errors.unknownWard" as const;
    case "wrong-ward-key":
      return "errors.wrongWardKey" as const;
    case "storage":
      return "errors.storage" as const;
    default:
      return "errors.other" as const;
  }
}

/** Whether the code is of no use any more, so that another one must be asked for. */
export function isCodeSpent(error: EnrolError): boolean {
  return error === "invite-unknown" || error === "invite-used" || error === "invite-expired";
}
