import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer, Answers } from "../../../domain/import/answers.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { Button } from "../../parts/Button.tsx";
import { ChoiceChip, Choices } from "../../parts/Chip.tsx";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { useNumbers } from "../../text/use-numbers.ts";
import { PreviewLine } from "./PreviewLine.tsx";
import { countKinds, PREVIEW_KINDS, type PreviewKind, type PreviewRow } from "./preview-rows.ts";

/** What taking a list would do, row by row; of what is in doubt somebody says what it is. */
export function PreviewTable({ ward, rows, answers, onAnswer }: PreviewTableProps) {
  const { t } = useTranslation("households");
  const numbers = useNumbers();
  const [kind, setKind] = useState<PreviewKind | null>(null);
  const [most, setMost] = useState(PAGE);
  const counts = useMemo(() => countKinds(rows), [rows]);
  const chosen = useMemo(
    () => (kind === null ? rows : rows.filter((row) => row.kind === kind)),
    [rows, kind],
  );
  const left = chosen.length - most;

  function choose(next: PreviewKind | null) {
    setKind(next);
    setMost(PAGE);
  }

  return (
    <section className="office-card">
      <h2>{t("preview.title")}</h2>
      <Choices label={t("preview.filter")}>
        <ChoiceChip chosen={kind === null} onChoose={() => choose(null)}>
          {t("preview.all", { count: rows.length })}
        </ChoiceChip>
        {PREVIEW_KINDS.filter((one) => counts[one] > 0 || one === kind).map((one) => (
          <ChoiceChip key={one} chosen={kind === one} onChoose={() => choose(one)}>
            {t(`preview.${one}`, { count: counts[one] })}
          </ChoiceChip>
        ))}
      </Choices>
      {chosen.length === 0 ? (
        <p>{t("preview.none")}</p>
      ) : (
        <ScrollSideways label={t("preview.scroll")}>
          <table className="office-table import-preview">
            <thead>
              <tr>
                <th scope="col">{t("preview.row")}</th>
                <th scope="col">{t("area")}</th>
                <th scope="col" className="office-figure">
                  {t("number")}
                </th>
                <th scope="col">{t("head")}</th>
                <th scope="col">{t("address")}</th>
                <th scope="col" className="office-figure">
                  {t("members")}
                </th>
                <th scope="col">{t("preview.what")}</th>
              </tr>
            </thead>
            <tbody>
              {chosen.slice(0, most).map((row) => (
                <PreviewLine key={row.key} ward={ward} row={row} answers={answers} onAnswer={onAnswer} />
              ))}
            </tbody>
          </table>
        </ScrollSideways>
      )}
      <p className="quiet" role="status">
        {t("preview.shown", {
          shown: numbers.integer(Math.min(most, chosen.length)),
          all: numbers.integer(chosen.length),
        })}
      </p>
      {left > 0 && (
        <Button onClick={() => setMost(most + PAGE)}>
          {t("preview.more", { count: Math.min(PAGE, left) })}
        </Button>
      )}
    </section>
  );
}

/** Rows that are drawn at once: each may hold a list of choices. */
const PAGE = 100;

interface PreviewTableProps {
  readonly ward: WardView;
  readonly rows: readonly PreviewRow[];
  readonly answers: Answers;
  readonly onAnswer: (key: string, answer: Answer) => void;
}
