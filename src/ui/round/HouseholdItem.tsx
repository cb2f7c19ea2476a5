import { memo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { isNameless } from "../../domain/household/nameless.ts";
import type { HouseholdRow, WardView } from "../../phone/api/phone.ts";
import { groupPlace } from "../parts/words/area-names.ts";
import { Chip } from "../parts/Chip.tsx";
import { householdPlace } from "../parts/words/household-names.ts";
import { lowerFirst } from "../parts/words/letter-case.ts";
import { statusWords } from "../parts/words/status-words.ts";
import "./HouseholdItem.css";

/** A household in the list, leading to its page. */
export const HouseholdItem = memo(function HouseholdItem({ row, areas, placed, now }: HouseholdItemProps) {
  const { t } = useTranslation("common");
  const { id, number, head, address, members, status } = row;
  const { t: round } = useTranslation("round");
  const name = isNameless(row) ? round("erased") : (head ?? t("household.noName"));
  const standing = statusWords(t, status, now);
  const ward = { areas };
  const heard = [name, address, lowerFirst(standing)].filter(Boolean).join(", ");
  const seen = [
    address,
    placed && groupPlace(ward, row.area, t("household.group")),
    members === null ? null : t("household.people", { count: members }),
  ];
  return (
    <li className="household-item">
      <Link href={`/ho/${id}`} aria-label={`${householdPlace(t, row, ward)}: ${heard}`}>
        <span className="household-item-number">{number ?? "–"}</span>
        <span className="household-item-words">
          <b>{name}</b>
          <span>{seen.filter(Boolean).join(" · ")}</span>
        </span>
        <Chip tone={status.conflict ? "refused" : status.word}>{standing}</Chip>
      </Link>
    </li>
  );
});

interface HouseholdItemProps {
  readonly row: HouseholdRow;
  readonly areas: WardView["areas"];
  /** Whether to say in which tổ it stands. */
  readonly placed: boolean;
  readonly now: number;
}
