import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { HouseholdRow, WardView } from "../../phone/api/phone.ts";
import { householdPlace } from "../parts/words/household-names.ts";

/** A door in a list, with the words that say why it stands there. */
export function DoorLink({ door, words, placed, ward }: DoorLinkProps) {
  const { t } = useTranslation("common");
  const { number, head, address } = door;
  const name = head ?? t("household.noName");
  const place = householdPlace(t, door, ward);
  const seen = [placed ? place : null, address].filter(Boolean).join(" · ");
  return (
    <li className="household-item">
      <Link
        href={`/ho/${door.id}`}
        aria-label={`${place}: ${[name, address, words].filter(Boolean).join(", ")}`}
      >
        <span className="household-item-number">{number ?? "–"}</span>
        <span className="household-item-words">
          <b>{name}</b>
          {seen !== "" && <span>{seen}</span>}
          <span>{words}</span>
        </span>
      </Link>
    </li>
  );
}

interface DoorLinkProps {
  readonly door: HouseholdRow;
  readonly words: string;
  /** Whether to say in which tổ it stands. */
  readonly placed: boolean;
  readonly ward: Pick<WardView, "areas">;
}
