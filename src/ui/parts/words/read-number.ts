import type { Numbers } from "../../../domain/words/number-format.ts";

/**
 * A number as people type it in their language, in Vietnamese '15.600', '15600', '2,5', in English '15,600', '2.5'; null
 * where it is none, or groups that are no thousands make it doubtful.
 */
export function readNumber(text: string, { point }: Numbers): number | null {
  const typed = text.trim();
  const { plain, groups, grouped, other } = FORMS[point];
  // The mark of the other language means decimals only where it cannot mean thousands.
  if (!plain.test(typed) && !grouped.test(typed) && !other.test(typed)) return null;
  const digits = grouped.test(typed) ? typed.replaceAll(groups, "") : typed;
  return Number(digits.replace(",", "."));
}

/** A whole number, such as people or đồng, in the same forms; null where decimals are written, be they only noughts: '15.000' is not fifteen. */
export function readWhole(text: string, numbers: Numbers): number | null {
  const isWhole = /^\d+$/.test(text.trim()) || FORMS[numbers.point].wholeGroups.test(text.trim());
  return isWhole ? readNumber(text, numbers) : null;
}

/** A number as it stands in a field, without groups: '2,5'; "" where there is none. */
export function typedNumber(value: number | undefined, { point }: Numbers): string {
  return value === undefined ? "" : String(value).replace(".", point);
}

/** By the mark before decimals: without groups, what stands between groups, with them, whole with them, and as the other language has decimals. */
const FORMS = {
  ",": {
    plain: /^\d+(?:,\d+)?$/,
    groups: /[\s.]/g,
    grouped: /^\d{1,3}(?:[\s.]\d{3})+(?:,\d+)?$/,
    wholeGroups: /^\d{1,3}(?:[\s.]\d{3})+$/,
    other: /^\d+\.\d{1,2}$/,
  },
  ".": {
    plain: /^\d+(?:\.\d+)?$/,
    groups: /[\s,]/g,
    grouped: /^\d{1,3}(?:[\s,]\d{3})+(?:\.\d+)?$/,
    wholeGroups: /^\d{1,3}(?:[\s,]\d{3})+$/,
    other: /^\d+,\d{1,2}$/,
  },
};
