import { err } from "../../src/domain/result.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { standsFor } from "../../src/domain/household/stands-for.ts";
import { rebuildOld } from "../../src/phone/append/rebuild.ts";
import { linkDraftKey } from "../../src/phone/drafts/link-draft-key.ts";
import { namedDraftKey } from "../../src/phone/drafts/named-draft-key.ts";
import { pledgeDraftKey } from "../../src/phone/drafts/pledge-draft-key.ts";
import { LOOKS } from "../../src/phone/look/first-look.ts";
import { seal } from "../../src/phone/store/seal.ts";
import { answeringRequest, requestFrom } from "../../src/ui/office/requests/request-statements.ts";
import { emptyPraiseDraft, praiseDraftKey } from "../../src/ui/office/praise/praise-draft.ts";
import { whoseKey } from "../../src/ui/office/requests/request-draft.ts";
import { newId } from "../server/speaker.ts";
import { allViews } from "./all-views.ts";
import { absence, createRealWard, pledging, registration, type RealWard } from "./real-ward.ts";
import { enrolled, must, now, testPhone, type TestPhone } from "./test-phone.ts";

let ward: RealWard;
let phone: TestPhone;
const [erased, other] = [newId(), newId()];

beforeEach(async () => {
  ward = await createRealWard();
  await ward.say(
    registration(erased, "kp1/t01", 7, "Võ Thị Bảy"),
    registration(other, "kp1/t01", 8, "Lý Văn Tám"),
  );
  phone = testPhone(ward);
  await enrolled(ward, phone);
  await phone.act.exchange(ward.slug);
});
afterEach(() => ward.remove());

/** Every text that the database holds, statements opened. */
async function texts(one = phone): Promise<string> {
  const rows = await one.db.statements.toArray();
  const open = rows.flatMap(({ sealed }) =>
    String(sealed)
      .split("~")
      .map((part) => Buffer.from(part, "base64url").toString()),
  );
  return JSON.stringify([open, await allViews(one.db), await one.db.drafts.toArray()]);
}

test("what the ward erased is gone from the phone at the next pull, and its place stays", async () => {
  must(await phone.act.say(ward.slug, [absence(erased, "Nhà có chó dữ"), ...pledging(erased, "Võ Văn Ký")]));
  await phone.act.exchange(ward.slug);
  expect(await texts()).toContain("Võ Thị Bảy");
  await ward.say({ type: "data.erased", sub: erased, body: {} });
  await phone.act.exchange(ward.slug);
  const left = await texts();
  for (const gone of ["Võ Thị Bảy", "7 Hùng Vương", "Nhà có chó dữ", "Võ Văn Ký", "0900 000 001 Võ"])
    expect(left).not.toContain(gone);
  expect(left).toContain("Lý Văn Tám");
  const facts = await now(phone.watch.household(ward.slug, erased));
  expect(facts).toMatchObject({ erased: true, head: undefined, area: "kp1/t01" });
  expect(facts?.pledges).toMatchObject([{ signer: undefined, campaign: "2026" }]);
  const round = await now(phone.watch.round(ward.slug));
  expect(round.find(({ id }) => id === erased)).toMatchObject({
    head: undefined,
    address: undefined,
    status: { word: "signed" },
  });
});

