import { Check, FileText, PenLine } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Campaign } from "../../domain/ward-facts.ts";
import { Button } from "../parts/Button.tsx";
import { CheckBox } from "../parts/CheckBox.tsx";
import type { PledgeDraft } from "./pledge-draft.ts";
import { PaperForm } from "./PaperForm.tsx";
import { SignatureField } from "./SignatureField.tsx";
import { StepHeading } from "./StepHeading.tsx";
import "./SignStep.css";

/** Step 3: what was agreed in two lines, and the signature. */
export function SignStep(props: SignStepProps) {
  const { value, change, flush, campaign, hasHandbook, own, ward, today, now } = props;
  const { t } = useTranslation("pledge");
  const isPaper = value.medium === "paper";
  const count = campaign.items.length;
  const agreed = campaign.items.filter(({ id }) => value.agreed.includes(id)).length;
  const relation = value.relation === "other" && value.relationText.trim() !== "" ? value.relationText : null;
  return (
    <>
      <StepHeading>{t(isPaper ? "paper.title" : "sign.title")}</StepHeading>
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
      {isPaper ? (
        <PaperForm {...{ value, change, flush, campaign, ward, today, now }} />
      ) : (
        <SignatureField {...{ value, change, flush }} />
      )}
      {!own && (
        <Button
          look="quiet"
          wide
          icon={isPaper ? PenLine : FileText}
          onClick={() => change({ medium: isPaper ? "screen" : "paper" })}
        >
          {t(isPaper ? "paper.onScreen" : "paper.record")}
        </Button>
      )}
    </>
  );
}

interface SignStepProps {
  readonly value: PledgeDraft;
  readonly change: (part: Partial<PledgeDraft>) => void;
  readonly flush: () => Promise<void>;
  readonly campaign: Campaign;
  readonly hasHandbook: boolean;
  /** Whether the household signs by itself: then there is no paper. */
  readonly own: boolean;
  /** Its name. */
  readonly ward: string;
  /** As `2026-11-23`. */
  readonly today: string;
  /** Seconds. */
  readonly now: number;
}
