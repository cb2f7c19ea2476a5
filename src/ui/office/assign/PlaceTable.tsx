import { useTranslation } from "react-i18next";
import { isLeft, loadsOf, peopleIn, type Assignments } from "../../../domain/round/assignments.ts";
import { groupBy, inOrderOfCodes } from "../../../domain/ward/totals.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { areaName, placeTitle } from "../../parts/words/area-names.ts";
import { Button } from "../../parts/Button.tsx";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { useNumbers } from "../../text/use-numbers.ts";
import { byNumber, byText, type Sort } from "../tables/order-rows.ts";
import { SortHeading } from "../tables/SortHeading.tsx";
import { TableTools } from "../tables/TableTools.tsx";
import { useTable } from "../tables/use-table.ts";

/** Each tổ with what is left there and who goes. */
export function PlaceTable({
  ward,
  rows,
  on,
  nameOf,
  onSend,
}: {
  readonly ward: WardView;
  readonly rows: readonly HouseholdRow[];
  readonly on: Assignments;
  readonly nameOf: (person: string) => string;
  readonly onSend: (place: string) => void;
}) {
  const { t } = useTranslation("assign");
  const numbers = useNumbers();
  const places: readonly Place[] = inOrderOfCodes(groupBy(rows, ({ area }) => area));
  const who = (area: string, here: readonly HouseholdRow[]) => {
    const names = loadsOf(here, on).map(({ person, households }) => {
      const name = person === null ? sharedBy(area) : nameOf(person);
      return households === here.length ? name : t("some", { name, number: numbers.integer(households) });
    });
    return names.join("; ");
  };
  const sharedBy = (area: string) => {
    const names = peopleIn(ward.devices, area).map(nameOf);
    return names.length === 0 ? t("nobodyHere") : t("shared", { names: names.join(", ") });
  };
  const table = useTable(places, {
    sorts: SORTS,
    wordsOf: ([code, here]) => `${placeTitle(ward, code)} ${who(code, here)}`,
  });
  return (
    <section className="office-card">
      <h2>{t("places")}</h2>
      <TableTools table={table} title={t("places")} />
      <ScrollSideways label={t("placesScroll")}>
        <table className="office-table assign-places">
          <thead>
            <tr>
              <SortHeading of={table} column="place">
                {t("place")}
              </SortHeading>
              <SortHeading of={table} column="left" isFigure isFalling>
                {t("leftShort")}
              </SortHeading>
              <th scope="col">{t("who")}</th>
              <th scope="col" className="office-noprint">
                {t("act")}
              </th>
            </tr>
          </thead>
          <tbody>
            {table.shown.map(([code, here]) => (
              <tr key={code}>
                <th scope="row">{placeTitle(ward, code)}</th>
                <td className="office-figure">
                  {numbers.integer(here.filter(isLeft).length)} / {numbers.integer(here.length)}
                </td>
                <td>{who(code, here)}</td>
                <td className="office-noprint">
                  <Button
                    look="quiet"
                    aria-label={t("sendTo", { place: areaName(ward, code) })}
                    onClick={() => onSend(code)}
                  >
                    {t("send")}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollSideways>
    </section>
  );
}

type Place = readonly [code: string, here: readonly HouseholdRow[]];

const SORTS: Readonly<Record<"place" | "left", Sort<Place>>> = {
  place: byText(([code]) => code),
  left: byNumber(([, here]) => here.filter(isLeft).length),
};
