import { ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { HouseholdRow, WardView } from "../../phone/api/phone.ts";
import { areaName, placeTitle } from "../parts/words/area-names.ts";
import { countStatuses, STATUS_WORDS } from "./select-rows.ts";
import "./Groups.css";

/** Each tổ with how far it has come; a tap opens its wall. */
export function Groups({ groups, ward, onChoose }: GroupsProps) {
  const { t } = useTranslation("round");
  const several = new Set([...groups.keys()].map((code) => code.split("/")[0])).size > 1;
  return (
    <ul className="groups" aria-label={t("groups")}>
      {[...groups].map(([code, rows]) => {
        const counts = countStatuses(rows);
        const name = several ? placeTitle(ward, code) : areaName(ward, code);
        return (
          <li key={code}>
            <button
              type="button"
              aria-label={t("group", { name, signed: counts.signed, all: counts.all })}
              onClick={() => onChoose(code)}
            >
              <b>{name}</b>
              <span className="groups-count">
                {t("signedOf", { signed: counts.signed, all: counts.all })}
              </span>
              <ChevronRight aria-hidden />
              <span className="groups-bar">
                {STATUS_WORDS.filter((word) => counts[word] > 0).map((word) => (
                  <span key={word} className={`status-${word}`} style={{ flexGrow: counts[word] }} />
                ))}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

interface GroupsProps {
  readonly groups: ReadonlyMap<string, readonly HouseholdRow[]>;
  readonly ward: WardView;
  readonly onChoose: (area: string) => void;
}
