import { ArrowRight, Check } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Redirect } from "wouter";
import type { Pledge } from "../../domain/household-facts.ts";
import { isNameless } from "../../domain/household/nameless.ts";
import { formatDate, formatTime } from "../../domain/words/vietnamese-format.ts";
import { nextHousehold } from "../household/next-household.ts";
import { ButtonLink } from "../parts/Button.tsx";
import { EmptyState } from "../parts/EmptyState.tsx";
import { useHere } from "../parts/hooks/HereContext.tsx";
import { householdName } from "../parts/words/household-names.ts";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { QrCode } from "../parts/QrCode.tsx";
import { Screen } from "../parts/Screen.tsx";
import { useOpeningFocus } from "../parts/hooks/use-opening-focus.ts";
import { useDrawn } from "../parts/hooks/use-drawn.ts";
import { useLive } from "../parts/hooks/use-live.ts";
import { saidWords } from "../parts/words/when.ts";
import { ShareLink } from "./ShareLink.tsx";
import { useIsFresh } from "./use-is-fresh.ts";
import { useReceiptLink } from "./use-receipt-link.ts";
import "./Receipt.css";

/** `/ho/<id>/da-ky/<pledge>`: says that the pledge is kept, and hands the household its receipt as a QR code. */
export function Receipt({ id, pledge: jti }: { readonly id: string; readonly pledge: string }) {
  const { t } = useTranslation("receipt");
  const { t: common } = useTranslation("common");
  const { membership, ward } = useHere();
  // That it is kept is said first; the rest is looked up when it stands.
  const slug = (useDrawn() && membership?.ward) || null;
  const household = useLive("household", slug, id);
  const rows = useLive("round", slug);
  const pledge = household?.pledges.find((one) => one.jti === jti);
  const link = useReceiptLink(slug, jti);
  const heading = useOpeningFocus<HTMLHeadingElement>();
  const { now } = usePhone();
  const moment = now(slug ?? undefined);
  const next = rows && nextHousehold(rows, id, moment)?.door;
  const isFresh = useIsFresh(slug ?? undefined);

  // Its own page says why there is nothing to be shown or handed on.
  if (household && isNameless(household)) return <Redirect replace to={`/ho/${id}`} />;
  if (household === null || (household && !pledge)) {
    return (
      <Screen title={t("notFound")} close={`/ho/${id}`} tabs={false}>
        <EmptyState title={t("notFound")}>
          <p>{t("notFoundText")}</p>
        </EmptyState>
      </Screen>
    );
  }
  return (
    <Screen
      name={t("title")}
      close={`/ho/${id}`}
      tabs={false}
      actions={link !== null && <ShareLink link={link} />}
      footer={
        rows &&
        (next ? (
          <ButtonLink look="primary" wide icon={ArrowRight} iconAt="end" href={`/ho/${next.id}`} replace>
            {t("next", { number: next.number ?? common("household.noNumber"), head: next.head ?? "" })}
          </ButtonLink>
        ) : (
          <ButtonLink look="primary" wide href="/di-ho" replace>
            {t("round")}
          </ButtonLink>
        ))
      }
    >
      <div className="receipt">
        <div className="receipt-top">
          <span className="receipt-mark">
            <Check aria-hidden />
          </span>
          {household && pledge && membership?.device === pledge.kid && isFresh(pledge) && (
            <Suspense fallback={null}>
              <UndoPledge ward={membership.ward} {...{ household, pledge }} home={`/ho/${id}`} />
            </Suspense>
          )}
        </div>
        <h1 ref={heading} tabIndex={-1}>
          {t("title")}
        </h1>
        {household && <p>{householdName(common, household)}</p>}
        {pledge && <p>{writtenWords(pledge)}</p>}
        {pledge && <p className="receipt-kept">{standingWords(pledge)}</p>}
        {pledge?.withdrawn && <p>{t("withdrawn")}</p>}
        <div className="receipt-qr">{link !== null && <QrCode text={link} label={t("qr")} />}</div>
        <p className="quiet">{t("scan")}</p>
      </div>
    </Screen>
  );

  function writtenWords(made: Pledge): string {
    const time = saidWords(common, made, `${formatDate(made.at)} ${formatTime(made.at)}`);
    const name = ward?.devices[made.kid]?.personName;
    return name === undefined ? t("writtenAt", { time }) : t("writtenBy", { time, name });
  }

  function standingWords({ seq }: Pledge): string {
    return seq === null ? t("waiting") : t("taken", { seq });
  }
}

// Once it stands: what is said first is that the pledge is kept.
const UndoPledge = lazy(async () => ({ default: (await import("./UndoPledge.tsx")).UndoPledge }));
