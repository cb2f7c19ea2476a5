import { fold } from "../vietnamese.ts";
import type { Columns } from "./find-columns.ts";

/** The texts of one row by what they mean; '' where the cell is empty, undefined where the list has no such column. */
export interface RowTexts {
  readonly neighbourhood: string;
  readonly group: string;
  readonly number: string;
  readonly head: string;
  readonly house: string;
  readonly address: string;
  readonly members: string;
  readonly note: string | undefined;
  readonly phone: string | undefined;
}

/** Takes a row's cells apart by the columns found. */
export function textsOf(cells: readonly string[], columns: Columns): RowTexts {
  const at = (index: number | undefined) => (index === undefined ? undefined : (cells[index] ?? ""));
  const house = at(columns.house) ?? "";
  const byParts = [house, at(columns.street) ?? ""].filter((part) => part !== "").join(" ");
  const phone = at(columns.phone);
  return {
    neighbourhood: at(columns.neighbourhood) ?? "",
    group: at(columns.group) ?? "",
    // A list of a whole khu phố counts twice: through the list, and within each tổ.
    number: at(columns.numberInGroup ?? columns.numberInList) ?? "",
    head: at(columns.head) ?? "",
    house,
    address: byParts === "" ? (at(columns.address) ?? "") : byParts,
    members: at(columns.members) ?? "",
    note: at(columns.note),
    // A spreadsheet takes the zero off a phone number that it takes for a figure.
    phone: phone !== undefined && /^[1-9]\d{8}$/.test(phone) ? `0${phone}` : phone,
  };
}

/** '3', '3 người' or '3,0' → 3. Undefined for 0, words, fractions, and '1.003', which may be one thousand or a slip. */
export function membersOf(text: string): number | undefined {
  const digits = /^(\d{1,3})(?:[.,]0{1,2})? ?(?:nguoi|nhan khau|khau|nk|ng)?\.?$/.exec(fold(text))?.[1];
  const members = Number(digits);
  return members >= 1 ? members : undefined;
}

/** A number within the tổ: 12, or a short text such as '12A'. Undefined where it is neither. */
export function numberOf(text: string): number | string | undefined {
  const bare = text.replace(/\.$/, "");
  const whole = readInteger(bare);
  if (whole !== undefined && whole < 1e9) return whole;
  return /^\d[\dA-Za-z/-]{0,11}$/.test(bare) && !isDate(bare) ? bare : undefined;
}

/**
 * A whole number as people write it: '1003', '1.003', '1,003', '1 003', '1003 hộ' → 1003. Undefined for fractions and for
 * figures that are not parted by threes.
 */
export function readInteger(text: string): number | undefined {
  const [, digits] =
    /^(\d+|\d{1,3}(?:([.,\u0020])\d{3})(?:\2\d{3})*)(?:\s*(?:ho|ho dan|nguoi|nhan khau|khau))?$/.exec(
      fold(text),
    ) ?? [undefined, undefined];
  const number = Number(digits?.replace(/\D/g, ""));
  return Number.isSafeInteger(number) ? number : undefined;
}

/** Whether a spreadsheet took a house number such as '12/4' for a day, so that nobody can tell any more what it was. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

/** Whether a row gives a sum: 'Tổng cộng', 'Cộng tổ 3'. Somebody whose name begins so has a number and a tổ. */
export function isTotal(cells: readonly string[], texts: RowTexts): boolean {
  const first = fold(cells.find((cell) => cell !== "") ?? "");
  return /^(tong cong|tong so|tong|cong)\b/.test(first) && !(texts.number !== "" && texts.group !== "");
}
