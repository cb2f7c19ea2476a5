import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { attendanceOf, attendancesIn } from "../../../domain/meeting/attendance.ts";
import { meetingsIn } from "../../../domain/meeting/meetings.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { useLive } from "../../parts/hooks/use-live.ts";
import type { StepValues } from "./step-values.ts";
import { SelectField } from "../../parts/SelectField.tsx";

/** Names the recorded meeting at which it was decided, and takes over what was counted there; the figures may be typed without one. */
export function HeldMeeting({ ward, rows, area, value, onChange }: HeldMeetingProps) {
  const { t } = useTranslation("amendment");
  const records = useLive("meetings", ward.slug);
  const held = useMemo(
    () => meetingsIn(records ?? [], ward.slug).filter((one) => !one.planned && one.area === area),
    [records, ward.slug, area],
  );
  if (held.length === 0) return null;

  function choose(meeting: string) {
    const found = held.find((one) => one.id === meeting);
    if (!found) return onChange({ heldMeeting: "" });
    const { all, present } = attendanceOf(found, rows, attendancesIn(rows), ward.slug);
    return onChange({
      heldMeeting: meeting,
      date: found.date,
      households: String(all),
      present: String(present),
    });
  }

  return (
    <SelectField label={t("heldMeeting")} value={value} onChange={choose}>
      <option value="">{t("noHeldMeeting")}</option>
      {held.map((one) => (
        <option key={one.id} value={one.id}>
          {formatDate(one.date)} · {one.subject}
        </option>
      ))}
    </SelectField>
  );
}

interface HeldMeetingProps {
  readonly ward: WardView;
  readonly rows: readonly HouseholdRow[];
  readonly area: string;
  /** Its id; "" for none. */
  readonly value: string;
  readonly onChange: (fields: StepValues) => void;
}
