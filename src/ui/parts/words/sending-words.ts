import type { TFunction } from "i18next";
import { formatDate, formatTime } from "../../../domain/words/vietnamese-format.ts";
import type { Sending } from "../../../phone/api/phone.ts";
import { daysSince, isLate } from "./days-since.ts";

/** How the sending stands, on one line, and whether nobody need look after it; null while nothing is known. `now` in seconds. */
export function sendingLine(
  t: TFunction<"sending">,
  sending: Sending,
  now: number,
): { readonly words: string; readonly isWell: boolean } | null {
  const late = lateDays(sending, now);
  const waiting = waitingWords(t, sending);
  const parts = [...stateWords(t, sending, now), ...waiting];
  if (parts.length === 0) return null;
  return {
    words: [...parts, ...(late === null ? [] : [t("late", { days: late })])].join(" · "),
    isWell: sending.reached !== false && sending.problem === null && waiting.length === 0 && late === null,
  };
}

/** Why not all is well though there is coverage; null where that is not so. */
export function problemWords(t: TFunction<"sending">, sending: Sending): string | null {
  if (isOffline(sending) || sending.problem === null) return null;
  return [problemOf(t, sending), ...waitingWords(t, sending)].join(" · ");
}

/** Whether nothing answered: one that answers with its own trouble, such as a 500, can be called. */
export function isOffline({ reached, problem }: Pick<Sending, "reached" | "problem">): boolean {
  return reached === false && problem !== "unavailable";
}

/** Days without a success, where a person must be told. */
export function lateDays({ lastSuccess }: Pick<Sending, "lastSuccess">, now: number): number | null {
  const days = daysSince(lastSuccess, now);
  return isLate(days) ? days : null;
}

function stateWords(t: TFunction<"sending">, sending: Sending, now: number): string[] {
  const { unsent, photos = 0, reached, lastSuccess, problem } = sending;
  if (isOffline(sending)) return [t("offline")];
  if (problem !== null) return [problemOf(t, sending)];
  if (reached === null) return [];
  if (unsent === 0 && lastSuccess !== null) return [t("sentAt", { time: whenSent(lastSuccess, now) })];
  return unsent + photos > 0 ? [t("online")] : [];
}

function problemOf(t: TFunction<"sending">, { unsent, photos = 0, problem }: Sending): string {
  if (problem === "unavailable") return t("ailing");
  if (unsent + photos > 0) return t("notTaken");
  if (problem === "full") return t("full");
  return t(problem === "storage" ? "storage" : "notFetched");
}

function waitingWords(t: TFunction<"sending">, { unsent, photos = 0 }: Sending): string[] {
  return [
    ...(unsent > 0 ? [t("records", { count: unsent })] : []),
    ...(photos > 0 ? [t("photos", { count: photos })] : []),
  ];
}

/** The hour of today, the day otherwise. */
function whenSent(at: number, now: number): string {
  return formatDate(at) === formatDate(now) ? formatTime(at) : formatDate(at).slice(0, 5);
}
