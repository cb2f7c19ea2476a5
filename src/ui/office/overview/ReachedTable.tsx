import { useState } from "react";
import { useTranslation } from "react-i18next";
import { reachedBy, type Reached } from "../../../domain/campaign/campaign-curves.ts";
import { type Span } from "../../../domain/days/campaign-days.ts";
import { firstStep, groupBy, inOrderOfCodes } from "../../../domain/ward/totals.ts";
import type { CountedRow, WardView } from "../../../phone/api/phone.ts";
import { areaName } from "../../parts/words/area-names.ts";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { useNumbers } from "../../text/use-numbers.ts";
import { byNumber, byText } from "../tables/order-rows.ts";
import { SortHeading } from "../tables/SortHeading.tsx";
import { useTable } from "../tables/use-table.ts";

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
  const parts: readonly Part[] = inOrderOfCodes(
    groupBy(rows, (row) => (area === "" ? firstStep(row.area) : row.area)),
  );
  const figure = (households: readonly CountedRow[], word: keyof Reached) => {
    const here = reachedBy(households, now, day)[word];
    const then = before && reachedBy(households, before, day)[word];
    return then === undefined
      ? numbers.integer(here)
      : t("against", { now: numbers.integer(here), before: numbers.integer(then) });
  };
  const table = useTable(parts, {
    sorts: {
      place: byText<Part>(([code]) => code),
      households: byNumber<Part>(([, some]) => some.length),
      visited: byReached("visited"),
      delivered: byReached("delivered"),
      pledged: byReached("pledged"),
    },
  });
  function byReached(word: keyof Reached) {
    return byNumber<Part>(([, some]) => reachedBy(some, now, day)[word]);
  }

  return (
    <>
      {before && <p className="quiet">{t("againstHint")}</p>}
      <ScrollSideways label={t("byAreaScroll")}>
        <table className="office-table">
          <thead>
            <tr>
              <SortHeading of={table} column="place">
                {t("place")}
              </SortHeading>
              {(["households", ...WORDS] as const).map((column) => (
                <SortHeading key={column} of={table} column={column} isFigure isFalling>
                  {t(column)}
                </SortHeading>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.shown.map(([code, some]) => (
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

type Part = readonly [code: string, some: readonly CountedRow[]];

const WORDS = ["visited", "delivered", "pledged"] as const;
