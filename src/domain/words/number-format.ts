import { formatInteger, formatPercent } from "./vietnamese-format.ts";

/** Numbers as a language writes them. */
export interface Numbers {
  /** What stands before the decimals. */
  readonly point: "," | ".";
  /** A whole number: 1003 is '1.003' in Vietnamese, '1,003' in English. */
  readonly integer: (value: number) => string;
  /** Any number: '2,5' and '2.5'. */
  readonly decimal: (value: number) => string;
  /** A part of a whole in per cent, two decimals at most: '81,85%' and '81.85%'; '—' of nothing. */
  readonly percent: (numerator: number, denominator: number) => string;
  /** A unit as the ward writes it, with its meaning in another language beside it; absent where it stays as it is. */
  readonly unit?: (unit: string, count: number) => string;
}

/** As papers and most readers have them. */
export const VIETNAMESE: Numbers = {
  point: ",",
  integer: formatInteger,
  decimal: formatDecimal,
  percent: formatPercent,
};

/** How a language writes numbers, by its code; one that says nothing of it, such as Khmer here, as Vietnamese does. */
export function numbersIn(language: string | undefined): Numbers {
  return language === "en" ? ENGLISH : VIETNAMESE;
}

const ENGLISH: Numbers = {
  point: ".",
  integer: (value) => swapped(formatInteger(value)),
  decimal: (value) => swapped(formatDecimal(value)),
  percent: (numerator, denominator) => swapped(formatPercent(numerator, denominator)),
};

function formatDecimal(value: number): string {
  const [whole = "", decimals] = String(value).split(".");
  const sign = whole.startsWith("-") && Number(whole) === 0 ? "-" : "";
  return `${sign}${formatInteger(Number(whole))}${decimals === undefined ? "" : `,${decimals}`}`;
}

/** Dots for commas and the other way round. */
function swapped(number: string): string {
  return number.replaceAll(/[.,]/g, (mark) => (mark === "." ? "," : "."));
}
