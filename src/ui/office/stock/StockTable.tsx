import { useTranslation } from "react-i18next";
import type { WardStock } from "../../../domain/handbook-stock.ts";
import type { Numbers } from "../../../domain/number-format.ts";
import type { HouseholdRow } from "../../../phone/phone.ts";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { useNumbers } from "../../text/use-numbers.ts";

/** How many copies came, went on, were handed out, and are left. */
export function StockTable({
  stock: { printed, handedOn, atOffice, areas },
  nameOf,
}: {
  readonly stock: WardStock<HouseholdRow>;
  readonly nameOf: (place: string) => string;
}) {
  const { t } = useTranslation("stock");
  const numbers = useNumbers();
  const total = (of: (area: (typeof areas)[number]) => number | null) =>
    numbers.integer(areas.reduce((sum, area) => sum + (of(area) ?? 0), 0));
  return (
    <section className="office-card">
      <h2>{t("table")}</h2>
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
      </ul>
      <ScrollSideways label={t("scroll")}>
        <table className="office-table">
          <thead>
            <tr>
              <th scope="col">{t("area")}</th>
              {FIGURES.map((name) => (
                <th key={name} scope="col" className="office-figure">
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {areas.map((area) => (
              <tr key={area.area}>
                <th scope="row">{nameOf(area.area)}</th>
                <td className="office-figure">{inFigures(numbers, area.received)}</td>
                <td className="office-figure">{numbers.integer(area.delivered)}</td>
                <td className="office-figure">
                  {area.left !== null && area.left < 0
                    ? t("over", { number: numbers.integer(-area.left) })
                    : inFigures(numbers, area.left)}
                </td>
                <td className="office-figure">{numbers.integer(area.without.length)}</td>
                <td className="office-figure">{inFigures(numbers, area.lacking)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("total")}</th>
              <td className="office-figure">{total(({ received }) => received)}</td>
              <td className="office-figure">{total(({ delivered }) => delivered)}</td>
              <td className="office-figure">{total(({ left }) => Math.max(0, left ?? 0))}</td>
              <td className="office-figure">{total(({ without }) => without.length)}</td>
              <td className="office-figure">{total(({ lacking }) => lacking)}</td>
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

const FIGURES = ["received", "delivered", "left", "without", "lacking"] as const;
