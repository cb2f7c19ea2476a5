import { headingOf } from "./headings.ts";

/** What the ward may not collect of households (Luật 91/2025/QH15; LAW.md, 'Personal data', 2). */
export type NotToKeep = "identity" | "birth" | "ethnicity" | "religion" | "health" | "income" | "children";

/** Why a column with this heading is left out, whoever asks for it; null where the law says nothing of it. */
export function notToKeep(cell: string): NotToKeep | null {
  const heading = headingOf(cell);
  return KINDS.find(([, pattern]) => pattern.test(heading))?.[0] ?? null;
}

const KINDS: readonly (readonly [NotToKeep, RegExp])[] = [
  [
    "identity",
    /\b(?:cccd|cmnd|cmt|cmtnd|can cuoc|dinh danh|ho chieu|giay to tuy than|bhyt|bhxh|ma so thue|id card|id number|national id|passport)\b/,
  ],
  [
    "birth",
    /\b(?:ngay sinh|nam sinh|thang nam sinh|sinh ngay|sinh nam|tuoi|date of birth|birth date|year of birth|birthday|age)\b/,
  ],
  ["ethnicity", /\b(?:dan toc|ethnicity|ethnic group)\b/],
  ["religion", /\b(?:ton giao|religion)\b/],
  ["health", /\b(?:suc khoe|tinh trang benh|benh tat|benh|khuyet tat|nhom mau|health|disability|illness)\b/],
  [
    "income",
    /\b(?:thu nhap|ho ngheo|can ngheo|dien ngheo|muc song|tien luong|muc luong|income|poor household)\b/,
  ],
  ["children", /\b(?:ten con|ten cac con|ho ten con|ten tre em|children)\b/],
];
