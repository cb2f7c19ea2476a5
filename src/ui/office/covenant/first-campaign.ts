import { draftOfCampaign, type CampaignDraft } from "../../../domain/campaign/campaign-draft.ts";
import type { WardView } from "../../../phone/api/phone.ts";

/** What a new campaign begins with: this year, the editions that stand, the items and purposes of the one before. */
export function firstCampaign(
  ward: WardView,
  areas: readonly string[],
  day: string,
  proposed: (key: "title" | "record" | "photo") => string,
): CampaignDraft {
  const last = ward.campaigns.at(-1);
  const before = last && draftOfCampaign(last);
  const year = day.slice(0, 4);
  const taken = new Set(ward.campaigns.map((one) => one.id));
  const id = [year, ...[2, 3, 4, 5, 6, 7, 8, 9].map((number) => `${year}-${number}`)].find(
    (one) => !taken.has(one),
  );
  return {
    basis: "",
    campaign: id ?? "",
    title: `${proposed("title")} ${year}`,
    from: day,
    to: `${year}-12-31`,
    editions: areas.map((area) => ({
      area,
      edition: String(ward.books.find((book) => book.area === area)?.edition ?? ""),
    })),
    items: before?.items ?? [{ id: "", text: "", article: "" }],
    version: before?.version ?? "1",
    purposes: before?.purposes ?? [
      { id: "record", text: proposed("record") },
      { id: "photo", text: proposed("photo") },
    ],
  };
}
