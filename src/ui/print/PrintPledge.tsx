import { Printer } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Household } from "../../domain/household-facts.ts";
import { isNameless } from "../../domain/household/nameless.ts";
import type { Campaign } from "../../domain/ward-facts.ts";
import type { WardView } from "../../phone/api/phone.ts";
import { editionFor } from "../household/edition.ts";
import { ErasedHousehold } from "../household/ErasedHousehold.tsx";
import { Button } from "../parts/Button.tsx";
import { ChoiceChip, Choices } from "../parts/Chip.tsx";
import { EmptyState } from "../parts/EmptyState.tsx";
import { useHere } from "../parts/hooks/HereContext.tsx";
import { householdName } from "../parts/words/household-names.ts";
import { Screen } from "../parts/Screen.tsx";
import { useApartWords } from "../parts/hooks/use-apart-words.ts";
import { useGapWords } from "../parts/hooks/use-gap-words.ts";
import { useLive } from "../parts/hooks/use-live.ts";
import { isoDate } from "../parts/words/when.ts";
import { useReceiptLink } from "../receipt/use-receipt-link.ts";
import { print as words } from "../text/vi/print.ts";
import { PledgePaper } from "./PledgePaper.tsx";
import "./Print.css";

/** `/ho/<id>/in/<pledge>`: two copies of a pledge on paper; without one, two to be signed by hand. */
export function PrintPledge({ id, pledge }: { readonly id: string; readonly pledge: string | undefined }) {
  useApartWords("print", words);
  const { t } = useTranslation("print");
  const { membership, ward } = useHere();
  const household = useLive("household", membership?.ward ?? null, id);
  const gap = useGapWords(membership?.ward ?? null);
  const back = `/ho/${id}`;
  if (membership !== null && household !== null && (!ward || !household))
    return <Screen title={t("title")} back={back} />;
  const one = household?.pledges.find(({ jti }) => jti === pledge);
  const campaign = one ? ward?.campaigns.find((open) => open.id === one.campaign) : ward?.campaign;
  const nothing = (why: "noHousehold" | "noPledge" | "noCampaign") => (
    <Screen title={t("title")} back={back}>
      <EmptyState title={gap(t(why))} />
    </Screen>
  );
  if (!ward || !household) return nothing("noHousehold");
  if (isNameless(household)) return <ErasedHousehold title={t("title")} household={household} as="page" />;
  if (pledge !== undefined && !one) return nothing("noPledge");
  if (!campaign) return nothing("noCampaign");
  return <OpenPrint {...{ ward, household, campaign }} jti={one?.jti ?? null} />;
}

function OpenPrint({ ward, household, campaign, jti }: OpenPrintProps) {
  const { t } = useTranslation("print");
  const { t: common } = useTranslation("common");
  const [size, setSize] = useState<"a4" | "a5">("a4");
  const link = useReceiptLink(jti === null ? null : ward.slug, jti ?? "");
  const pledge = household.pledges.find((one) => one.jti === jti) ?? null;
  // The day on the paper is the one that counts, whenever it was recorded.
  const on = household.diary.find((line) => line.jti === jti)?.body["on"];
  const day = typeof on === "string" ? on : isoDate(pledge?.at ?? 0);
  const edition = pledge?.edition ?? editionFor(ward, household.area) ?? "";
  return (
    <Screen
      title={t("title")}
      subtitle={householdName(common, household)}
      back={`/ho/${household.id}`}
      tabs={false}
      footer={
        <Button look="primary" wide icon={Printer} onClick={() => window.print()}>
          {t("print")}
        </Button>
      }
    >
      <div className="sheet-controls">
        <p>{t(pledge ? "intro" : "introBlank")}</p>
        <Choices label={t("size")}>
          {(["a4", "a5"] as const).map((one) => (
            <ChoiceChip key={one} chosen={size === one} onChoose={() => setSize(one)}>
              {t("size")} {t(one)}
            </ChoiceChip>
          ))}
        </Choices>
      </div>
      {([1, 2] as const).map((copy) => (
        <section key={copy} aria-label={t("preview", { number: copy })}>
          <PledgePaper {...{ ward, campaign, household, edition, pledge, day, link, size, copy }} />
        </section>
      ))}
    </Screen>
  );
}

interface OpenPrintProps {
  readonly ward: WardView;
  readonly household: Household;
  readonly campaign: Campaign;
  readonly jti: string | null;
}
