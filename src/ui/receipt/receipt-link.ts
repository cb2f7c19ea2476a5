/** The address of a receipt: the signed statement without its disclosures, behind the `#`, so that no server ever sees it. */
export function receiptLink(origin: string, statement: string): string {
  return `${origin}/bien-nhan#${receiptOf(statement)}`;
}

/** A statement without its disclosures: header, payload and signature. */
export function receiptOf(statement: string): string {
  return statement.split("~", 1)[0] ?? "";
}
