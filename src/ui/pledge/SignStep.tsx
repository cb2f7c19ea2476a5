import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Campaign } from "../../domain/ward-facts.ts";
import { CheckBox } from "../parts/CheckBox.tsx";
import type { PledgeDraft } from "./pledge-draft.ts";
import { SignatureBox } from "./SignatureBox.tsx";
import { StepHeading } from "./StepHeading.tsx";
import "./SignStep.css";

/** Step 3: what was agreed in two lines, and the signature. */
export function SignStep({ value, change, flush, campaign, hasHandbook }: SignStepProps) {
  const { t } = useTranslation("pledge");
  const count = campaign.items.length;
  const agreed = campaign.items.filter(({ id }) => value.agreed.includes(id)).length;
  const relation = value.relation === "other" && value.relationText.trim() !== "" ? value.relationText : null;
  return (
    <>
      <StepHeading>{t("sign.title")}</StepHeading>
      <ul className="sign-summary">
        <li>
          <Check aria-hidden />
          {agreed === count ? t("sign.heardAll", { count }) : t("sign.heardSome", { count, agreed })}
        </li>
        <li>
          <Check aria-hidden />
          {t("sign.by", {
            signer: value.signer.trim(),
            relation: relation ?? t(`relations.${value.relation}`),
          })}
        </li>
        {hasHandbook && (
          <li>
            <Check aria-hidden />
            {t("sign.hasHandbook")}
          </li>
        )}
      </ul>
      {!hasHandbook && (
        <CheckBox checked={value.delivered} onChange={(delivered) => change({ delivered })}>
          {t("sign.delivered")}
        </CheckBox>
      )}
      <SignatureBox
        strokes={value.strokes}
        onChange={(strokes) => {
          change({ strokes });
          // A stroke cannot be asked for again: it is kept before the next one begins.
          void flush();
        }}
      />
    </>
  );
}

interface SignStepProps {
  readonly value: PledgeDraft;
  readonly change: (part: Partial<PledgeDraft>) => void;
  readonly flush: () => Promise<void>;
  readonly campaign: Campaign;
  readonly hasHandbook: boolean;
}
