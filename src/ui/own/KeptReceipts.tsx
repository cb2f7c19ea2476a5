import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { readReceipt, receiptWords } from "../../domain/signed/receipt.ts";
import { Button, ButtonLink } from "../parts/Button.tsx";
import { keepFocus } from "../parts/hooks/keep-focus.ts";
import { UndoToast } from "../parts/UndoToast.tsx";
import { useKeptReceipts } from "../receipt/use-kept-receipts.ts";
import { momentOf } from "../receipt/verdict-words.ts";

/** The receipts that a household keeps in its own phone, each leading to its check; one that was removed comes back for ten seconds. */
export function KeptReceipts({ receipts }: { readonly receipts: readonly string[] }) {
  const { t } = useTranslation("own");
  const { drop, putBack } = useKeptReceipts();
  const [dropped, setDropped] = useState<{ readonly receipt: string; readonly at: number } | null>(null);
  if (receipts.length === 0 && !dropped) return null;
  return (
    <section ref={keepFocus}>
      <h2 tabIndex={-1}>{t("receipt.kept")}</h2>
      {receipts.length === 0 && <p className="quiet">{t("receipt.noneKept")}</p>}
      <ul className="own-receipts">
        {receipts.map((receipt, at) => {
          const read = readReceipt(receipt);
          const words = read.ok ? receiptWords(read.value) : null;
          return (
            <li key={receipt}>
              <ButtonLink wide icon={ChevronRight} iconAt="end" href={`/bien-nhan#${receipt}`}>
                {words
                  ? `${t("receipt.open", { campaign: words.campaign })} · ${momentOf(words.at)}`
                  : t("receipt.openBad")}
              </ButtonLink>
              <Button
                look="quiet"
                onClick={async () => {
                  await drop(receipt);
                  setDropped({ receipt, at });
                }}
              >
                {t("receipt.drop")}
              </Button>
            </li>
          );
        })}
      </ul>
      {dropped && (
        <UndoToast
          key={dropped.receipt}
          words={t("receipt.dropped")}
          undone={t("receipt.putBack")}
          onUndo={() => putBack(dropped.receipt, dropped.at)}
          onClose={() => setDropped(null)}
        />
      )}
    </section>
  );
}
