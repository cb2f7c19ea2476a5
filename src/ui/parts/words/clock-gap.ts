/** By how much a clock is wrong, in the unit in which one would say it: a phone whose year is wrong is off by days. */
export function clockGap(minutes: number): { readonly unit: "" | "Hours" | "Days"; readonly count: number } {
  if (minutes >= 2 * DAY) return { unit: "Days", count: Math.round(minutes / DAY) };
  if (minutes >= 2 * HOUR) return { unit: "Hours", count: Math.round(minutes / HOUR) };
  return { unit: "", count: minutes };
}

const HOUR = 60;
const DAY = 24 * HOUR;
