import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { SearchField } from "../../parts/SearchField.tsx";
import { useApartWords } from "../../parts/hooks/use-apart-words.ts";
import { tables as words } from "../../text/vi/tables.ts";
import { useNumbers } from "../../text/use-numbers.ts";
import { PrintTable } from "./PrintTable.tsx";
import type { Table } from "./use-table.ts";
import "./tables.css";

/** Above a table: the box that searches it where it is longer than a screen, how many rows that leaves, and its print. */
export function TableTools<Row, Column extends string>({
  table: { isSearched, setQuery, shown, all },
  title,
  onPrint,
  children,
}: TableToolsProps<Row, Column>) {
  useApartWords("tables", words);
  const { t } = useTranslation("tables");
  const numbers = useNumbers();
  const [number, ofAll] = [numbers.integer(shown.length), numbers.integer(all)];
  return (
    <>
      <div className="table-tools office-noprint">
        {isSearched && <SearchField label={t("search", { table: title })} initial="" onSearch={setQuery} />}
        {children}
        <PrintTable title={title} {...(onPrint && { onPrint })} />
      </div>
      {isSearched && (
        <p role="status" className="quiet table-count">
          {shown.length === 0
            ? t("none")
            : shown.length === all
              ? t("all", { count: all, number: ofAll })
              : t("found", { number, all: ofAll })}
        </p>
      )}
    </>
  );
}

interface TableToolsProps<Row, Column extends string> {
  readonly table: Table<Row, Column>;
  /** What the table is called. */
  readonly title: string;
  readonly onPrint?: () => void;
  /** What else is done with all of it. */
  readonly children?: ReactNode;
}
