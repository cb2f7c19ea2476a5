import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Campaign } from "../../domain/ward-facts.ts";
import { Button } from "../parts/Button.tsx";
import { Card } from "../parts/Card.tsx";
import { CheckBox } from "../parts/CheckBox.tsx";
import { lowerFirst } from "../parts/letter-case.ts";
import { ScrollHere } from "../parts/ScrollHere.tsx";
import { RELATIONS, type Missing, type PledgeDraft, type Relation } from "./pledge-draft.ts";
import { RightsDialog } from "./RightsDialog.tsx";
import { StepHeading } from "./StepHeading.tsx";
import "./ConsentStep.css";

/** Step 2: who signs, and what the household consents to, each purpose by itself and none ticked before. */
export function ConsentStep(props: ConsentStepProps) {
  const { value, change, campaign, ward, now, missing, hasHandbook, busy, onDelivery } = props;
  const { t } = useTranslation("pledge");
  const id = useId();
  const [rights, setRights] = useState(false);
  const { signer, relation, relationText, purposes } = value;

  function tick(purpose: string, on: boolean) {
    const ticked = on ? [...purposes, purpose] : purposes.filter((one) => one !== purpose);
    change({ purposes: ticked, consentedAt: ticked.length > 0 ? now : null });
  }

  return (
    <>
      <StepHeading>{t("who.title")}</StepHeading>
      <div className="field">
        <label htmlFor={`${id}-signer`}>{t("who.signer")}</label>
        <input
          id={`${id}-signer`}
          type="text"
          maxLength={200}
          autoComplete="off"
          autoCapitalize="words"
          aria-invalid={missing === "signer"}
          value={signer}
          onChange={(event) => change({ signer: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-relation`}>{t("who.relation")}</label>
        <select
          id={`${id}-relation`}
          value={relation}
          onChange={(event) => change({ relation: event.target.value as Relation })}
        >
          {RELATIONS.map((one) => (
            <option key={one} value={one}>
              {t(`relations.${one}`)}
            </option>
          ))}
        </select>
      </div>
      {relation === "other" && (
        <div className="field">
          <label htmlFor={`${id}-other`}>{t("who.other")}</label>
          <input
            id={`${id}-other`}
            type="text"
            maxLength={200}
            value={relationText}
            onChange={(event) => change({ relationText: event.target.value })}
          />
        </div>
      )}
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
            {t(at === 0 ? "who.first" : "who.also", {
              office: t("who.office", { ward }),
              purpose: lowerFirst(purpose.text),
            })}
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
