import { useMemo } from "react";
import type { Phone } from "../../phone/api/phone.ts";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { useLive } from "../parts/hooks/use-live.ts";

/** The receipts that this phone keeps for its household, the last one first; undefined while it looks. */
export function useKeptReceipts() {
  const { act } = usePhone();
  const draft = useLive("draft", KEY);
  const kept = useMemo(() => (draft === undefined ? undefined : readKept(draft)), [draft]);

  return {
    kept,
    /** Keeps one more, once. */
    keep: (receipt: string) =>
      act.keepDraft(KEY, [receipt, ...(kept ?? []).filter((one) => one !== receipt)].slice(0, MOST)),
    async drop(receipt: string): Promise<void> {
      const others = (kept ?? []).filter((one) => one !== receipt);
      if (others.length > 0) await act.keepDraft(KEY, others);
      else await act.dropDraft(KEY);
    },
    /** Keeps one again that was dropped, in its former place. */
    putBack(receipt: string, at: number): KeepResult {
      const others = (kept ?? []).filter((one) => one !== receipt);
      return act.keepDraft(KEY, [...others.slice(0, at), receipt, ...others.slice(at)]);
    },
  };
}

type KeepResult = ReturnType<Phone["act"]["keepDraft"]>;

const KEY = "receipts";
/** A household gets one a year. */
const MOST = 30;

function readKept(draft: unknown): readonly string[] {
  return Array.isArray(draft) ? draft.filter((one) => typeof one === "string") : [];
}
