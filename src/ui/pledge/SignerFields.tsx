import { useTranslation } from "react-i18next";
import { RELATIONS, type PledgeDraft, type Relation } from "./pledge-draft.ts";
import { InputField } from "../parts/InputField.tsx";
import { SelectField } from "../parts/SelectField.tsx";

/** Who signs for the household, and what they are to its head; with `wrong` where that is what is missing. */
export function SignerFields({ value, change, head, wrong = false }: SignerFieldsProps) {
  const { t } = useTranslation("pledge");
  const { signer, relation, relationText } = value;

  /** The head's name stands for nobody else: it comes and goes with the head, where nobody wrote another. */
  function relate(to: Relation) {
    if (to !== "head" && relation === "head" && signer === head) change({ relation: to, signer: "" });
    else if (to === "head" && signer.trim() === "") change({ relation: to, signer: head });
    else change({ relation: to });
  }

  return (
    <>
      <InputField
        label={t("who.signer")}
        type="text"
        maxLength={200}
        autoComplete="off"
        autoCapitalize="words"
        aria-invalid={wrong}
        value={signer}
        onChange={(text) => change({ signer: text })}
      />
      <SelectField
        label={t("who.relation")}
        value={relation}
        onChange={(chosen) => relate(chosen as Relation)}
      >
        {RELATIONS.map((one) => (
          <option key={one} value={one}>
            {t(`relations.${one}`)}
          </option>
        ))}
      </SelectField>
      {relation === "other" && (
        <InputField
          label={t("who.other")}
          type="text"
          maxLength={200}
          value={relationText}
          onChange={(text) => change({ relationText: text })}
        />
      )}
    </>
  );
}

interface SignerFieldsProps {
  readonly value: PledgeDraft;
  readonly change: (part: Partial<PledgeDraft>) => void;
  /** The head's name, as far as it is told here. */
  readonly head: string;
  readonly wrong?: boolean;
}
