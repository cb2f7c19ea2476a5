import { useTranslation } from "react-i18next";
import type { CovenantDraft } from "../../../domain/covenant/covenant-draft.ts";
import { nextEdition } from "../../../domain/covenant/covenant-edition.ts";
import type { Covenant } from "../../../domain/ward-facts.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import { Button } from "../../parts/Button.tsx";
import { Card } from "../../parts/Card.tsx";

/** Another edition was published while this one was being written: says so, and proposes the number after it. */
export function Overtaken({
  standing,
  draft,
  known,
  onChange,
}: {
  readonly standing: Covenant;
  readonly draft: CovenantDraft;
  readonly known: readonly (number | string)[];
  readonly onChange: (fields: Partial<CovenantDraft>) => void;
}) {
  const { t } = useTranslation("covenant");
  const isSame = draft.edition.trim() === String(standing.edition);
  const next = nextEdition([...known, standing.edition]);
  return (
    <div role="alert">
      <Card tone="again">
        <h3>{t("overtaken.title")}</h3>
        <p>{t("overtaken.text", { edition: standing.edition, date: formatDate(standing.at) })}</p>
        {isSame && <p>{t("overtaken.same", { edition: standing.edition, next })}</p>}
        <Button onClick={() => onChange({ basis: standing.jti, ...(isSame ? { edition: next } : {}) })}>
          {isSame ? t("overtaken.use", { next }) : t("overtaken.seen")}
        </Button>
      </Card>
    </div>
  );
}
