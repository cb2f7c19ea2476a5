/** The words for why a record waits, as the office reads them: the key of `office.held.reasons`. */
export function heldReason(reason: string) {
  switch (reason) {
    case "device-revoked":
      return "held.reasons.deviceRevoked" as const;
    case "beyond-role":
      return "held.reasons.beyondRole" as const;
    case "beyond-area":
      return "held.reasons.beyondArea" as const;
    case "unknown-household":
      return "held.reasons.unknownHousehold" as const;
    case "incomplete":
      return "held.reasons.incomplete" as const;
    case "unknown-type":
    case "unknown-version":
      return "held.reasons.newer" as const;
    case "ward-key":
      return "held.reasons.wardKey" as const;
    case "foreign-key":
      return "held.reasons.foreignKey" as const;
    case "anyone":
      return "held.reasons.anyone" as const;
    default:
      return "held.reasons.other" as const;
  }
}
