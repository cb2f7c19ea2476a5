import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { HouseholdRow, WardView } from "../../phone/api/phone.ts";
import { Button } from "../parts/Button.tsx";
import { classNames } from "../parts/words/class-names.ts";
import { useKept } from "../parts/hooks/use-kept.tsx";
import { HouseholdItem } from "./HouseholdItem.tsx";
import "./HouseholdList.css";

/**
 * The households one below the other. The first screenful stands at once and the rest of a khu phố follows when the
 * phone has a moment; of more than that the next ones come on demand.
 */
export function HouseholdList({ name, rows, areas, placed, now, most }: HouseholdListProps) {
  const { t } = useTranslation("round");
  // Kept, so that coming back finds the place that was left.
  const [shown, show] = useKept(`round/shown/${name}`, FIRST);
  const soon = Math.min(most, rows.length);

  useEffect(() => {
    if (shown >= soon) return;
    const timer = setTimeout(() => show(Math.min(shown + STEP, soon)), 60);
    return () => clearTimeout(timer);
  }, [shown, soon, show]);

  return (
    <>
      <ul
        className={classNames("household-list", shown > FEW && "household-list-long")}
        aria-label={t("list")}
        data-first={SCREENFUL}
        data-growing={shown < soon ? "" : undefined}
      >
        {rows.slice(0, shown).map((row) => (
          <HouseholdItem key={row.id} row={row} areas={areas} placed={placed} now={now} />
        ))}
      </ul>
      {rows.length > Math.max(shown, soon) && (
        <Button wide onClick={() => show(Math.max(shown, soon) + MORE)}>
          {t("more", { count: Math.min(MORE, rows.length - shown) })}
        </Button>
      )}
    </>
  );
}

interface HouseholdListProps {
  /** Tells one selection from another. */
  readonly name: string;
  readonly rows: readonly HouseholdRow[];
  readonly areas: WardView["areas"];
  readonly placed: boolean;
  /** Seconds. */
  readonly now: number;
  /** How many may come by themselves. */
  readonly most: number;
}

/** What a tall phone shows of it at once, at most. */
const SCREENFUL = 10;
const FIRST = 20;
/** What is found, or a tổ has, at most. */
const FEW = 100;
const STEP = 60;
const MORE = 60;
