import type { TFunction } from "i18next";
import type { Numbers } from "../../domain/words/number-format.ts";
import { clockGap } from "../parts/words/clock-gap.ts";
import { minutesOff } from "../parts/words/days-since.ts";

/** How a clock is, by the seconds that are to be added to it: by so much it is slow. */
export function clockWords(t: TFunction<"office">, numbers: Numbers, offset: number): string {
  const minutes = minutesOff(offset);
  if (minutes === null) return t("device.clockRight");
  const { unit, count } = clockGap(minutes);
  const words = { count, number: numbers.integer(count) };
  return t(`device.${offset > 0 ? "clockSlow" : "clockFast"}${unit}`, words);
}
