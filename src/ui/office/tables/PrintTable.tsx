import { Printer } from "lucide-react";
import type { MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../parts/Button.tsx";
import { useApartWords } from "../../parts/hooks/use-apart-words.ts";
import { tables as words } from "../../text/vi/tables.ts";
import "./tables.css";

/** Prints the card in which it stands and nothing beside it: rows as they are sorted and found, without what may be done. */
export function PrintTable({ title, onPrint }: PrintTableProps) {
  useApartWords("tables", words);
  const { t } = useTranslation("tables");

  function print({ currentTarget }: MouseEvent) {
    const card = currentTarget.closest(".office-card");
    document.body.classList.add("prints-table");
    card?.classList.add("table-printed");
    if (onPrint) onPrint();
    else window.print();
    card?.classList.remove("table-printed");
    document.body.classList.remove("prints-table");
  }

  return (
    <Button
      icon={Printer}
      className="table-print office-noprint"
      aria-label={t("printOf", { table: title })}
      onClick={print}
    >
      {t("print")}
    </Button>
  );
}

interface PrintTableProps {
  /** What the table is called. */
  readonly title: string;
  /** Prints where not all rows are drawn on the screen: see `useWholeOnPaper`. */
  readonly onPrint?: () => void;
}
