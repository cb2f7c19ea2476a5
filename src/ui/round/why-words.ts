import type { TFunction } from "i18next";
import type { Why } from "../../domain/round/whom-next.ts";
import { formatTime } from "../../domain/words/vietnamese-format.ts";
import { dayNumber, dayWords } from "../parts/words/when.ts";

/** Why somebody should go there now, in words: 'Hẹn 18:30 hôm nay', 'Vắng 2 lần buổi sáng, buổi tối dễ gặp hơn'. */
export function whyWords(t: TFunction<"round">, common: TFunction<"common">, why: Why, now: number): string {
  switch (why.kind) {
    case "due": {
      const isOfToday = dayNumber(why.at) === dayNumber(now);
      const when = { time: formatTime(why.at), day: dayWords(common, why.at, now) };
      return isOfToday ? t("why.due", when) : t("why.overdue", when);
    }
    case "evening":
      return why.part === "morning"
        ? t("why.eveningAfterMornings", { count: why.missed })
        : t("why.evening", { count: why.missed });
    case "again":
      return t("why.again", { count: why.missed });
    case "sameStreet":
      return t("why.sameStreet", { number: why.beside ?? common("household.noNumber") });
    case "given":
      return t("why.given", { day: dayWords(common, why.at, now) });
    case "backHome":
    case "unmet":
      return t(`why.${why.kind}`);
  }
}
