import { startTransition, useEffect, useState } from "react";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { receiptLink } from "./receipt-link.ts";

/** The link of a receipt, once the phone has looked it up; null until then. Never in the way of the words beside it. */
export function useReceiptLink(ward: string | null, jti: string): string | null {
  const { act } = usePhone();
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    if (ward === null) return undefined;
    void act.statementText(ward, jti).then((text) => {
      if (!gone && text !== null) startTransition(() => setLink(receiptLink(window.location.origin, text)));
    });
    return () => {
      gone = true;
    };
  }, [act, ward, jti]);
  return link;
}
