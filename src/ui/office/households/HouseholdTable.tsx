import { Download, FileUp, Printer, UserPlus } from "lucide-react";
import { startTransition, useDeferredValue, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { afterFrame } from "../../../phone/time/after-frame.ts";
import { downloadFile } from "../../outbox/share-record.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { Button, ButtonLink } from "../../parts/Button.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { householdName } from "../../parts/words/household-names.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { SearchField } from "../../parts/SearchField.tsx";
import { statusWords } from "../../parts/words/status-words.ts";
import { useKept } from "../../parts/hooks/use-kept.tsx";
import type { StatusWord } from "../../round/select-rows.ts";
import { useNumbers } from "../../text/use-numbers.ts";
import type { Order } from "../tables/order-rows.ts";
import { SortHeading } from "../tables/SortHeading.tsx";
import { useWholeOnPaper } from "../tables/use-whole-on-paper.ts";
import type { PartProps } from "./part-props.ts";
import { createChooser, rowsToCsv, sortRows, type Column } from "./table-rows.ts";
import { TableFilters } from "./TableFilters.tsx";
import { WindowedRows } from "./WindowedRows.tsx";

/** All households of the ward: found, sorted, printed, taken along, and the way to what may be changed of each. */
export function HouseholdTable({ ward, rows }: PartProps) {
  const { t } = useTranslation("households");
  const numbers = useNumbers();
  const { t: common } = useTranslation("common");
  const { now } = usePhone();
  const [area, setArea] = useKept(`households/area/${ward.slug}`, "");
  const [state, setState] = useKept<StatusWord | "">(`households/state/${ward.slug}`, "");
  const [query, setQuery] = useKept(`households/query/${ward.slug}`, "");
  const [order, setOrder] = useState<Order<Column>>({ column: "area", descending: false });
  // All rows go on paper, also those that are not drawn on the screen.
  const [isWhole, print] = useWholeOnPaper();
  const wanted = useDeferredValue(query);
  const typed = useRef(query);
  const [choose] = useState(createChooser);
  const shown = useMemo(
    () => sortRows(choose(rows, { area, state, query: wanted }), order),
    [choose, rows, area, state, wanted, order],
  );
  const members = useMemo(() => shown.reduce((sum, row) => sum + (row.members ?? 0), 0), [shown]);
  // By the minute: until something of it changes the table is not drawn again.
  const time = Math.floor(now(ward.slug) / 60) * 60;
  const table = useMemo(
    () => (
      <WindowedRows
        label={t("scroll")}
        rows={shown}
        whole={isWhole}
        keyOf={({ id: key }) => key}
        head={
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <SortHeading
                  key={column}
                  of={{ order, setOrder }}
                  column={column}
                  isFigure={FIGURES.has(column)}
                >
                  {t(column)}
                </SortHeading>
              ))}
              <th scope="col" className="office-noprint">
                {t("act")}
              </th>
            </tr>
          </thead>
        }
        renderRow={(row) => <Cells ward={ward} row={row} time={time} />}
      />
    ),
    [shown, order, isWhole, ward, time, t],
  );

  if (rows.length === 0) {
    return (
      <EmptyState icon={FileUp} title={t("empty")}>
        <p>{t("emptyText")}</p>
        <ButtonLink look="primary" icon={FileUp} href="/phuong/ho-dan/nhap">
          {t("importNow")}
        </ButtonLink>
      </EmptyState>
    );
  }

  // First the letter stands in its box, then what it finds is looked for; of letters that come fast for the last one alone.
  function search(text: string) {
    typed.current = text;
    void afterFrame().then(() => {
      if (typed.current === text) startTransition(() => setQuery(text));
    });
  }

  function download() {
    const headings = CSV_COLUMNS.map((column) => t(`columns.${column}`));
    const text = rowsToCsv(shown, ward, headings, ({ status }) => statusWords(common, status, time));
    downloadFile(new File([text], `${t("file", { ward: ward.slug })}.csv`, { type: "text/csv" }));
  }

  return (
    <section className="office-card">
      <div className="households-tools office-noprint">
        <SearchField label={t("search")} initial={query} onSearch={search} />
        <TableFilters {...{ ward, area, state, setArea, setState }} />
        <Button icon={Download} onClick={download}>
          {t("exportCsv")}
        </Button>
        <Button icon={Printer} onClick={print}>
          {t("print")}
        </Button>
        <ButtonLink icon={UserPlus} href="/danh-sach/them">
          {t("add")}
        </ButtonLink>
      </div>
      <p role="status">
        {t("summary", { households: numbers.integer(shown.length), members: numbers.integer(members) })}
      </p>
      {shown.length === 0 ? <p>{t("noneFound")}</p> : table}
    </section>
  );
}

const COLUMNS: readonly Column[] = ["area", "number", "head", "address", "members", "state"];
const FIGURES: ReadonlySet<Column> = new Set(["number", "members"]);
const CSV_COLUMNS = [
  "neighbourhood",
  "group",
  "number",
  "head",
  "address",
  "members",
  "note",
  "state",
] as const;

function Cells({
  ward,
  row,
  time,
}: {
  readonly ward: WardView;
  readonly row: HouseholdRow;
  readonly time: number;
}) {
  const { t } = useTranslation("households");
  const { t: common } = useTranslation("common");
  const place = placeTitle(ward, row.area);
  const household = `${householdName(common, row)}, ${place}`;
  return (
    <>
      <td title={place}>
        <span className="windowed-lines">
          {place.split(/(?<= · )/).map((part) => (
            <span key={part} className="windowed-part">
              {part}
            </span>
          ))}
        </span>
      </td>
      <td className="office-figure">{row.number ?? common("household.noNumber")}</td>
      <th scope="row">
        <Link className="windowed-lines" href={`/ho/${row.id}`}>
          {row.head ?? common("household.noName")}
        </Link>
      </th>
      <td title={row.address}>
        <span className="windowed-lines">{row.address}</span>
      </td>
      <td className="office-figure">{row.members}</td>
      <td>
        <Chip tone={row.status.word}>{statusWords(common, row.status, time)}</Chip>
      </td>
      <td className="office-noprint">
        <Link href={`/ho/${row.id}/thong-tin`} aria-label={t("editOf", { household })}>
          {t("edit")}
        </Link>
      </td>
    </>
  );
}
