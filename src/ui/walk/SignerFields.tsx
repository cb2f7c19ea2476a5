import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../parts/Button.tsx";
import { RELATIONS, type PledgeDraft, type Relation } from "../pledge/pledge-draft.ts";

/** Who signs, in a line; mostly it is the head. A tap opens the fields for somebody else. */
export function SignerFields({ value, change }: SignerFieldsProps) {
  const { t } = useTranslation("walk");
  const { t: pledge } = useTranslation("pledge");
  const id = useId();
  const { signer, relation, relationText } = value;
  const [open, setOpen] = useState(signer.trim() === "");
  if (!open) {
    const own = relation === "other" && relationText.trim() !== "" ? relationText : null;
    return (
      <div className="meeting-signer">
        <p>{t("meeting.signer", { signer, relation: own ?? pledge(`relations.${relation}`) })}</p>
        <Button look="quiet" onClick={() => setOpen(true)}>
          {t("meeting.change")}
        </Button>
      </div>
    );
  }
  return (
    <div>
      <div className="field">
        <label htmlFor={`${id}-signer`}>{pledge("who.signer")}</label>
        <input
          id={`${id}-signer`}
          type="text"
          maxLength={200}
          autoComplete="off"
          autoCapitalize="words"
          value={signer}
          onChange={(event) => change({ signer: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-relation`}>{pledge("who.relation")}</label>
        <select
          id={`${id}-relation`}
          value={relation}
          onChange={(event) => change({ relation: event.target.value as Relation })}
        >
          {RELATIONS.map((one) => (
            <option key={one} value={one}>
              {pledge(`relations.${one}`)}
            </option>
          ))}
        </select>
      </div>
      {relation === "other" && (
        <div className="field">
          <label htmlFor={`${id}-other`}>{pledge("who.other")}</label>
          <input
            id={`${id}-other`}
            type="text"
            maxLength={200}
            value={relationText}
            onChange={(event) => change({ relationText: event.target.value })}
          />
        </div>
      )}
    </div>
  );
}

interface SignerFieldsProps {
  readonly value: PledgeDraft;
  readonly change: (part: Partial<PledgeDraft>) => void;
}
