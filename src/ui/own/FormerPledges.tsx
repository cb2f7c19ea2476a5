import { ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { countingPledge, type Household, type Pledge } from "../../domain/household-facts.ts";
import { formatDate } from "../../domain/words/vietnamese-format.ts";
import type { WardView } from "../../phone/api/phone.ts";
import { ButtonLink } from "../parts/Button.tsx";
import { useReceiptLink } from "../receipt/use-receipt-link.ts";
import { WithdrawPledge } from "./WithdrawPledge.tsx";

/** What the household pledged in other campaigns than the one that runs: kept by the ward still, and the household's to see and to withdraw. */
export function FormerPledges({ ward, household, but }: FormerPledgesProps) {
  const { t } = useTranslation("own");
  const campaigns = new Set(household.pledges.map(({ campaign }) => campaign));
  const former = [...campaigns]
    .filter((campaign) => campaign !== but)
    .flatMap((campaign) => countingPledge(household, campaign) ?? [])
    .sort((a, b) => b.at - a.at);
  if (former.length === 0) return null;
  return (
    <details>
      <summary>{t("pledge.former")}</summary>
      {former.map((pledge) => (
        <FormerPledge key={pledge.jti} ward={ward.slug} household={household.id} pledge={pledge} />
      ))}
    </details>
  );
}

function FormerPledge({ ward, household, pledge }: FormerPledgeProps) {
  const { t } = useTranslation("own");
  const { jti, campaign, at, agreed, declined } = pledge;
  const link = useReceiptLink(ward, jti);
  const all = agreed.length + declined.length;
  return (
    <div className="own-former">
      <p>{t("pledge.formerSigned", { campaign, day: formatDate(at), agreed: agreed.length, all })}</p>
      {link !== null && (
        <ButtonLink wide icon={ChevronRight} iconAt="end" href={link.slice(link.indexOf("/bien-nhan"))}>
          {t("receipt.open", { campaign })}
        </ButtonLink>
      )}
      <WithdrawPledge ward={ward} household={household} campaign={campaign} />
    </div>
  );
}

interface FormerPledgesProps {
  readonly ward: WardView;
  readonly household: Household;
  /** The campaign that runs; undefined where none does. */
  readonly but: string | undefined;
}

interface FormerPledgeProps {
  readonly ward: string;
  readonly household: string;
  readonly pledge: Pledge;
}
