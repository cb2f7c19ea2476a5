import { useTranslation } from "react-i18next";
import { itemsAt } from "../../domain/campaign/campaign-words.ts";
import type { ReceiptWords } from "../../domain/signed/receipt.ts";
import type { Campaign } from "../../domain/ward-facts.ts";
import type { ReceiptCheck } from "../../phone/api/phone.ts";
import { momentOf } from "./verdict-words.ts";
import { useWardLanguage } from "../parts/hooks/use-ward-language.ts";

/** What a receipt says, in words; its items where this phone knows the campaign. */
export function ReceiptDetails({ words, by, ward, campaigns }: ReceiptDetailsProps) {
  const { t } = useTranslation("check");
  const lang = useWardLanguage();
  const { agreed, declined } = words;
  const campaign = campaigns.find(({ id }) => id === words.campaign);
  const agreedTo = campaign ? itemsAt(campaign, agreed, words.at) : [];
  return (
    <section>
      <h2>{t("words.title")}</h2>
      <dl className="card receipt-words">
        <dt>{t("words.campaign")}</dt>
        <dd>{words.campaign}</dd>
        <dt>{t("words.ward")}</dt>
        <dd>{ward}</dd>
        <dt>{t("words.time")}</dt>
        <dd>{momentOf(words.at)}</dd>
        <dt>{t("words.agreed")}</dt>
        <dd>{t("words.agreedOf", { agreed: agreed.length, all: agreed.length + declined.length })}</dd>
        <dt>{t("words.medium")}</dt>
        <dd>{t(`words.${words.medium}`)}</dd>
        {by !== null && (
          <>
            <dt>{t("words.by")}</dt>
            <dd>{t(`words.${by}`)}</dd>
          </>
        )}
        <dt>{t("words.number")}</dt>
        <dd className="receipt-id">{words.jti}</dd>
      </dl>
      {agreedTo.length > 0 && (
        <details>
          <summary>{t("words.agreedTo")}</summary>
          <ul lang={lang}>
            {agreedTo.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface ReceiptDetailsProps {
  readonly words: ReceiptWords;
  /** Role of the device that signed it; null where that is not known. */
  readonly by: ReceiptCheck["by"];
  /** Name of the ward. */
  readonly ward: string;
  /** Those there that this phone has heard of. */
  readonly campaigns: readonly Campaign[];
}
