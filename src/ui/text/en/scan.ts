import type { scan as vi } from "../vi/scan.ts";
import type { Words } from "../words.ts";

export const scan: Words<typeof vi> = {
  title: "Scan receipts",
  text: "Hold the square code of the household's receipt into the picture. When it is read, hold the next household's.",
  trouble: {
    none: "No camera can be used here. Paste the receipt's link, or use a hand scanner.",
    refused: "The camera was not allowed. Allow it in the browser's settings, or paste the receipt's link.",
    busy: "The camera did not open; another app may be using it. Close this and open it again, or paste the receipt's link.",
  },
  typed: "The receipt's link",
  typedHint: "Paste it here, or read it with a hand scanner.",
  take: "Record this household",
  noReceipt: "This is no receipt of a pledge, or a part of the code is missing. Please try again.",
  changed: "This receipt was changed: it is not as it was signed. Nothing was recorded.",
  otherWard: "This receipt is of another ward. Nothing was recorded.",
  notHere: "This household is not in the list on this device. Nothing was recorded.",
};
