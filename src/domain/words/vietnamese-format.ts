/** A whole number with a dot at each thousand: 1003 → '1.003'. */
export function formatInteger(value: number): string {
  const whole = Math.round(value);
  const digits = String(Math.abs(whole));
  let grouped = digits.slice(-3);
  for (let at = digits.length - 3; at > 0; at -= 3)
    grouped = `${digits.slice(Math.max(0, at - 3), at)}.${grouped}`;
  return whole < 0 ? `-${grouped}` : grouped;
}

/**
 * A share in per cent, two decimals at most: (9806, 10000) → '98,06%', (7, 10) → '70%'; '—' of nothing. '0%' says that there
 * is none, '100%' that all are there.
 */
export function formatPercent(numerator: number, denominator: number): string {
  if (denominator === 0) return "—";
  const exact = (numerator * 10_000) / denominator;
  const hundredths = exact > 9999 && exact < 10_000 ? 9999 : exact > 0 && exact < 1 ? 1 : Math.round(exact);
  const whole = Math.trunc(hundredths / 100);
  const decimals = String(Math.abs(hundredths % 100))
    .padStart(2, "0")
    .replace(/0+$/, "");
  const sign = hundredths < 0 && whole === 0 ? "-" : "";
  return `${sign}${formatInteger(whole)}${decimals === "" ? "" : `,${decimals}`}%`;
}

/** A date `2026-11-18`, or seconds since 1970 as the day in Vietnam, as '18/11/2026'. Any other text stays as it is. */
export function formatDate(date: string | number): string {
  if (typeof date === "string") {
    const parts = DATE.exec(date);
    return parts === null ? date : `${parts[3]}/${parts[2]}/${parts[1]}`;
  }
  const there = inVietnam(date);
  return `${two(there.getUTCDate())}/${two(there.getUTCMonth() + 1)}/${there.getUTCFullYear()}`;
}

/** Seconds since 1970 as the hour in Vietnam: '18:34'. */
export function formatTime(seconds: number): string {
  const there = inVietnam(seconds);
  return `${two(there.getUTCHours())}:${two(there.getUTCMinutes())}`;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
// Asia/Ho_Chi_Minh has been UTC+7 without summer time since 1975; Intl would cost much more in a long list.
const HOURS_AHEAD = 7;

function inVietnam(seconds: number): Date {
  return new Date((seconds + HOURS_AHEAD * 3600) * 1000);
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