test("what was said of a household that was merged into the erased one is gone with it", async () => {
  const [twice, again, apart] = [newId(), newId(), newId()];
  const office = testPhone(ward);
  await enrolled(ward, office, { role: "office", areas: [] });
  await ward.say(...[twice, again, apart].map((id) => registration(id, "kp1/t01", 7, "Võ Thị Bảy")));
  await phone.act.exchange(ward.slug);
  must(await phone.act.say(ward.slug, [absence(twice, "Nhà có chó dữ"), ...pledging(again, "Võ Văn Ký")]));
  must(await phone.act.say(ward.slug, [absence(apart, "Cổng sau")]));
  await phone.act.exchange(ward.slug);
  await office.act.exchange(ward.slug);
  const merge = (sub: string, into: string) => ({ type: "household.merged", sub, body: { into } });
  const merged = must(
    await office.act.say(ward.slug, [merge(twice, erased), merge(again, twice), merge(apart, erased)]),
  );
  // One that does not belong here.
  must(await office.act.retract(ward.slug, merged[2] ?? "", apart));
  const request = {
    household: erased,
    kind: "erase",
    channel: "counter",
    on: "2026-11-23",
    text: "",
  } as const;
  const [asked = ""] = must(await office.act.say(ward.slug, [requestFrom(request)]));
  const facts = await now(office.watch.household(ward.slug, erased));
  const family = facts ? standsFor(facts).filter((id) => id !== erased) : [];
  expect([...family].sort()).toEqual([twice, again].sort());
  const answer = answeringRequest(
    { jti: asked, kind: "erase" },
    [],
    { household: erased, merged: family },
    { outcome: "done", text: "", purposes: [], erase: true },
  );
  must(await office.act.say(ward.slug, answer));
  await office.act.exchange(ward.slug);
  await phone.act.exchange(ward.slug);
  for (const one of [phone, office]) {
    const left = await texts(one);
    for (const gone of ["Nhà có chó dữ", "Võ Văn Ký"]) expect(left).not.toContain(gone);
    expect(left).toContain("Cổng sau");
  }
  const rows = ward.station().db.selectFrom("statements").select("disclosures");
  const kept = await rows.where("sub", "in", [erased, twice, again]).execute();
  expect(kept.map(({ disclosures }) => disclosures).join("")).toBe("");
});

test("what was drawn for the next start is gone with it", async () => {
  const look = (name: string) => ({ ward: ward.slug, name, sealed: seal({ picture: "Võ Thị Bảy, số 7" }) });
  for (const name of Object.values(LOOKS)) await phone.db.views.put(look(name));
  expect(await texts()).toContain("Võ Thị Bảy, số 7");
  await ward.say({ type: "data.erased", sub: erased, body: {} });
  await phone.act.exchange(ward.slug);
  expect(await texts()).not.toContain("Võ Thị Bảy, số 7");
});

test("what arrives later by whatever way brings nothing back", async () => {
  const late = testPhone(ward);
  await enrolled(ward, late);
  await late.act.exchange(ward.slug);
  must(await late.act.say(ward.slug, [absence(erased, "Nhà có chó dữ")]));
  await ward.say({ type: "data.erased", sub: erased, body: {} });
  await phone.act.exchange(ward.slug);
  await late.act.exchange(ward.slug);
  expect(await texts(late)).not.toContain("Nhà có chó dữ");
  expect(await texts(late)).not.toContain("Võ Thị Bảy");
  await phone.act.exchange(ward.slug);
  expect(await texts()).not.toContain("Nhà có chó dữ");
  expect((await now(phone.watch.household(ward.slug, erased)))?.visits).toHaveLength(1);
  // Said only now, about somebody who wished to be forgotten.
  must(await phone.act.say(ward.slug, [absence(erased, "Đi vắng lâu")]));
  expect(await texts()).not.toContain("Đi vắng lâu");
});

