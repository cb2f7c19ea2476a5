import { useTranslation } from "react-i18next";
import type { Covenant, HandbookDecision } from "../../../domain/ward-facts.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import { Card } from "../../parts/Card.tsx";
import "./Decisions.css";

/** By which decision the covenant is recognised, and the papers that came with the handbook. */
export function Decisions({
  covenant,
  decisions,
}: {
  readonly covenant: Covenant;
  readonly decisions: readonly HandbookDecision[];
}) {
  const { t } = useTranslation("reader");
  return (
    <section className="decisions">
      <h2>{t("recognition")}</h2>
      <Recognition covenant={covenant} />
      {decisions.length > 0 && (
        <details>
          <summary>{t("decisions")}</summary>
          <ul>
            {decisions.map(({ title, number, date, authority, text }) => (
              <li key={`${number} ${title}`}>
                <p lang="vi" className="decisions-title">
                  {title}
                </p>
                <p className="quiet">{t("recognitionText", { number, date: formatDate(date), authority })}</p>
                {text !== undefined && <p lang="vi">{text}</p>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** The card that tells by whom and when the covenant was recognised. */
export function Recognition({ covenant: { recognition } }: { readonly covenant: Covenant }) {
  const { t } = useTranslation("reader");
  const { number, date, authority } = recognition;
  return (
    <Card>
      <p>{t("recognised", { number, date: formatDate(date), authority })}</p>
      <p>{t("posted")}</p>
    </Card>
  );
}
