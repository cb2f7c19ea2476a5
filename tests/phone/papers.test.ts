import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { countingPledge } from "../../src/domain/household-facts.ts";
import { newId } from "../server/speaker.ts";
import { absence, createRealWard, pledging, registration, type RealWard } from "./real-ward.ts";
import { enrolled, must, now, testPhone, type TestPhone } from "./test-phone.ts";

let ward: RealWard;
let volunteer: TestPhone;
let office: TestPhone;
const [one, other] = [newId(), newId()];

beforeEach(async () => {
  ward = await createRealWard();
  await ward.say(
    registration(one, "kp1/t01", 7, "Võ Thị Bảy"),
    registration(other, "kp1/t01", 8, "Vo Thi Bay"),
  );
  volunteer = testPhone(ward);
  await enrolled(ward, volunteer);
  office = testPhone(ward);
  await enrolled(ward, office, { role: "office", areas: [] });
  await exchangeBoth();
});
afterEach(() => ward.remove());

async function exchangeBoth() {
  for (const phone of [volunteer, office, volunteer, office]) await phone.act.exchange(ward.slug);
}
const household = (phone: TestPhone, id = one) => now(phone.watch.household(ward.slug, id));
const round = (phone: TestPhone) => now(phone.watch.round(ward.slug));
const standings = async (phone: TestPhone) =>
  (await now(phone.watch.outbox(ward.slug))).map(({ type, standing }) => `${type} ${standing}`).sort();

describe("a correction", () => {
  test("is taken by the ward, and says the same on every phone", async () => {
    const [wrong = ""] = must(await volunteer.act.say(ward.slug, [absence(one)]));
    const made = ward.time / 1000;
    ward.time += 86_400_000;
    must(
      await volunteer.act.say(ward.slug, [
        { type: "statement.retracted", sub: wrong, in: one, body: { reason: "mistake" } },
        { type: "visit.logged", sub: one, body: { outcome: "refused", corrects: wrong } },
      ]),
    );
    await exchangeBoth();
    expect(await standings(volunteer)).toEqual([
      "statement.retracted received",
      "visit.logged received",
      "visit.logged received",
    ]);
    for (const phone of [volunteer, office]) {
      const seen = await household(phone);
      expect(seen?.visits).toMatchObject([{ outcome: "refused", at: made }]);
      expect(seen?.diary.filter(({ type }) => type === "visit.logged")).toMatchObject([
        { corrects: wrong, retracted: false },
        { jti: wrong, retracted: true },
      ]);
      expect((await round(phone)).find(({ id }) => id === one)?.status).toMatchObject({
        word: "refused",
        at: made,
      });
    }
  });
});

describe("two pledges", () => {
  test("of two phones are settled by a volunteer of the area, and the office may choose anew", async () => {
    const [, first = ""] = must(await volunteer.act.say(ward.slug, pledging(one, "Người Một")));
    const [, second = ""] = must(await office.act.say(ward.slug, pledging(one, "Người Hai")));
    await exchangeBoth();
    expect((await round(office)).find(({ id }) => id === one)?.status.conflict).toBe(true);
    const prefer = (pledge: string) => ({
      type: "pledge.preferred",
      sub: one,
      body: { campaign: "2026", pledge },
    });
    must(await volunteer.act.say(ward.slug, [prefer(second)]));
    await exchangeBoth();
    const counting = async (phone: TestPhone) => {
      const seen = await household(phone);
      return seen && countingPledge(seen, "2026")?.jti;
    };
    for (const phone of [volunteer, office]) {
      expect(await counting(phone)).toBe(second);
      expect((await household(phone))?.pledges).toHaveLength(2);
      expect((await round(phone)).find(({ id }) => id === one)?.status.conflict).toBe(false);
    }
    ward.time += 60_000;
    must(await office.act.say(ward.slug, [prefer(first)]));
    await exchangeBoth();
    expect(await counting(volunteer)).toBe(first);
  });
});

describe("a household that stands twice", () => {
  test("is merged by the office with its whole diary, and can be parted again", async () => {
    must(await volunteer.act.say(ward.slug, [absence(other, "cửa khoá"), ...pledging(other, "Võ Thị Bảy")]));
    await exchangeBoth();
    const [merged = ""] = must(
      await office.act.say(ward.slug, [{ type: "household.merged", sub: other, body: { into: one } }]),
    );
    await exchangeBoth();
    for (const phone of [volunteer, office]) {
      expect((await round(phone)).map(({ id, status }) => [id, status.word])).toEqual([[one, "signed"]]);
      const heir = await household(phone);
      // By its old address, too.
      expect(await household(phone, other)).toEqual(heir);
      const types = heir?.diary.map(({ type }) => type) ?? [];
      for (const type of ["visit.logged", "pledge.signed", "consent.given", "household.merged"])
        expect(types).toContain(type);
      expect(types.filter((type) => type === "household.registered")).toHaveLength(2);
      expect(heir).toMatchObject({ number: 7, head: "Võ Thị Bảy", visits: [{ note: "cửa khoá" }] });
      // Found by its own name still, with who stands for it.
      const gone = await now(phone.watch.merged(ward.slug));
      expect(gone.map(({ id, into, area }) => [id, into, area])).toEqual([[other, one, heir?.area]]);
    }
    ward.time += 86_400_000;
    must(await office.act.retract(ward.slug, merged, one));
    await exchangeBoth();
    expect((await round(volunteer)).map(({ status }) => status.word)).toEqual(["none", "signed"]);
    expect(await now(volunteer.watch.merged(ward.slug))).toEqual([]);
  });

  test("waits for the office where a volunteer says so", async () => {
    must(
      await volunteer.act.say(ward.slug, [
        { type: "household.closed", sub: other, body: { reason: "mistake" } },
      ]),
    );
    await exchangeBoth();
    expect(await standings(volunteer)).toEqual(["household.closed held"]);
    expect(await round(office)).toHaveLength(2);
    await office.act.fetchHeld(ward.slug);
    const held = (await now(office.watch.held(ward.slug))).value ?? [];
    expect(held).toMatchObject([{ type: "household.closed", household: other, reason: "beyond-role" }]);
    must(
      await office.act.say(ward.slug, [
        {
          type: "statement.decided",
          sub: held[0]?.jti ?? "",
          in: held[0]?.place ?? "",
          body: { decision: "accept", reason: "other" },
        },
      ]),
    );
    await exchangeBoth();
    expect((await round(office)).map(({ id }) => id)).toEqual([one]);
    expect((await round(volunteer)).map(({ id }) => id)).toEqual([one]);
  });
});

describe("a household that is on no list", () => {
  test("is registered at the door by a volunteer of the area, and parts from another with its office", async () => {
    const [found, parted] = [newId(), newId()];
    must(
      await volunteer.act.say(ward.slug, [registration(found, "kp1/t02", 1, "Lê Văn Mới"), absence(found)]),
    );
    must(
      await office.act.say(ward.slug, [
        registration(parted, "kp1/t01", 9, "Võ Văn Út"),
        { type: "household.split", sub: one, body: { into: [one, parted] } },
      ]),
    );
    await exchangeBoth();
    expect(await standings(volunteer)).toEqual(["household.registered received", "visit.logged received"]);
    for (const phone of [volunteer, office])
      expect((await round(phone)).map(({ id }) => id)).toEqual([one, other, parted, found]);
  });
});
