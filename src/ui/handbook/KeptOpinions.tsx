import { useTranslation } from "react-i18next";
import { Card } from "../parts/Card.tsx";
import { useOwnWords } from "../text/use-own-words.ts";
import { opinion as words } from "../text/vi/opinion.ts";
import { articleHash } from "./addresses.ts";
import { useKeptOpinions } from "./use-kept-opinions.ts";

/** The opinions that wait in this phone to be shown to the volunteer. */
export function KeptOpinions({ ward, area }: { readonly ward: string; readonly area: string }) {
  useOwnWords("opinion", words);
  const { t } = useTranslation(["opinion", "handbook"]);
  const { kept } = useKeptOpinions(ward, area);
  const done = Object.entries(kept).filter(([, opinion]) => opinion.done);
  if (done.length === 0) return null;
  return (
    <Card tone="again">
      <h2>{t("kept")}</h2>
      <p>{t("keptText")}</p>
      <ul>
        {done.map(([article, { text }]) => (
          <li key={article}>
            <a href={articleHash(article)}>{t("handbook:article", { number: article })}</a>: {text}
          </li>
        ))}
      </ul>
    </Card>
  );
}
