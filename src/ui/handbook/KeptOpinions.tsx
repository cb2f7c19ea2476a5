import { useTranslation } from "react-i18next";
import { Card } from "../parts/Card.tsx";
import { articleHash } from "./addresses.ts";
import { useKeptOpinions } from "./use-kept-opinions.ts";

/** The opinions that wait in this phone to be shown to the volunteer. */
export function KeptOpinions({ ward, area }: { readonly ward: string; readonly area: string }) {
  const { t } = useTranslation("handbook");
  const { kept } = useKeptOpinions(ward, area);
  const done = Object.entries(kept).filter(([, opinion]) => opinion.done);
  if (done.length === 0) return null;
  return (
    <Card tone="again">
      <h2>{t("opinion.kept")}</h2>
      <p>{t("opinion.keptText")}</p>
      <ul>
        {done.map(([article, { text }]) => (
          <li key={article}>
            <a href={articleHash(article)}>{t("article", { number: article })}</a>: {text}
          </li>
        ))}
      </ul>
    </Card>
  );
}
