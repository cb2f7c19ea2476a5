import { useTranslation } from "react-i18next";
import type { StockEntry } from "../../../domain/ward/handbook-stock.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import { useAnnounce } from "../../parts/Announcer.tsx";
import { Button } from "../../parts/Button.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { useSay } from "../../parts/hooks/use-say.ts";
import { useNumbers } from "../../text/use-numbers.ts";
import { byNumber, byText, type Sort } from "../tables/order-rows.ts";
import { SortHeading } from "../tables/SortHeading.tsx";
import { TableTools } from "../tables/TableTools.tsx";
import { useTable } from "../tables/use-table.ts";

/** Each time that copies were written down; a wrong entry is taken back here, and both stay in the log. */
export function StockEntries({
  ward,
  entries,
  nameOf,
}: {
  readonly ward: string;
  readonly entries: readonly StockEntry[];
  readonly nameOf: (place: string) => string;
}) {
  const { t } = useTranslation("stock");
  const numbers = useNumbers();
  const { act } = usePhone();
  const announce = useAnnounce();
  const { run, busy, trouble } = useSay();
  const table = useTable(entries, {
    sorts: SORTS,
    wordsOf: ({ at, place, edition }) =>
      [formatDate(at), nameOf(place), t("editionName", { edition })].join(" "),
  });

  async function remove({ jti, place }: StockEntry) {
    const done = await run(() => act.retract(ward, jti, place));
    if (done.ok) announce(t("undone"));
  }

  return (
    <section className="office-card">
      <h2>{t("entries")}</h2>
      <Trouble text={trouble} />
      {entries.length === 0 && <p className="quiet">{t("noEntries")}</p>}
      {entries.length > 0 && (
        <>
          <TableTools table={table} title={t("entries")} />
          <ScrollSideways label={t("entriesScroll")}>
            <table className="office-table">
              <thead>
                <tr>
                  {COLUMNS.map((column) => (
                    <SortHeading
                      key={column}
                      of={table}
                      column={column}
                      isFigure={column === "copies"}
                      isFalling={column === "copies" || column === "when"}
                    >
                      {t(column)}
                    </SortHeading>
                  ))}
                  <th scope="col" className="office-noprint">
                    {t("remove")}
                  </th>
                </tr>
              </thead>
              <tbody>
                {table.shown.map((entry) => {
                  const [number, day] = [numbers.integer(entry.copies), formatDate(entry.at)];
                  return (
                    <tr key={entry.jti}>
                      <td>{day}</td>
                      <td>{nameOf(entry.place)}</td>
                      <td>{t("editionName", { edition: entry.edition })}</td>
                      <td className="office-figure">{number}</td>
                      <td className="office-figure office-noprint">
                        <Button
                          aria-label={t("removeOne", { number, place: nameOf(entry.place), day })}
                          aria-disabled={busy}
                          onClick={() => void remove(entry)}
                        >
                          {t("remove")}
                        </Button>
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </ScrollSideways>
        </>
      )}
    </section>
  );
}

const COLUMNS = ["when", "where", "edition", "copies"] as const;

const SORTS: Readonly<Record<(typeof COLUMNS)[number], Sort<StockEntry>>> = {
  when: byNumber(({ at }) => at),
  where: byText(({ place }) => place),
  edition: byText(({ edition }) => edition),
  copies: byNumber(({ copies }) => copies),
};
