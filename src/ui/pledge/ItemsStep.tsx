import { useTranslation } from "react-i18next";
import type { Campaign } from "../../domain/ward-facts.ts";
import { Button } from "../parts/Button.tsx";
import { CheckBox } from "../parts/CheckBox.tsx";
import { useWardLanguage } from "../parts/hooks/use-ward-language.ts";
import type { PledgeDraft } from "./pledge-draft.ts";
import { StepHeading } from "./StepHeading.tsx";
import "./ItemsStep.css";

/** Step 1: the items, read out and ticked one by one, or all at once. */
export function ItemsStep({ value, change, campaign }: ItemsStepProps) {
  const { t } = useTranslation("pledge");
  const { agreed } = value;
  const lang = useWardLanguage();

  function tick(id: string, on: boolean) {
    change({ agreed: on ? [...agreed, id] : agreed.filter((one) => one !== id) });
  }

  return (
    <>
      <StepHeading>{t("items.title")}</StepHeading>
      <p>{t("items.text")}</p>
      <fieldset className="pledge-items">
        <legend className="only-heard">{t("items.legend")}</legend>
        {campaign.items.map(({ id, text, article }) => (
          <CheckBox key={id} boxed checked={agreed.includes(id)} onChange={(on) => tick(id, on)}>
            <span lang={lang}>{text}</span> <small>{t("items.article", { article })}</small>
          </CheckBox>
        ))}
      </fieldset>
      <Button wide onClick={() => change({ agreed: campaign.items.map(({ id }) => id) })}>
        {t("items.all")}
      </Button>
    </>
  );
}

interface ItemsStepProps {
  readonly value: PledgeDraft;
  readonly change: (part: Partial<PledgeDraft>) => void;
  readonly campaign: Campaign;
}
