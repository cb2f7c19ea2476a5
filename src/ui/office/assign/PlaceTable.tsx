import { useTranslation } from "react-i18next";
import { isLeft, loadsOf, peopleIn, type Assignments } from "../../../domain/assignments.ts";
import { groupBy, inOrderOfCodes } from "../../../domain/totals.ts";
import type { HouseholdRow, WardView } from "../../../phone/phone.ts";
import { areaName, placeTitle } from "../../parts/area-names.ts";
import { Button } from "../../parts/Button.tsx";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { useNumbers } from "../../text/use-numbers.ts";

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
  const places = inOrderOfCodes(groupBy(rows, ({ area }) => area));
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
  return (
    <section className="office-card">
      <h2>{t("places")}</h2>
      <ScrollSideways label={t("placesScroll")}>
        <table className="office-table assign-places">
          <thead>
            <tr>
              <th scope="col">{t("place")}</th>
              <th scope="col" className="office-figure">
                {t("leftShort")}
              </th>
              <th scope="col">{t("who")}</th>
              <th scope="col">{t("act")}</th>
            </tr>
          </thead>
          <tbody>
            {places.map(([code, here]) => (
              <tr key={code}>
                <th scope="row">{placeTitle(ward, code)}</th>
                <td className="office-figure">
                  {numbers.integer(here.filter(isLeft).length)} / {numbers.integer(here.length)}
                </td>
                <td>{who(code, here)}</td>
                <td>
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
