import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { heirOf } from "../../domain/household/mergers.ts";
import { searcher } from "../../domain/words/searcher.ts";
import type { HouseholdRow, WardView } from "../../phone/api/phone.ts";
import { householdName, householdPlace } from "../parts/words/household-names.ts";
import { useLive } from "../parts/hooks/use-live.ts";
import "./Alike.css";

/** What became of a household that is searched for and stands in no list any more, because another one stands for it. */
export function MergedFound({ ward, rows, query }: MergedFoundProps) {
  const { t } = useTranslation("listing");
  const { t: common } = useTranslation("common");
  const merged = useLive("merged", ward.slug);
  const found = useMemo(() => {
    const meets = searcher(query);
    const mergers = new Map(merged?.map(({ id, into }) => [id, into]));
    return (merged ?? [])
      .filter(({ search }) => meets(search))
      .slice(0, MOST)
      .map((one) => ({ one, heir: rows.find(({ id }) => id === heirOf(one.id, mergers)) }));
  }, [merged, rows, query]);
  if (found.length === 0) return null;
  return (
    <ul className="alike" aria-label={t("mergedFound")}>
      {found.map(({ one, heir }) => (
        <li key={one.id}>
          <Link href={`/ho/${one.id}`}>
            <b>{householdName(common, one)}</b>
            <span>{[householdPlace(common, one, ward), one.address].filter(Boolean).join(" · ")}</span>
            <span>
              {heir ? t("mergedInto", { household: householdName(common, heir) }) : t("mergedElsewhere")}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

interface MergedFoundProps {
  readonly ward: WardView;
  /** All in sight. */
  readonly rows: readonly HouseholdRow[];
  /** Not empty. */
  readonly query: string;
}

const MOST = 5;