describe("what this phone said beyond its area, and the ward then erased", () => {
  const far = newId();
  beforeEach(async () => {
    await ward.say(registration(far, "kp9/t90", 9, "Mai Thị Chín"));
  });
  const saidOf = (note: string) => phone.act.say(ward.slug, [absence(far, note)]);

  test("is gone from it, where it is held and where the office accepted it", async () => {
    must(await saidOf("Còn chờ phường xét"));
    const [taken] = must(await saidOf("Phường nhận rồi"));
    await phone.act.exchange(ward.slug);
    await ward.say({ type: "statement.decided", sub: taken!, body: { decision: "accept", reason: "" } });
    await phone.act.exchange(ward.slug);
    expect(await texts()).toContain("Còn chờ phường xét");
    expect(await texts()).toContain("Phường nhận rồi");
    await ward.say({ type: "data.erased", sub: far, body: {} });
    await phone.act.exchange(ward.slug);
    expect(await texts()).not.toContain("Còn chờ phường xét");
    expect(await texts()).not.toContain("Phường nhận rồi");
  });

  test("is gone from it where the household had left its area before", async () => {
    must(await phone.act.say(ward.slug, [absence(erased, "Nhà có chó dữ"), absence(other, "Cổng sau")]));
    await phone.act.exchange(ward.slug);
    for (const sub of [erased, other])
      await ward.say({ type: "household.moved", sub, body: { area: "kp2/t06" } });
    await phone.act.exchange(ward.slug);
    // No backup has it yet: this phone might have to bring it back.
    expect(await texts()).toContain("Nhà có chó dữ");
    await ward.say({ type: "data.erased", sub: erased, body: {} });
    await phone.act.exchange(ward.slug);
    expect(await texts()).not.toContain("Nhà có chó dữ");
    expect(await texts()).toContain("Cổng sau");
    const seen = await Promise.all([erased, other].map((id) => now(phone.watch.household(ward.slug, id))));
    expect(seen.flatMap((one) => one?.visits ?? [])).toEqual([]);
    expect(await now(phone.watch.round(ward.slug))).toEqual([]);
    // Once a backup has it, nothing of it stays.
    await ward.station().db.updateTable("wards").set({ saved: 1000 }).where("ward", "=", ward.slug).execute();
    await ward.say(registration(newId(), "kp1/t01", 9, "Lê Thị Chín"));
    await phone.act.exchange(ward.slug);
    const rows = await phone.db.statements.toArray();
    expect(rows.filter(({ type }) => type === "visit.logged")).toEqual([]);
    expect(await texts()).not.toContain("Cổng sau");
  });

  test("is gone where it was said only after that, once the ward has it", async () => {
    await ward.say({ type: "data.erased", sub: far, body: {} });
    // This phone reads past it, and sees nothing.
    await phone.act.exchange(ward.slug);
    must(await saidOf("Nói khi đã xoá"));
    expect(await texts()).toContain("Nói khi đã xoá");
    await phone.act.exchange(ward.slug);
    await phone.act.exchange(ward.slug);
    expect(await texts()).not.toContain("Nói khi đã xoá");
    expect(await now(phone.watch.round(ward.slug))).toHaveLength(2);
  });

  test("brings back nothing of a household that has left its area meanwhile", async () => {
    await ward.say({ type: "household.moved", sub: other, body: { area: "kp9/t90" } });
    must(await phone.act.say(ward.slug, [absence(other, "Nghe nói đã dọn đi")]));
    await ward.say({ type: "data.erased", sub: other, body: { names: ["phone"] } });
    await phone.act.exchange(ward.slug);
    await phone.act.exchange(ward.slug);
    expect(await texts()).not.toContain("Lý Văn Tám");
    expect(await texts()).toContain("Nghe nói đã dọn đi");
    expect(await now(phone.watch.round(ward.slug))).toHaveLength(1);
  });
});

test("single statements and single names can be erased", async () => {
  const [jti, kept] = must(
    await phone.act.say(ward.slug, [absence(other, "Chuyện riêng"), absence(other, "Gọi trước")]),
  );
  await phone.act.exchange(ward.slug);
  await ward.say({ type: "data.erased", sub: other, body: { statements: [jti] } });
  await ward.say({ type: "data.erased", sub: erased, body: { names: ["phone"] } });
  await phone.act.exchange(ward.slug);
  const facts = await now(phone.watch.household(ward.slug, other));
  expect(facts?.visits.find((visit) => visit.jti === jti)?.note).toBeUndefined();
  expect(facts?.visits.find((visit) => visit.jti === kept)?.note).toBe("Gọi trước");
  expect(await now(phone.watch.household(ward.slug, erased))).toMatchObject({
    head: "Võ Thị Bảy",
    phone: undefined,
  });
});

test("the name of a device can be erased", async () => {
  const office = testPhone(ward);
  const { device } = await enrolled(ward, office, { role: "office" });
  await office.act.exchange(ward.slug);
  expect((await now(office.watch.ward(ward.slug)))?.devices[device!]?.personName).toBe("Phạm Thị Hoa");
  await ward.say({ type: "data.erased", sub: device!, body: {} });
  await office.act.exchange(ward.slug);
  expect((await now(office.watch.ward(ward.slug)))?.devices[device!]?.personName).toBeUndefined();
});

