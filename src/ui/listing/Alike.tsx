import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Match } from "../../domain/words/likeness.ts";
import type { HouseholdRow, WardView } from "../../phone/api/phone.ts";
import { Button } from "../parts/Button.tsx";
import { Chip } from "../parts/Chip.tsx";
import { householdName, householdPlace } from "../parts/words/household-names.ts";
import "./Alike.css";

/** Households that may be the one in question, each with why, and the way to it. */
export function Alike({ matches, ward, label, choice }: AlikeProps) {
  const { t } = useTranslation("listing");
  const { t: common } = useTranslation("common");
  return (
    <ul className="alike" aria-label={label}>
      {matches.map(({ row, likeness }) => (
        <li key={row.id}>
          <Link href={`/ho/${row.id}`}>
            <b>{householdName(common, row)}</b>
            <span>{[householdPlace(common, row, ward), row.address].filter(Boolean).join(" · ")}</span>
            {likeness !== null && (
              <Chip tone={likeness === "both" ? "again" : "plain"}>{t(`reasons.${likeness}`)}</Chip>
            )}
          </Link>
          {choice && <Button onClick={() => choice.onChoose(row)}>{choice.words(row)}</Button>}
        </li>
      ))}
    </ul>
  );
}

interface AlikeProps {
  readonly matches: readonly (Omit<Match<HouseholdRow>, "likeness"> & {
    readonly likeness: Match<HouseholdRow>["likeness"] | null;
  })[];
  readonly ward: WardView;
  readonly label: string;
  /** What can be done with each. */
  readonly choice?: {
    readonly words: (row: HouseholdRow) => string;
    readonly onChoose: (row: HouseholdRow) => void;
  };
}
