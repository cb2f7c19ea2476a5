import type { TFunction } from "i18next";
import type { Fact } from "../../../domain/household-facts.ts";
import { formatDate, formatTime } from "../../../domain/words/vietnamese-format.ts";

/** A day as it is said, seen from now (both in seconds): 'hôm nay', 'mai', 'thứ Bảy 28/11', '18/11/2025'. */
export function dayWords(t: TFunction<"common">, at: number, now: number): string {
  const ahead = dayNumber(at) - dayNumber(now);
  if (ahead === 0) return t("time.today");
  if (ahead === 1) return t("time.tomorrow");
  if (ahead === -1) return t("time.yesterday");
  const date = formatDate(at);
  if (ahead > 1 && ahead < 7) return `${weekday(t, at)} ${date.slice(0, 5)}`;
  return date.endsWith(formatDate(now).slice(-4)) ? date.slice(0, 5) : date;
}

/** A moment on a line: 'hôm nay 18:34', '20/11 08:40', '18/11/2025 09:00'. */
export function momentWords(t: TFunction<"common">, at: number, now: number): string {
  return `${dayWords(t, at, now)} ${formatTime(at)}`;
}

/** When something was said, `time` being its moment or its day in words: 'khoảng 20/11 08:40' where it is only about right. */
export function saidWords(
  t: TFunction<"common">,
  { approximate }: Pick<Fact, "approximate">,
  time: string,
): string {
  return approximate ? t("time.about", { time }) : time;
}

/** 'thứ Bảy', 'Chủ nhật'. */
export function weekday(t: TFunction<"common">, at: number): string {
  // 1/1/1970 was a Thursday.
  return t(`time.days.${DAYS[(dayNumber(at) + 4) % 7] ?? "sunday"}`);
}

/** The day in Việt Nam as `2026-11-18`. */
export function isoDate(seconds: number): string {
  return new Date(dayNumber(seconds) * 86_400_000).toISOString().slice(0, 10);
}

/** Counts days in Việt Nam, which keeps UTC+7 all year. */
export function dayNumber(seconds: number): number {
  return Math.floor((seconds + 7 * 3600) / 86_400);
}

const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