test("what was said about an erased statement is erased with it", async () => {
  const [opinion] = must(
    await phone.act.say(ward.slug, [
      {
        type: "opinion.given",
        sub: erased,
        body: { channel: "door" },
        personal: { text: "Cống trước nhà hôi" },
      },
    ]),
  );
  await phone.act.exchange(ward.slug);
  await ward.say({
    type: "opinion.answered",
    sub: opinion!,
    in: erased,
    body: { status: "answered" },
    personal: { answer: "Gửi bà Bảy: đã nạo vét" },
  });
  await phone.act.exchange(ward.slug);
  expect(await texts()).toContain("đã nạo vét");
  await ward.say({ type: "data.erased", sub: opinion!, body: {} });
  await phone.act.exchange(ward.slug);
  const left = await texts();
  for (const gone of ["Cống trước nhà hôi", "đã nạo vét"]) expect(left).not.toContain(gone);
});

test("what is half filled in goes with its household, photo and all, and no other's", async () => {
  const pledges = [erased, other].map((household) => pledgeDraftKey(ward.slug, household));
  const others = ["opinion", "praise", "any-other"].map((kind) => `${kind}/${ward.slug}/${erased}`);
  const keys = [...pledges, namedDraftKey(ward.slug, erased), ...others];
  // While somebody can be found at that door the link may have to be called back, and only by this can it be.
  const link = linkDraftKey(ward.slug, erased);
  must(await phone.act.keepDraft(link, "https://x.example/vao#a"));
  const photo = new TextEncoder().encode("Ảnh bản giấy");
  for (const key of keys) must(await phone.act.keepDraft(key, { signer: "Võ Văn Ký", photo }));
  const drafts = async () =>
    (await phone.db.drafts.toArray()).map(({ key }) => key).filter((key) => key !== link);
  // A phone number alone takes nothing of it.
  await ward.say({ type: "data.erased", sub: erased, body: { names: ["phone"] } });
  await phone.act.exchange(ward.slug);
  expect(await drafts()).toEqual(keys.toSorted());
  await ward.say({ type: "data.erased", sub: erased, body: { names: ["photo"] } });
  await phone.act.exchange(ward.slug);
  expect(await drafts()).toEqual([pledges[1]]);
  await ward.say({ type: "data.erased", sub: other, body: {} });
  await phone.act.exchange(ward.slug);
  expect(await drafts()).toEqual([]);
  expect(await phone.db.drafts.get(link)).toBeDefined();
  // The ward lets nobody in by it any more once nothing is known of the household.
  await ward.say({ type: "data.erased", sub: erased, body: {} });
  await phone.act.exchange(ward.slug);
  expect(await phone.db.drafts.get(link)).toBeUndefined();
  // A form that is open still would keep its next change.
  const [first = ""] = keys;
  expect(await phone.act.keepDraft(first, { signer: "Võ Văn Ký", photo }, true)).toEqual(err("gone"));
  expect(await drafts()).toEqual([]);
});

