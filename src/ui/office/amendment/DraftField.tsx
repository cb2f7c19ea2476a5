import { FileInput } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { AmendmentCase } from "../../../domain/amendment/amendment-case.ts";
import { covenantDraftKey, readDraft } from "../../../domain/covenant/covenant-draft.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { Button, ButtonLink } from "../../parts/Button.tsx";
import { useLive } from "../../parts/hooks/use-live.ts";
import { covenantAddress } from "../covenant/addresses.ts";
import type { StepValues } from "./step-values.ts";

/** The words that are posted: taken from the edition that is being written, or typed and pasted here. */
export function DraftField({ ward, file, value, onChange }: DraftFieldProps) {
  const { t } = useTranslation("amendment");
  const id = useId();
  const kept = useLive("draft", covenantDraftKey(ward.slug, file.area));
  const half = readDraft(kept);
  return (
    <div className="field">
      {half ? (
        <Button icon={FileInput} onClick={() => onChange({ draft: half.text, draftTitle: half.title })}>
          {t("takeDraft")}
        </Button>
      ) : (
        <ButtonLink look="quiet" href={covenantAddress(file.area)}>
          {t("noHalf")}
        </ButtonLink>
      )}
      <label htmlFor={id}>{t("fields.draft")}</label>
      <textarea
        id={id}
        rows={10}
        maxLength={200_000}
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange({ draft: target.value })}
      />
      <p id={`${id}-hint`} className="field-hint">
        {t("hints.draft")}
      </p>
    </div>
  );
}

interface DraftFieldProps {
  readonly ward: WardView;
  readonly file: AmendmentCase;
  readonly value: string;
  readonly onChange: (fields: StepValues) => void;
}
