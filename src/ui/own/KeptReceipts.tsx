import { ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { readReceipt, receiptWords } from "../../domain/receipt.ts";
import { useAnnounce } from "../parts/Announcer.tsx";
import { Button, ButtonLink } from "../parts/Button.tsx";
import { useKeptReceipts } from "../receipt/use-kept-receipts.ts";
import { momentOf } from "../receipt/verdict-words.ts";

/** The receipts that a household keeps in its own phone, each leading to its check. */
export function KeptReceipts({ receipts }: { readonly receipts: readonly string[] }) {
  const { t } = useTranslation("own");
  const announce = useAnnounce();
  const { drop } = useKeptReceipts();
  return (
    <section>
      <h2>{t("receipt.kept")}</h2>
      <ul className="own-receipts">
        {receipts.map((receipt) => {
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
                  announce(t("receipt.dropped"));
                }}
              >
                {t("receipt.drop")}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
