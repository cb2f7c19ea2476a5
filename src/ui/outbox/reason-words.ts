import type { OutboxLine } from "../../phone/api/phone.ts";

/** The words for why the ward did not take a record yet, or at all: the key of `outbox.reasons`; null where there is nothing to say. */
export function reasonWords({ standing, reason }: Pick<OutboxLine, "standing" | "reason">) {
  if (standing === "held") return heldWords(reason);
  if (standing === "refused") return refusedWords(reason);
  return standing === "rejected" ? rejectedWords(reason) : null;
}

/** PROTOCOL.md §3, 'What becomes of each statement sent'. */
function heldWords(reason: string | null) {
  switch (reason) {
    case "incomplete":
      return "reasons.incomplete" as const;
    case "unknown-household":
      return "reasons.unknownHousehold" as const;
    case "beyond-role":
      return "reasons.beyondRole" as const;
    case "beyond-area":
      return "reasons.beyondArea" as const;
    case "unknown-type":
    case "unknown-version":
      return "reasons.newer" as const;
    case "device-revoked":
      return "reasons.deviceRevoked" as const;
    case "ward-key":
      return "reasons.wardKey" as const;
    default:
      return "reasons.held" as const;
  }
}

/** The reasons that an office gives. */
function refusedWords(reason: string | null) {
  switch (reason) {
    case "mistake":
      return "reasons.mistake" as const;
    case "duplicate":
      return "reasons.duplicate" as const;
    case "wish":
      return "reasons.wish" as const;
    default:
      return "reasons.refused" as const;
  }
}

function rejectedWords(reason: string | null) {
  switch (reason) {
    case "too-large":
      return "reasons.tooLarge" as const;
    case "bad-signature":
    case "digest-does-not-fit":
      return "reasons.altered" as const;
    case "unknown-signer":
    case "unknown-device":
    case "not-ward-key":
      return "reasons.unknownDevice" as const;
    case "another-ward":
    case "bad-ward":
      return "reasons.anotherWard" as const;
    case "id-taken":
    case "bad-jti":
      return "reasons.idTaken" as const;
    default:
      return "reasons.wrongForm" as const;
  }
}
