import type { useTranslation } from "react-i18next";
import { beginningOf } from "../../../domain/meeting/meeting-doubles.ts";
import type { Meeting } from "../../../domain/meeting/meeting.ts";
import { formatDate, formatTime } from "../../../domain/words/vietnamese-format.ts";
import type { WardView } from "../../../phone/api/phone.ts";

/** Since when a meeting was recorded, and by whom: 'Cô Sáu ghi từ 19:02 23/11/2026'. */
export function begunWords(
  t: ReturnType<typeof useTranslation<"meetings">>["t"],
  meeting: Meeting,
  { devices }: Pick<WardView, "devices">,
): string {
  const beginning = beginningOf(meeting);
  if (!beginning) return t("double.planned");
  const time = `${formatTime(beginning.at)} ${formatDate(beginning.at)}`;
  const { personName, deviceName } = devices[beginning.kid] ?? {};
  const by = personName ?? deviceName;
  return by === undefined ? t("double.begun", { time }) : t("double.begunBy", { time, by });
}
