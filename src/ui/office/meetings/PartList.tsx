import { useTranslation } from "react-i18next";
import { attendanceOf, type Attended } from "../../../domain/meeting/attendance.ts";
import type { Meeting } from "../../../domain/meeting/meeting.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { useNumbers } from "../../text/use-numbers.ts";
import { begunWords } from "./begun-words.ts";

/** Meetings side by side, each as its own device tells of it. */
export function PartList({ ward, rows, attended, parts, onOpen }: PartListProps) {
  const { t } = useTranslation("meetings");
  const numbers = useNumbers();
  return (
    <ul className="meetings-parts">
      {parts.map((one) => {
        const { present, all } = attendanceOf(one, rows, attended, ward.slug);
        return (
          <li key={one.id}>
            {onOpen ? (
              <button type="button" className="office-open" onClick={() => onOpen(one.id)}>
                {one.subject}
              </button>
            ) : (
              <b>{one.subject}</b>
            )}
            <p>{one.area === ward.slug ? ward.name : placeTitle(ward, one.area)}</p>
            {one.place !== "" && <p>{one.place}</p>}
            <p className="quiet">{begunWords(t, one, ward)}</p>
            <p>{t("presentOf", { present: numbers.integer(present), all: numbers.integer(all) })}</p>
            {one.minutes !== undefined && <p className="meetings-words">{one.minutes}</p>}
            {one.conclusions !== undefined && <p className="meetings-words">{one.conclusions}</p>}
          </li>
        );
      })}
    </ul>
  );
}

interface PartListProps {
  readonly ward: WardView;
  readonly rows: readonly HouseholdRow[];
  readonly attended: readonly Attended[];
  readonly parts: readonly Meeting[];
  /** Opens one; absent where they stand within the one that they are. */
  readonly onOpen?: (id: string) => void;
}
