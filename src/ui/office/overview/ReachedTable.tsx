import { useState } from "react";
import { useTranslation } from "react-i18next";
import { reachedBy, type Reached } from "../../../domain/campaign-curves.ts";
import { type Span } from "../../../domain/campaign-days.ts";
import { firstStep, groupBy, inOrderOfCodes } from "../../../domain/totals.ts";
import type { CountedRow, WardView } from "../../../phone/phone.ts";
import { areaName } from "../../parts/area-names.ts";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { useNumbers } from "../../text/use-numbers.ts";

/** How far the parts of an area have come, beside the same day of the campaign before. Drawn only when it is opened. */
export function ReachedTable(props: ReachedProps) {
  const { t } = useTranslation("curves");
  const [open, setOpen] = useState(false);
  const { area } = props;
  return (
    <details className="curves-more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{area === "" ? t("byArea") : t("byGroup", { area: areaName(props.ward, area) })}</summary>
      {open && <Table {...props} />}
    </details>
  );
}

interface ReachedProps {
  readonly ward: WardView;
  readonly rows: readonly CountedRow[];
  /** "" for the whole ward. */
  readonly area: string;
  /** The campaign's day, 1 being its first. */
  readonly day: number;
  readonly now: Span;
  readonly before: Span | undefined;
}

function Table({ ward, rows, area, day, now, before }: ReachedProps) {
  const { t } = useTranslation("curves");
  const numbers = useNumbers();
  const parts = inOrderOfCodes(groupBy(rows, (row) => (area === "" ? firstStep(row.area) : row.area)));
  const figure = (households: readonly CountedRow[], word: keyof Reached) => {
    const here = reachedBy(households, now, day)[word];
    const then = before && reachedBy(households, before, day)[word];
    return then === undefined
      ? numbers.integer(here)
      : t("against", { now: numbers.integer(here), before: numbers.integer(then) });
  };
  return (
    <>
      {before && <p className="quiet">{t("againstHint")}</p>}
      <ScrollSideways label={t("byAreaScroll")}>
        <table className="office-table">
          <thead>
            <tr>
              <th scope="col">{t("place")}</th>
              <th scope="col" className="office-figure">
                {t("households")}
              </th>
              {WORDS.map((word) => (
                <th key={word} scope="col" className="office-figure">
                  {t(word)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {parts.map(([code, some]) => (
              <tr key={code}>
                <th scope="row">{areaName(ward, code)}</th>
                <td className="office-figure">{numbers.integer(some.length)}</td>
                {WORDS.map((word) => (
                  <td key={word} className="office-figure">
                    {figure(some, word)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollSideways>
    </>
  );
}

const WORDS = ["visited", "delivered", "pledged"] as const;
