import { BookOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { isNameless } from "../../domain/household/nameless.ts";
import { ButtonLink } from "../parts/Button.tsx";
import { EmptyState } from "../parts/EmptyState.tsx";
import { Screen } from "../parts/Screen.tsx";
import { SendingBanner } from "../parts/SendingBanner.tsx";
import { useKeptReceipts } from "../receipt/use-kept-receipts.ts";
import { KeptReceipts } from "./KeptReceipts.tsx";
import { OwnOpinions } from "./OwnOpinions.tsx";
import { OwnPledgeCard } from "./OwnPledgeCard.tsx";
import { OwnPraise } from "./OwnPraise.tsx";
import { OwnRights } from "./OwnRights.tsx";
import { useOwnHousehold } from "./use-own-household.ts";
import "./OwnScreen.css";

/** `/ho-cua-toi`: what this phone has of its own household: the pledge, its receipt, opinions and their answers, and its rights. */
export function OwnScreen() {
  const { t } = useTranslation("own");
  const { membership, ward, household } = useOwnHousehold();
  const { kept } = useKeptReceipts();
  if (household === undefined || kept === undefined) return <Screen title={t("title")}>{null}</Screen>;
  const isOwn = household !== "none";
  const isErased = isOwn && household !== null && isNameless(household);
  // Where nothing is known any more nothing is asked, and what is said would be erased, too.
  const known = isOwn && !isErased ? household : null;
  const handbook = ward ? `/so-tay/${ward.slug}` : "/";
  return (
    <Screen
      title={t("title")}
      banner={isOwn && membership ? <SendingBanner ward={membership.ward} /> : undefined}
    >
      <div className="own">
        {household === null && (
          <EmptyState title={t("loading")}>
            <p>{t("loadingText")}</p>
          </EmptyState>
        )}
        {isErased && (
          <EmptyState title={t("erased")}>
            <p>{t("erasedText")}</p>
          </EmptyState>
        )}
        {known && membership && ward && <OwnPledgeCard {...{ membership, ward }} household={known} />}
        {!isOwn && kept.length === 0 && (
          <EmptyState title={t("nothing")}>
            <p>{t("nothingText")}</p>
          </EmptyState>
        )}
        <KeptReceipts receipts={kept} />
        <ButtonLink wide icon={BookOpen} href={handbook}>
          {t("handbook")}
        </ButtonLink>
        {known && <OwnOpinions household={known} />}
        {known && membership && <OwnPraise household={known} ward={membership.ward} />}
        <OwnRights household={known} ward={isOwn && membership ? membership.ward : null} />
      </div>
    </Screen>
  );
}
