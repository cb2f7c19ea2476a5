import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  campaignOfDraft,
  draftOfCampaign,
  readCampaignDraft,
  type CampaignDraft,
} from "../../../src/domain/campaign/campaign-draft.ts";
import { readCampaignFile } from "../../../src/domain/campaign/campaign-file.ts";
import { findKind } from "../../../src/domain/kinds/all.ts";
import { foldWard } from "../../../src/domain/ward.ts";
import { id, kid, logged, said } from "../statements.ts";

const DRAFT: CampaignDraft = {
  basis: "",
  campaign: "2027",
  title: "Cam kết năm 2027",
  from: "2027-01-01",
  to: "2027-12-31",
  editions: [
    { area: "kp1", edition: "5" },
    { area: "kp2", edition: "" },
  ],
  items: [
    { id: "", text: "Treo cờ Tổ quốc ngày lễ, Tết", article: "13" },
    { id: "", text: "", article: "" },
  ],
  version: "1",
  purposes: [{ id: "record", text: "Lưu họ tên" }],
};

const flawsOf = (fields: Partial<CampaignDraft>) => {
  const read = campaignOfDraft({ ...DRAFT, ...fields });
  return read.ok ? [] : read.error.map(({ field, code }) => `${field} ${code}`);
};

test("a draft says a campaign in the shape of its kind; empty rows and areas are left out", () => {
  const read = campaignOfDraft(DRAFT);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { campaign, body } = read.value;
  expect(body).toMatchObject({
    editions: { kp1: 5 },
    items: [{ id: "treo-co-to-quoc-ngay-le-tet", text: "Treo cờ Tổ quốc ngày lễ, Tết", article: 13 }],
  });
  const statement = said({ jti: id(1), type: "campaign.opened", sub: campaign, body: { ...body, over: "" } });
  expect(findKind("campaign.opened", 1)?.check(statement)).toBeNull();
});

test("the demo's own file comes back from a draft as it was", () => {
  const file = readCampaignFile(readFileSync("demo/cam-ket-2026.md", "utf8"));
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  const { campaign, body } = file.value;
  const fact = { jti: id(1), kid: kid(1), at: 1, seq: 1, closed: false };
  const draft = draftOfCampaign({ ...body, ...fact, id: campaign });
  expect(readCampaignDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  expect(campaignOfDraft(draft)).toEqual({ ok: true, value: file.value });
});

test("what is wrong is told at its place, by the checks of the file", () => {
  expect(flawsOf({ title: " " })).toEqual(["title missing"]);
  expect(flawsOf({ from: "2027-13-01" })).toEqual(["from wrong"]);
  expect(flawsOf({ to: "2026-12-31" })).toEqual(["to ends-before-start"]);
  expect(flawsOf({ editions: [{ area: "kp1", edition: "" }] })).toEqual(["editions no-editions"]);
  expect(flawsOf({ items: [{ id: "", text: " ", article: "1" }] })).toEqual(["items no-items"]);
  expect(flawsOf({ items: [{ id: "", text: "Treo cờ", article: "" }] })).toEqual(["items.0.article missing"]);
  expect(flawsOf({ items: [{ id: "", text: "Treo cờ", article: "13, 14" }] })).toEqual([
    "items.0.article wrong",
  ]);
  expect(flawsOf({ purposes: [] })).toEqual(["purposes missing"]);
  expect(flawsOf({ version: "" })).toEqual(["version missing"]);
});

test("two rows of the same words are two items; a row keeps its id while its words are written", () => {
  const items = [
    { id: "flag", text: "Treo cờ đẹp", article: "13" },
    { id: "", text: "Gom rác", article: "9" },
    { id: "", text: "Gom rác", article: "10" },
  ];
  const read = campaignOfDraft({ ...DRAFT, items });
  expect(read.ok && read.value.body.items.map((item) => item.id)).toEqual(["flag", "gom-rac", "gom-rac-2"]);
});

test("a campaign that was opened without knowing of another's says so, and one that knew does not", () => {
  const read = campaignOfDraft(DRAFT);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { campaign, body } = read.value;
  const opened = (number: number, over: string | undefined) =>
    said({
      jti: id(number),
      type: "campaign.opened",
      sub: campaign,
      body: { ...body, ...(over === undefined ? {} : { over }) },
      iat: 1000 + number,
      kid: kid(number),
    });
  const fold = (second: string | undefined) =>
    foldWard("phuong-3", [logged(1, opened(1, "")), logged(2, opened(2, second))]).campaigns;
  expect(fold("")).toMatchObject([{ jti: id(2), unseen: { jti: id(1), kid: kid(1) } }]);
  expect(fold(id(1))[0]?.unseen).toBeUndefined();
  // The command line does not tell what it knew.
  expect(fold(undefined)[0]?.unseen).toBeUndefined();
  expect(fold("")[0]).not.toHaveProperty("over");
});
