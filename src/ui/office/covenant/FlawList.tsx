import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DraftFlaw } from "../../../domain/covenant/covenant-flaws.ts";
import { Button } from "../../parts/Button.tsx";
import { flawPlace, flawWords } from "./flaw-words.ts";

/** What is wrong, then what is worth another look; each leads to its place. */
export function FlawList({
  flaws,
  onShow,
}: {
  readonly flaws: readonly DraftFlaw[];
  readonly onShow: (flaw: DraftFlaw) => void;
}) {
  const { t } = useTranslation("covenant");
  const wrong = flaws.filter(({ isRemark }) => !isRemark);
  const remarks = flaws.filter(({ isRemark }) => isRemark);
  return (
    <section className="office-card covenant-flaws">
      <h3>{t("flaws.title")}</h3>
      {wrong.length === 0 ? <p>{t("flaws.none")}</p> : <Flaws flaws={wrong} onShow={onShow} />}
      {remarks.length > 0 && (
        <>
          <h3>{t("flaws.remarks")}</h3>
          <p className="quiet">{t("flaws.remarksHint")}</p>
          <Flaws flaws={remarks} onShow={onShow} />
        </>
      )}
    </section>
  );
}

function Flaws({
  flaws,
  onShow,
}: {
  readonly flaws: readonly DraftFlaw[];
  readonly onShow: (flaw: DraftFlaw) => void;
}) {
  const { t } = useTranslation("covenant");
  const [shown, show] = useState(STEP);
  return (
    <>
      <ul>
        {flaws.slice(0, shown).map((flaw) => (
          <li key={`${flaw.field} ${flaw.line} ${flaw.code} ${flaw.what}`}>
            <button type="button" onClick={() => onShow(flaw)}>
              {flawPlace(t, flaw)}: {flawWords(t, flaw)}
            </button>
          </li>
        ))}
      </ul>
      {flaws.length > shown && (
        <Button onClick={() => show(shown + STEP)}>{t("flaws.more", { count: flaws.length - shown })}</Button>
      )}
    </>
  );
}

const STEP = 12;
