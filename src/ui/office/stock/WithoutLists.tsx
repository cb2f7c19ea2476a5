import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { AreaStock } from "../../../domain/ward/handbook-stock.ts";
import type { HouseholdRow } from "../../../phone/api/phone.ts";
import { Button } from "../../parts/Button.tsx";
import { useNumbers } from "../../text/use-numbers.ts";

/** Who has no handbook yet, khu phố by khu phố, each household leading to its page. */
export function WithoutLists({
  areas,
  nameOf,
}: {
  readonly areas: readonly AreaStock<HouseholdRow>[];
  readonly nameOf: (place: string) => string;
}) {
  return areas
    .filter(({ without }) => without.length > 0)
    .map((stock) => <WithoutList key={stock.area} stock={stock} name={nameOf(stock.area)} />);
}

function WithoutList({
  stock: { without, lacking },
  name,
}: {
  readonly stock: AreaStock<HouseholdRow>;
  readonly name: string;
}) {
  const { t } = useTranslation("stock");
  const numbers = useNumbers();
  const [open, setOpen] = useState(false);
  const [shown, show] = useState(STEP);
  const figures = {
    area: name,
    number: numbers.integer(lacking ?? 0),
    without: numbers.integer(without.length),
  };
  const words = lacking === null ? "withoutIn" : lacking > 0 ? "lackingFor" : "enoughFor";
  return (
    <details className="stock-without" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t(words, figures)}</summary>
      {open && (
        <ul>
          {without.slice(0, shown).map(({ id, number, head }) => (
            <li key={id}>
              <Link href={`/ho/${id}`}>{t("household", { number: number ?? "–", head: head ?? "" })}</Link>
            </li>
          ))}
        </ul>
      )}
      {open && without.length > shown && (
        <Button onClick={() => show(shown + STEP)}>
          {t("more", { count: Math.min(STEP, without.length - shown) })}
        </Button>
      )}
    </details>
  );
}

const STEP = 60;
