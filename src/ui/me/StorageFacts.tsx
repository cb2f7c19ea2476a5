import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../parts/Button.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { useLive } from "../parts/hooks/use-live.ts";
import { useNumbers } from "../text/use-numbers.ts";
import { Fact } from "./DeviceFacts.tsx";
import { formatBytes } from "./format-bytes.ts";

/** How much room this phone has, and whether the browser promised to keep what is here. */
export function StorageFacts({ enrolled }: { readonly enrolled: boolean }) {
  const { t } = useTranslation(["me", "common"]);
  const { t: round } = useTranslation("round");
  const { act } = usePhone();
  const storage = useLive("storage");
  const [answer, setAnswer] = useState<boolean | null>(null);
  const numbers = useNumbers();
  if (!storage) return null;
  const { persisted, used, quota, nearlyFull } = storage;

  async function ask() {
    setAnswer(await act.persist());
  }

  return (
    <section>
      <h2>{t("storage.title")}</h2>
      {nearlyFull && <p className="trouble">{round("storage.nearlyFull")}</p>}
      <dl className="facts">
        <Fact name={t("storage.used")} value={usedWords(used, quota) ?? t("storage.unknown")} />
        {persisted && <Fact name={t("storage.lasting")} value={t("storage.lastingYes")} />}
      </dl>
      {!persisted && enrolled && (
        <div className="trouble">
          <p>
            <strong>{t("storage.notLasting")}</strong>
          </p>
          <p>{t("storage.notLastingText")}</p>
          <Button onClick={() => void ask()}>{t("storage.ask")}</Button>
        </div>
      )}
      <p role="status">{answer !== null && (answer ? t("storage.granted") : t("storage.refused"))}</p>
    </section>
  );

  function usedWords(bytes: number | null, of: number | null): string | null {
    if (bytes === null) return null;
    return of === null
      ? formatBytes(bytes, numbers)
      : t("storage.usedOf", { used: formatBytes(bytes, numbers), quota: formatBytes(of, numbers) });
  }
}
