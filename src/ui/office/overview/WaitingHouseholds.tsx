import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { CountedRow, HouseholdRow } from "../../../phone/api/phone.ts";
import { Button } from "../../parts/Button.tsx";
import { useLive } from "../../parts/hooks/use-live.ts";
import { useNumbers } from "../../text/use-numbers.ts";

/** Households that wait, each a link to the act that settles it: a few at first, all on demand. */
export function WaitingHouseholds({ ward, rows, wordsOf, hrefOf }: WaitingHouseholdsProps) {
  const { t } = useTranslation("office");
  const numbers = useNumbers();
  const [shown, setShown] = useState(FIRST);
  const left = rows.length - shown;
  return (
    <>
      {rows.slice(0, shown).map((row) => (
        <WaitingHousehold key={row.id} {...{ ward, row, wordsOf, hrefOf }} />
      ))}
      {left > 0 && (
        <Button look="quiet" onClick={() => setShown(shown + MORE)}>
          {t("waiting.moreHouseholds", { count: left, number: numbers.integer(left) })}
        </Button>
      )}
    </>
  );
}

/** How it is called is read for those in sight alone. */
function WaitingHousehold({
  ward,
  row,
  wordsOf,
  hrefOf,
}: Omit<WaitingHouseholdsProps, "rows"> & { readonly row: CountedRow }) {
  const named = useLive("row", ward, row.id);
  return named ? <Link href={hrefOf(row)}>{wordsOf(row, named)}</Link> : null;
}

interface WaitingHouseholdsProps {
  /** Its slug. */
  readonly ward: string;
  readonly rows: readonly CountedRow[];
  readonly wordsOf: (row: CountedRow, named: Pick<HouseholdRow, "number" | "head" | "address">) => string;
  readonly hrefOf: (row: CountedRow) => string;
}

const FIRST = 6;
const MORE = 60;
