import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { formatInteger } from "../../domain/vietnamese-format.ts";
import type { HouseholdRow } from "../../phone/phone.ts";
import { Button } from "../parts/Button.tsx";

/** Households that wait, each a link to the act that settles it: a few at first, all on demand. */
export function WaitingHouseholds({
  rows,
  wordsOf,
  hrefOf,
}: {
  readonly rows: readonly HouseholdRow[];
  readonly wordsOf: (row: HouseholdRow) => string;
  readonly hrefOf: (row: HouseholdRow) => string;
}) {
  const { t } = useTranslation("office");
  const [shown, setShown] = useState(FIRST);
  const left = rows.length - shown;
  return (
    <>
      {rows.slice(0, shown).map((row) => (
        <Link key={row.id} href={hrefOf(row)}>
          {wordsOf(row)}
        </Link>
      ))}
      {left > 0 && (
        <Button look="quiet" onClick={() => setShown(shown + MORE)}>
          {t("waiting.moreHouseholds", { number: formatInteger(left) })}
        </Button>
      )}
    </>
  );
}

const FIRST = 6;
const MORE = 60;
