import type { TFunction } from "i18next";
import type { WardView } from "../../../phone/api/phone.ts";

/** 'Phường 3 · Cam kết thực hiện quy ước năm 2026'; that it is being fetched while it is not `whole`. */
export function overviewTitle(
  t: TFunction<"office">,
  { name, campaign }: Pick<WardView, "name" | "campaign">,
  whole: boolean,
): string {
  // What has not come yet may be the campaign itself.
  if (!whole) return t("loadingTitle", { ward: name });
  return t("heading", { ward: name, campaign: campaign?.title ?? t("noCampaign") });
}
