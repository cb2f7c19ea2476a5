import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PinRefused } from "../../phone/api/lock-acts.ts";
import { useNumbers } from "../text/use-numbers.ts";

/** Why a PIN was not taken, in words. */
export function usePinTrouble() {
  const { t } = useTranslation("lock");
  const numbers = useNumbers();
  const [refused, tell] = useState<PinRefused | null>(null);
  return { trouble: refused && words(refused), tell };

  function words({ why, seconds }: PinRefused): string {
    if (why === "storage") return t("storage");
    const wait = seconds > 0 ? t("wait", { minutes: numbers.integer(Math.ceil(seconds / 60)) }) : null;
    if (why === "wait") return wait ?? t("wrong");
    return wait === null ? t("wrong") : `${t("wrong")} ${wait}`;
  }
}
