import type { ReceiptCheck } from "../api/phone.ts";

/** What is told of a receipt where the check itself could not be made: no storage, or its script could not be fetched. */
export const UNCHECKED: ReceiptCheck = {
  words: null,
  signature: "failed",
  by: null,
  revokedAt: null,
  listedAt: null,
  firstMet: false,
  asking: false,
  standing: null,
};