describe("what names its household inside, and not by its key", () => {
  const forms = (household: string): Record<string, unknown> => ({
    [praiseDraftKey(ward.slug)]: {
      ...emptyPraiseDraft("2026-11-23"),
      proposal: {
        ...emptyPraiseDraft("2026-11-23").proposal,
        household,
        reason: "Hiến 12 m² đất của bà Bảy",
      },
    },
    [whoseKey(ward.slug)]: { household, kind: "erase", channel: "counter", on: "2026-11-23" },
    [`giving/${ward.slug}/gift/`]: { whose: "household", household, by: "Bà Bảy", quantity: "12" },
  });
  const keep = async (household: string) => {
    for (const [key, value] of Object.entries(forms(household))) must(await phone.act.keepDraft(key, value));
  };
  const kept = async () => (await phone.db.drafts.toCollection().primaryKeys()).toSorted();
  const KEYS = () => Object.keys(forms(erased)).toSorted();

  test("goes with all of that household, and with nothing less", async () => {
    await keep(erased);
    await ward.say({ type: "data.erased", sub: erased, body: { names: ["phone", "photo"] } });
    await phone.act.exchange(ward.slug);
    expect(await kept()).toEqual(KEYS());
    await ward.say({ type: "data.erased", sub: erased, body: {} });
    await phone.act.exchange(ward.slug);
    expect(await kept()).toEqual([]);
    expect(await texts()).not.toContain("bà Bảy");
  });

  test("stays where it is another's, whatever else stands in the phone", async () => {
    await keep(other);
    const apart = [`meeting-form/${ward.slug}/`, `praise/phuong-khac`];
    for (const key of apart) must(await phone.act.keepDraft(key, forms(erased)[praiseDraftKey(ward.slug)]));
    must(await phone.act.keepDraft(apart[0] ?? "", { subject: "Họp tổ 1", household: 7, proposal: null }));
    await ward.say({ type: "data.erased", sub: erased, body: {} });
    await phone.act.exchange(ward.slug);
    expect(await kept()).toEqual([...KEYS(), ...apart].toSorted());
  });

  test("goes where an earlier version had left it", async () => {
    await ward.say({ type: "data.erased", sub: erased, body: {} });
    await phone.act.exchange(ward.slug);
    await keep(erased);
    await phone.db.memberships.update(ward.slug, { fold: "22.44" });
    await rebuildOld(phone.db);
    expect(await kept()).toEqual([]);
  });
});

describe("what the office has half written about a statement", () => {
  const given = (sub: string, text: string) => ({
    type: "opinion.given",
    sub,
    body: { channel: "door" },
    personal: { text },
  });
  let office: TestPhone;
  let [own, others]: [string[], string[]] = [[], []];
  beforeEach(async () => {
    office = testPhone(ward);
    await enrolled(ward, office, { role: "office", areas: [] });
    await office.act.exchange(ward.slug);
    const [of, another] = must(
      await office.act.say(ward.slug, [given(erased, "Cống trước nhà hôi"), given(other, "Đèn hư")]),
    );
    const keysOf = (jti = "", household = "") => [
      `answer/${ward.slug}/${jti}`,
      `forward/${ward.slug}/${jti}`,
      `giving/${ward.slug}/gift/${jti}`,
      `correct/${jti}/${ward.slug}/${household}`,
      `request-answer/${jti}/${ward.slug}/${household}`,
    ];
    [own, others] = [keysOf(of, erased), keysOf(another, other)];
    for (const key of [...own, ...others]) must(await office.act.keepDraft(key, "Gửi bà Bảy"));
    await office.act.exchange(ward.slug);
  });
  const kept = async () => (await office.db.drafts.toCollection().primaryKeys()).toSorted();

  test("goes with the household whose it was", async () => {
    await ward.say({ type: "data.erased", sub: erased, body: {} });
    await office.act.exchange(ward.slug);
    expect(await kept()).toEqual(others.toSorted());
  });

  test("goes where an earlier version had left it, as this one computes anew what that has kept", async () => {
    await ward.say({ type: "data.erased", sub: erased, body: {} });
    await office.act.exchange(ward.slug);
    for (const key of own) must(await office.act.keepDraft(key, "Gửi bà Bảy"));
    await office.db.memberships.update(ward.slug, { fold: "21.44" });
    await rebuildOld(office.db);
    expect(await kept()).toEqual(others.toSorted());
  });

  test("goes with the statement alone, listed or not", async () => {
    const [, of] = (own[0] ?? "").match(/([^/]+)$/) ?? [];
    await ward.say({ type: "data.erased", sub: erased, body: { statements: [of] } });
    await office.act.exchange(ward.slug);
    expect(await kept()).toEqual(others.toSorted());
    const [, another] = (others[0] ?? "").match(/([^/]+)$/) ?? [];
    await ward.say({ type: "data.erased", sub: another ?? "", body: {} });
    await office.act.exchange(ward.slug);
    expect(await kept()).toEqual([]);
  });
});
