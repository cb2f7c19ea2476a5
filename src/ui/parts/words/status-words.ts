import type { TFunction } from "i18next";
import type { HouseholdStatus } from "../../../domain/household/status.ts";
import { formatDate, formatTime } from "../../../domain/words/vietnamese-format.ts";
import { dayWords } from "./when.ts";

/** How a household stands, in the words of its chip: 'Đã ký 22/11', 'Hẹn 18:30 hôm nay', 'Vắng 2 lần'. */
export function statusWords(t: TFunction<"common">, status: HouseholdStatus, now: number): string {
  const { word, at, appointment, conflict, absences } = status;
  if (conflict) return t("status.conflict");
  if (status.unmet) return t("status.unmet");
  if (word === "again" && appointment !== null) {
    return t("status.appointment", { time: formatTime(appointment), day: dayWords(t, appointment, now) });
  }
  if (word === "none" && absences > 0) return t("status.absent", { count: absences });
  if (at === null || word === "again" || word === "refused") return t(`status.${word}`);
  return `${t(`status.${word}`)} ${formatDate(at).slice(0, 5)}`;
}
