import type { TFunction } from "i18next";
import type { OutboxLine } from "../../phone/api/phone.ts";

/** What a record is, in words: 'Ký cam kết', 'Vắng nhà'; a type that this version has no word for is 'Bản ghi khác'. */
export function typeWords(
  t: TFunction<"outbox">,
  { type, outcome }: Pick<OutboxLine, "type" | "outcome">,
): string {
  const key = type === "visit.logged" && outcome !== undefined ? `outcomes.${outcome}` : type;
  const other = t("types.other");
  return t(`types.${key}` as "types.visit.logged", { defaultValue: other });
}
