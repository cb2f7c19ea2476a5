import type { TFunction } from "i18next";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { groupNumber } from "./area-names.ts";

type Named = Pick<HouseholdRow, "number" | "head">;

/** 'Hộ 18 · Nguyễn Thị Ánh'; says so where a name or number was erased. */
export function householdName(t: TFunction<"common">, { number, head }: Named): string {
  return t("household.named", { number: numberOf(t, number), head: head ?? t("household.noName") });
}

/** 'Hộ 18, tổ 7'. */
export function householdPlace(
  t: TFunction<"common">,
  { number, area }: Pick<HouseholdRow, "number" | "area">,
  ward: Pick<WardView, "areas"> | null | undefined,
): string {
  return t("household.placed", { number: numberOf(t, number), group: groupNumber(ward, area) });
}

function numberOf(t: TFunction<"common">, number: number | string | undefined): string {
  return number === undefined ? t("household.noNumber") : String(number);
}
