import type { TFunction } from "i18next";
import type { WardView } from "../../phone/phone.ts";

/** 'Phường 3 · Cam kết thực hiện quy ước năm 2026'. */
export function overviewTitle(t: TFunction<"office">, { name, campaign }: WardView): string {
  return t("heading", { ward: name, campaign: campaign?.title ?? t("noCampaign") });
}
