import { expect, test } from "vitest";
import { asChangeOf, changesWords, rewordedItems } from "../../../src/domain/campaign/campaign-change.ts";
import type { CampaignFile } from "../../../src/domain/campaign/campaign-file.ts";
import { itemAt } from "../../../src/domain/campaign/campaign-words.ts";
import { foldWard } from "../../../src/domain/ward.ts";
import { id, logged, said, WARD } from "../statements.ts";

const FLAG = { id: "flag", text: "Treo cờ", article: 13 };
const WASTE = { id: "waste", text: "Gom rác", article: 11 };
const RECORD = { id: "record", text: "Lưu họ tên" };

const file = (parts: Partial<CampaignFile["body"]> = {}): CampaignFile => ({
  campaign: "2026",
  body: {
    title: "Cam kết",
    from: "2026-10-01",
    to: "2026-12-31",
    editions: { kp1: 4 },
    items: [FLAG, WASTE],
    consent: { version: 1, purposes: [RECORD] },
    ...parts,
  },
});

/** The campaign as it stands once these were said one after the other. */
function standing(...files: readonly CampaignFile[]) {
  const entries = files.map(({ campaign, body }, at) =>
    logged(
      at + 1,
      said({ jti: id(at + 1), type: "campaign.opened", sub: campaign, iat: 10 * at, body: { ...body } }),
    ),
  );
  const [campaign] = foldWard(WARD, entries).campaigns;
  if (!campaign) throw new Error("no campaign");
  return campaign;
}

const idsOf = ({ body }: CampaignFile) => body.items.map((item) => item.id);

test("an item in other words, or of another article, is another item; the others stay who they are", () => {
  const words = file({ items: [{ ...FLAG, text: "Treo cờ đẹp" }, WASTE] });
  expect(idsOf(asChangeOf(standing(file()), words))).toEqual(["treo-co-dep", "waste"]);
  const article = file({ items: [FLAG, { ...WASTE, article: 12 }] });
  expect(idsOf(asChangeOf(standing(file()), article))).toEqual(["flag", "gom-rac"]);
  expect(rewordedItems(standing(file()), words.body.items)).toEqual([words.body.items[0]]);
  const same = file({ title: "Khác", items: [{ ...FLAG, article: "13" }, WASTE] });
  expect(asChangeOf(standing(file()), same)).toEqual(same);
});

test("an id that was dropped is given to no other words, and comes back with its own", () => {
  const dropped = standing(file(), file({ items: [WASTE] }));
  const other = file({ items: [{ ...FLAG, text: "Flag" }, WASTE] });
  expect(idsOf(asChangeOf(dropped, other))).toEqual(["flag-2", "waste"]);
  expect(asChangeOf(dropped, file())).toEqual(file());
});

test("what was signed is still to be read after any number of changes", () => {
  const steps = ["Treo cờ", "Treo cờ đẹp", "Treo cờ to", "Treo cờ", "Treo cờ đẹp"];
  let campaign = standing(file());
  const files = [file()];
  for (const text of steps.slice(1)) {
    const next = campaign.items.map((item) => (item.id === "waste" ? item : { ...item, text }));
    files.push(asChangeOf(campaign, file({ items: next })));
    campaign = standing(...files);
  }
  const signed = files.map(({ body }) => body.items[0]?.id ?? "");
  expect(new Set(signed).size).toBe(5);
  for (const at of [0, 1000]) expect(signed.map((one) => itemAt(campaign, one, at)?.text)).toEqual(steps);
});

test("households that are asked otherwise are asked in another version of the words", () => {
  const photo = { id: "photo", text: "Lưu ảnh" };
  const changed = (version: number | string, ...purposes: readonly { id: string; text: string }[]) =>
    asChangeOf(
      standing(file(), file({ consent: { version: 4, purposes: [photo] } })),
      file({ consent: { version, purposes } }),
    ).body.consent.version;
  expect(changed(4, photo)).toBe(4);
  expect(changed(4, { ...photo, text: "Lưu ảnh bản giấy" })).toBe(5);
  expect(changed(4, photo, RECORD)).toBe(5);
  // Asked before, and the same again.
  expect(changed(1, RECORD)).toBe(1);
  expect(changed(1, photo)).toBe(5);
  // The office has raised it itself.
  expect(changed(7, RECORD)).toBe(7);
  const named = standing(file({ consent: { version: "b", purposes: [RECORD] } }));
  expect(asChangeOf(named, file({ consent: { version: "b", purposes: [photo] } })).body.consent.version).toBe(
    1,
  );
});

test("words change where an item comes, goes or is another one, or the consent is; not with the days, the title or the order", () => {
  const campaign = standing(file());
  const changes = (parts: Partial<CampaignFile["body"]>) =>
    changesWords(campaign, asChangeOf(campaign, file(parts)));
  expect(changes({ title: "Khác", to: "2027-01-31", items: [WASTE, { ...FLAG, article: "13" }] })).toBe(
    false,
  );
  expect(changes({ items: [FLAG] })).toBe(true);
  expect(changes({ items: [FLAG, WASTE, { id: "tree", text: "Trồng cây", article: 3 }] })).toBe(true);
  expect(changes({ items: [FLAG, { ...WASTE, text: "Gom rác đúng giờ" }] })).toBe(true);
  expect(changes({ consent: { version: 1, purposes: [{ ...RECORD, text: "Lưu tên" }] } })).toBe(true);
});
