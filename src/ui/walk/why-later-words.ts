import type { TFunction } from "i18next";
import { EVENING, HOME_AGAIN, type WhyLater } from "../../domain/round/whom-next.ts";
import { formatTime } from "../../domain/words/vietnamese-format.ts";
import { dayWords } from "../parts/words/when.ts";

/** Why not to go there yet, and when: 'Vắng 2 lần buổi sáng, nên đi sau 17:30'. */
export function whyLaterWords(
  t: TFunction<"walk">,
  common: TFunction<"common">,
  why: WhyLater,
  now: number,
): string {
  switch (why.kind) {
    case "appointment":
      return t("why.appointment", { time: formatTime(why.at), day: dayWords(common, why.at, now) });
    case "eveningLater": {
      const words = { count: why.missed, hour: hourWords(EVENING) };
      return why.part === "morning" ? t("why.eveningAfterMornings", words) : t("why.evening", words);
    }
    case "homeLater":
      return t("why.home", { hour: hourWords(HOME_AGAIN) });
    case "dayLater":
      return t("why.day", { count: why.missed });
    case "justMissed":
      return t("why.justMissed", { time: formatTime(why.at) });
  }
}

/** Seconds after midnight as '17:30'. */
function hourWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}
