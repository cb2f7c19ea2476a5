import { useTranslation } from "react-i18next";
import { formatDate, formatTime } from "../../domain/vietnamese-format.ts";
import { Card } from "../parts/Card.tsx";
import { EmptyState } from "../parts/EmptyState.tsx";
import { useHere } from "../parts/HereContext.tsx";
import { Screen } from "../parts/Screen.tsx";
import { useLive } from "../parts/use-live.ts";
import { readReceipt } from "./receipt-link.ts";
import "./ReceiptReader.css";

/** `/bien-nhan#…`: what a receipt says, in words. It tells that the signature was not checked here. */
export function ReceiptReader() {
  const { t } = useTranslation("receipt");
  const here = useHere();
  const receipt = readReceipt(window.location.hash);
  const ward = useLive("ward", receipt?.ward ?? null);
  if (!receipt) {
    return (
      <Screen title={t("reader.title")}>
        <EmptyState title={t("reader.bad")}>
          <p>{t("reader.badText")}</p>
        </EmptyState>
      </Screen>
    );
  }
  const { campaign, at, agreed, declined, jti } = receipt;
  return (
    <Screen title={t("reader.title")} demo={(ward ?? here.ward)?.demo ?? false}>
      <Card>
        <dl className="receipt-words">
          <dt>{t("reader.campaign")}</dt>
          <dd>{campaign}</dd>
          <dt>{t("reader.ward")}</dt>
          <dd>{ward?.name ?? receipt.ward}</dd>
          <dt>{t("reader.time")}</dt>
          <dd>
            {formatDate(at)} {formatTime(at)}
          </dd>
          <dt>{t("reader.agreed")}</dt>
          <dd>{t("reader.agreedOf", { agreed, all: agreed + declined })}</dd>
          <dt>{t("reader.number")}</dt>
          <dd>{jti}</dd>
        </dl>
      </Card>
      <p>{t("reader.unchecked")}</p>
      <p className="quiet">{t("reader.nobody")}</p>
    </Screen>
  );
}
