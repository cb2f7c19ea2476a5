import type { Live, ReceiptCheck } from "../api/phone.ts";
import type { Parts } from "../store/parts.ts";
import { checkReceipt } from "./check-receipt.ts";
import { UNCHECKED } from "./unchecked.ts";

/** The check of a receipt as a live query: once for whoever asks, told on as it goes on. */
export function watchReceipt(parts: Parts, text: string): Live<ReceiptCheck> {
  return (listener) => {
    let stopped = false;
    const tell = (check: ReceiptCheck) => {
      if (!stopped) listener(check);
    };
    checkReceipt(parts, text, tell).catch(() => {
      // What reads throws only where the browser gives no storage.
      tell(UNCHECKED);
    });
    return () => {
      stopped = true;
    };
  };
}
