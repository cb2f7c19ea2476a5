import type { receipt as vi } from "../vi/receipt.ts";
import type { Words } from "../words.ts";

export const receipt: Words<typeof vi> = {
  title: "Pledge signed",
  notFound: "This pledge is not here",
  notFoundText: "It may have been taken back, or this phone has not received it yet.",
  writtenAt: "{{time}}",
  writtenBy: "{{time}} · recorded by {{name}}",
  kept: "Kept on this phone",
  waiting: "Kept on this phone · waiting to be sent",
  taken: "The ward has it, number {{seq, number}}",
  withdrawn: "The household has withdrawn this pledge.",
  tooLong: "This is too long for a code that can be scanned. Share the link.",
  qr: "QR code of the receipt",
  scan: "The household scans the code to keep its receipt. It holds no name, address or signature.",
  shareTitle: "Receipt of the pledge",
  copied: "The receipt's link is copied",
  undo: "A mistake?",
  undoSpoken: "A mistake can be undone at once.",
  undone: "Taken back; the household counts as not signed.",
  next: "Next household: {{number}} · {{head}}",
  round: "Back to the households",
};
