import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Campaign } from "../../domain/ward-facts.ts";
import { Button } from "../parts/Button.tsx";
import { Card } from "../parts/Card.tsx";
import { CheckBox } from "../parts/CheckBox.tsx";
import { ScrollHere } from "../parts/ScrollHere.tsx";
import { ConsentWords } from "./ConsentWords.tsx";
import type { Missing, PledgeDraft } from "./pledge-draft.ts";
import { RightsDialog } from "./RightsDialog.tsx";
import { SignerFields } from "./SignerFields.tsx";
import { StepHeading } from "./StepHeading.tsx";
import "./ConsentStep.css";

/** Step 2: who signs, and what the household consents to, each purpose by itself and none ticked before. */
export function ConsentStep(props: ConsentStepProps) {
  const { value, change, head, campaign, ward, now, missing, hasHandbook, busy, onDelivery } = props;
  const { t } = useTranslation("pledge");
  const [rights, setRights] = useState(false);
  const { purposes } = value;

  function tick(purpose: string, on: boolean) {
    const ticked = on ? [...purposes, purpose] : purposes.filter((one) => one !== purpose);
    change({ purposes: ticked, consentedAt: ticked.length > 0 ? now : null });
  }

  return (
    <>
      <StepHeading>{t("who.title")}</StepHeading>
      <SignerFields {...{ value, change, head }} wrong={missing === "signer"} />
      <fieldset className="consents">
        <legend>{t("who.consent")}</legend>
        <p className="quiet">{t("who.consentText")}</p>
        {campaign.consent.purposes.map((purpose, at) => (
          <CheckBox
            key={purpose.id}
            boxed
            checked={purposes.includes(purpose.id)}
            onChange={(on) => tick(purpose.id, on)}
          >
            <ConsentWords which={at === 0 ? "first" : "also"} ward={ward} purpose={purpose.text} />
          </CheckBox>
        ))}
        <button type="button" className="consents-rights" onClick={() => setRights(true)}>
          {t("who.rights")}
        </button>
      </fieldset>
      {missing === "consent" && (
        <ScrollHere>
          <Card tone="given">
            <h3>{t("who.declined")}</h3>
            <p>{hasHandbook ? t("who.declinedHas") : t("who.declinedText")}</p>
            <Button wide disabled={busy} onClick={onDelivery}>
              {hasHandbook ? t("who.finish") : t("who.onlyDelivery")}
            </Button>
          </Card>
        </ScrollHere>
      )}
      {rights && <RightsDialog onClose={() => setRights(false)} />}
    </>
  );
}

interface ConsentStepProps {
  readonly value: PledgeDraft;
  readonly change: (part: Partial<PledgeDraft>) => void;
  /** Name of the head; "" where nobody is told it. */
  readonly head: string;
  readonly campaign: Campaign;
  /** Its name. */
  readonly ward: string;
  /** Seconds. */
  readonly now: number;
  readonly missing: Missing;
  readonly hasHandbook: boolean;
  readonly busy: boolean;
  /** Keeps the delivery alone. */
  readonly onDelivery: () => void;
}
