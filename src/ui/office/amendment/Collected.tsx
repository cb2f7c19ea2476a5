import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AmendmentCase } from "../../../domain/amendment/amendment-case.ts";
import { opinionsAbout } from "../../../domain/amendment/opinions-on-draft.ts";
import { stateOf } from "../../../domain/matters/opinion-cases.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { Button, ButtonLink } from "../../parts/Button.tsx";
import { useApartWords } from "../../parts/hooks/use-apart-words.ts";
import { saidWords } from "../../parts/words/when.ts";
import { officeOpinions as words } from "../../text/vi/office-opinions.ts";
import { useOpinions } from "../opinions/use-opinions.ts";

/** What people said about the posted draft of a change, the newest first, with no name. It is heard, and never counted as a vote. */
export function Collected({ ward, file }: { readonly ward: WardView; readonly file: AmendmentCase }) {
  useApartWords("officeOpinions", words);
  const { t } = useTranslation("amendment");
  const { t: opinion } = useTranslation("officeOpinions");
  const { t: common } = useTranslation("common");
  const [isWhole, showWhole] = useState(false);
  const all = useOpinions(ward);
  if (!all) return null;
  const collected = opinionsAbout(all, file);
  return (
    <section className="office-card">
      <h3>{t("collected.title", { count: collected.length })}</h3>
      <p className="quiet">{t("collected.text")}</p>
      {collected.length === 0 && <p>{t("collected.none")}</p>}
      <ul className="amendment-decisions">
        {(isWhole ? collected : collected.slice(0, FIRST)).map((one) => (
          <li key={one.jti}>
            <p>{one.text ?? opinion("erased")}</p>
            <p className="quiet">
              {opinion(`sources.${one.source}`)} ·{" "}
              {one.area === null ? opinion("wholeWard") : placeTitle(ward, one.area)} ·{" "}
              {saidWords(common, one, formatDate(one.at))} · {opinion(`states.${stateOf(one)}`)}
            </p>
          </li>
        ))}
      </ul>
      <div className="amendment-acts">
        {!isWhole && collected.length > FIRST && (
          <Button look="quiet" onClick={() => showWhole(true)}>
            {t("collected.more", { count: collected.length })}
          </Button>
        )}
        {collected.length > 0 && (
          <ButtonLink look="quiet" href="/phuong/y-kien">
            {t("collected.answer")}
          </ButtonLink>
        )}
      </div>
    </section>
  );
}

const FIRST = 5;
