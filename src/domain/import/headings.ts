import { fold } from "../vietnamese.ts";

/** What a column of a household list may hold. */
export type Field =
  | "neighbourhood"
  | "group"
  | "numberInGroup"
  | "numberInList"
  | "head"
  | "house"
  | "street"
  | "address"
  | "members"
  | "note"
  | "phone";

/** Known headings without marks, in Vietnamese and as the app writes them in English, in order of preference where two columns of one list fit the same field. */
export const HEADINGS: Readonly<Record<Field, readonly string[]>> = {
  neighbourhood: [
    "khu pho",
    "kp",
    "ten khu pho",
    "khu pho so",
    "khu pho ap",
    "ap",
    "khom",
    "thon",
    "khu",
    "neighbourhood",
    "neighborhood",
  ],
  group: [
    "to",
    "to so",
    "so to",
    "ten to",
    "to dan pho",
    "to dan cu",
    "to nhan dan",
    "to tu quan",
    "to ndtq",
    "tdp",
    "group",
  ],
  numberInGroup: [
    "so tt trong to",
    "stt trong to",
    "tt trong to",
    "so thu tu trong to",
    "so ho trong to",
    "stt to",
    "number in group",
  ],
  numberInList: ["stt", "so tt", "tt", "so thu tu", "ho so", "so ho", "number"],
  head: [
    "ho va ten chu ho",
    "ho ten chu ho",
    "ten chu ho",
    "chu ho",
    "ho va ten",
    "ho ten",
    "chu ho ho va ten",
    "head of household",
    "name",
  ],
  house: ["so nha", "nha so", "dia chi so nha", "house number"],
  street: ["duong", "ten duong", "duong pho", "duong hem", "tuyen duong", "pho", "street"],
  address: [
    "dia chi",
    "dia chi nha",
    "dia chi thuong tru",
    "noi o",
    "cho o",
    "noi cu tru",
    "noi thuong tru",
    "address",
  ],
  members: [
    "nhan khau",
    "so nhan khau",
    "tong so nhan khau",
    "tong nhan khau",
    "so khau",
    "tong so khau",
    "khau",
    "so nguoi",
    "so nguoi trong ho",
    "so thanh vien",
    "people",
    "members",
  ],
  note: ["ghi chu", "luu y", "note", "notes"],
  phone: [
    "dien thoai",
    "so dien thoai",
    "sdt",
    "so dt",
    "dt",
    "dtdd",
    "di dong",
    "dien thoai di dong",
    "phone",
  ],
};

export const FIELDS = Object.keys(HEADINGS).filter((name): name is Field => name in HEADINGS);

/** What somebody says that headings mean, by the heading as `headingOf` gives it; `none` is a column that is left out. */
export type HeadingChoices = Readonly<Record<string, Field | "none">>;

/** The field that a heading names, or that somebody says it names. */
export function fieldOf(cell: string, choices: HeadingChoices = {}): Field | undefined {
  const heading = headingOf(cell);
  const chosen = Object.hasOwn(choices, heading) ? choices[heading] : undefined;
  if (chosen !== undefined) return chosen === "none" ? undefined : chosen;
  return FIELDS.find((field) => HEADINGS[field].includes(heading));
}

/** A heading for comparing: 'S.T.T', 'Nhân khẩu (người)' and 'Số nhà:' are 'stt', 'nhan khau' and 'so nha'. */
export function headingOf(cell: string): string {
  return fold(cell)
    .replace(/\(.*?\)/g, " ")
    .replaceAll(".", "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
