import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Passage } from "../../../domain/report/blocks.ts";
import { Button } from "../../parts/Button.tsx";
import { TextAreaField } from "../../parts/TextAreaField.tsx";
import type { report as words } from "../../text/vi/report.ts";
import { Pieces } from "./Pieces.tsx";
import { standingPassage, withPassage, type ReportDraft } from "./report-draft.ts";

/** A paragraph of the report, and the way to write it anew; what is typed is kept at once. */
export function PassageField({ passage, draft, onDraft }: PassageFieldProps) {
  const { t } = useTranslation("report");
  const [isOpen, setOpen] = useState(false);
  const { pieces, text, composed, isOwn, isOutdated } = standingPassage(draft, passage);
  const name = t(`passages.${passage.id as PassageName}`);
  const write = (next: string | null) => onDraft(withPassage(draft, passage.id, next, composed));
  return (
    <div className="report-passage">
      {isOpen ? (
        <TextAreaField label={name} rows={6} maxLength={4000} value={text} onChange={write} />
      ) : (
        <>
          {text === "" ? (
            <p className="quiet">{t("blank")}</p>
          ) : (
            <p>
              <Pieces pieces={pieces} />
            </p>
          )}
        </>
      )}
      {isOutdated && (
        <p className="report-outdated" role="note">
          {t("outdated", { text: composed })}
        </p>
      )}
      <p className="report-passage-acts office-noprint">
        <Button
          look="quiet"
          aria-label={isOpen ? t("doneOf", { name }) : t("editOf", { name })}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? t("done") : t("edit")}
        </Button>
        {isOwn && (
          <Button look="quiet" aria-label={t("resetOf", { name })} onClick={() => write(null)}>
            {t("reset")}
          </Button>
        )}
      </p>
    </div>
  );
}

type PassageName = keyof typeof words.passages;

interface PassageFieldProps {
  readonly passage: Passage;
  readonly draft: ReportDraft;
  readonly onDraft: (draft: ReportDraft) => void;
}
