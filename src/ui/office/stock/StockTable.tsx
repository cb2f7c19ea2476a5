import { useTranslation } from "react-i18next";
import type { GivenBefore } from "../../../domain/campaign/given-before.ts";
import type { EditionStock } from "../../../domain/ward/handbook-stock.ts";
import type { Numbers } from "../../../domain/words/number-format.ts";
import type { HouseholdRow } from "../../../phone/api/phone.ts";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { useNumbers } from "../../text/use-numbers.ts";
import { byNumber, byText, type Sort } from "../tables/order-rows.ts";
import { SortHeading } from "../tables/SortHeading.tsx";
import { TableTools } from "../tables/TableTools.tsx";
import { useTable } from "../tables/use-table.ts";

/** How many copies of an edition came, went on, were handed out, and are left; where it is handed out now, who waits for one. */
export function StockTable({
  stock: { edition, printed, handedOn, atOffice, areas },
  isOnly,
  campaign,
  given,
  nameOf,
}: {
  readonly stock: EditionStock<HouseholdRow>;
  /** Whether there is no other edition. */
  readonly isOnly: boolean;
  /** The title of the one that runs; undefined where none does. */
  readonly campaign: string | undefined;
  /** How the households that wait for this edition no more came by it; null where no campaign runs. */
  readonly given: GivenBefore | null;
  readonly nameOf: (place: string) => string;
}) {
  const { t } = useTranslation("stock");
  const numbers = useNumbers();
  const total = (of: (area: (typeof areas)[number]) => number | null) =>
    numbers.integer(areas.reduce((sum, area) => sum + (of(area) ?? 0), 0));
  const isCurrent = areas.some((area) => area.isCurrent);
  const figures = isCurrent ? [...FIGURES, ...LACKS] : FIGURES;
  const table = useTable(areas, { sorts: SORTS });
  const heading = isOnly ? "table" : isCurrent ? "editionName" : "notNow";
  return (
    <section className="office-card">
      <h2>{t(heading, { edition })}</h2>
      {isCurrent && campaign !== undefined && <p>{t("inCampaign", { edition, campaign })}</p>}
      <ul className="stock-way">
        <li>{printed === null ? t("notPrinted") : t("printed", { number: numbers.integer(printed) })}</li>
        <li>{t("handedOn", { number: numbers.integer(handedOn) })}</li>
        {atOffice !== null && (
          <li>
            {atOffice >= 0
              ? t("atOffice", { number: numbers.integer(atOffice) })
              : t("atOfficeShort", { number: numbers.integer(-atOffice) })}
          </li>
        )}
        {isCurrent && given && <li>{t("givenNow", { number: numbers.integer(given.now) })}</li>}
        {isCurrent && given && given.before > 0 && (
          <li>{t("givenBefore", { number: numbers.integer(given.before) })}</li>
        )}
      </ul>
      <TableTools table={table} title={t(heading, { edition })} />
      <ScrollSideways label={t("scroll", { edition })}>
        <table className="office-table">
          <thead>
            <tr>
              <SortHeading of={table} column="area">
                {t("area")}
              </SortHeading>
              {figures.map((name) => (
                <SortHeading key={name} of={table} column={name} isFigure isFalling>
                  {t(name)}
                </SortHeading>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.shown.map((area) => (
              <tr key={area.area}>
                <th scope="row">{nameOf(area.area)}</th>
                <td className="office-figure">{inFigures(numbers, area.received)}</td>
                <td className="office-figure">{numbers.integer(area.handedOut)}</td>
                <td className="office-figure">
                  {area.left !== null && area.left < 0
                    ? t("over", { number: numbers.integer(-area.left) })
                    : inFigures(numbers, area.left)}
                </td>
                {isCurrent && (
                  <>
                    <td className="office-figure">
                      {inFigures(numbers, area.isCurrent ? area.without.length : null)}
                    </td>
                    <td className="office-figure">
                      {inFigures(numbers, area.isCurrent ? area.lacking : null)}
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("total")}</th>
              <td className="office-figure">{total(({ received }) => received)}</td>
              <td className="office-figure">{total(({ handedOut }) => handedOut)}</td>
              <td className="office-figure">{total(({ left }) => Math.max(0, left ?? 0))}</td>
              {isCurrent && (
                <>
                  <td className="office-figure">{total(({ without }) => without.length)}</td>
                  <td className="office-figure">{total(({ lacking }) => lacking)}</td>
                </>
              )}
            </tr>
          </tfoot>
        </table>
      </ScrollSideways>
    </section>
  );
}

function inFigures(numbers: Numbers, number: number | null): string {
  return number === null ? "–" : numbers.integer(number);
}

const FIGURES = ["received", "handedOut", "left"] as const;
const LACKS = ["without", "lacking"] as const;

type AreaStock = EditionStock<HouseholdRow>["areas"][number];

const SORTS: Readonly<Record<"area" | (typeof FIGURES)[number] | (typeof LACKS)[number], Sort<AreaStock>>> = {
  area: byText(({ area }) => area),
  received: byNumber(({ received }) => received),
  handedOut: byNumber(({ handedOut }) => handedOut),
  left: byNumber(({ left }) => left),
  without: byNumber(({ isCurrent, without }) => (isCurrent ? without.length : null)),
  lacking: byNumber(({ isCurrent, lacking }) => (isCurrent ? lacking : null)),
};
