import { afterEach, beforeEach, expect, test } from "vitest";
import { newId } from "../server/speaker.ts";
import { covenant, createRealWard, delivery, registration, type RealWard } from "./real-ward.ts";
import { enrolled, must, now, testPhone, type TestPhone } from "./test-phone.ts";

let ward: RealWard;
let phone: TestPhone;
beforeEach(async () => {
  ward = await createRealWard();
  phone = testPhone(ward);
});
afterEach(() => ward.remove());

const title = async (area: string) => (await now(phone.watch.handbook(ward.slug, area)))?.covenant.title;

test("a reader loads the handbook once, keeps it, and asks only whether it has changed", async () => {
  expect(await now(phone.watch.handbook(ward.slug, "kp1"))).toBeNull();
  must(await phone.act.loadHandbook(ward.slug));
  const book = await now(phone.watch.handbook(ward.slug, "kp1"));
  expect(book).toMatchObject({
    ward: { slug: ward.slug, name: "Phường Thử", demo: false },
    area: { code: "kp1" },
    handbook: null,
  });
  expect(book?.updatedAt).toBe(ward.time / 1000);
  expect(await title("kp2/t06")).toBe("Quy ước kp2");
  expect(await now(phone.watch.handbook(ward.slug, "kp10"))).toBeNull();
  expect(await now(phone.watch.memberships())).toMatchObject([
    { role: "reader", device: null, name: "Phường Thử" },
  ]);

  ward.time += 3_600_000;
  let status = 0;
  const clear = ward.obstruct(async (pass) => {
    const answer = await pass();
    status = answer.status;
    return answer;
  });
  must(await phone.act.loadHandbook(ward.slug));
  clear();
  expect(status).toBe(304);
  expect((await now(phone.watch.handbook(ward.slug, "kp1")))?.updatedAt).toBe(ward.time / 1000);
});

test("a new edition takes the place of the old one, and nothing of it stays", async () => {
  must(await phone.act.loadHandbook(ward.slug));
  const before = await phone.db.statements.count();
  const fifth = covenant("kp1");
  await ward.say({ ...fifth, body: { ...fifth.body, edition: 5, title: "Quy ước mới" } });
  must(await phone.act.loadHandbook(ward.slug));
  expect(await title("kp1")).toBe("Quy ước mới");
  expect(await phone.db.statements.count()).toBe(before);
  expect((await now(phone.watch.ward(ward.slug)))?.books).toMatchObject([
    { area: "kp1", edition: 5 },
    { area: "kp2" },
  ]);
});

test("without coverage the handbook stays, and the trouble has a name", async () => {
  must(await phone.act.loadHandbook(ward.slug));
  ward.obstruct(async () => Promise.reject(new TypeError("Failed to fetch")));
  expect(await phone.act.loadHandbook(ward.slug)).toEqual({ ok: false, error: "unreachable" });
  expect(await title("kp1")).toBe("Quy ước kp1");
  const tab = phone.tab();
  expect((await now(tab.watch.handbook(ward.slug, "kp1")))?.covenant.title).toBe("Quy ước kp1");
});

test("a reader who enrols keeps the handbook, and gets the rest", async () => {
  const household = newId();
  await ward.say(registration(household, "kp1/t01", 7, "Võ Thị Bảy"), delivery(household));
  must(await phone.act.loadHandbook(ward.slug));
  expect(await now(phone.watch.round(ward.slug))).toEqual([]);
  await enrolled(ward, phone);
  expect(await title("kp1")).toBe("Quy ước kp1");
  must(await phone.act.loadHandbook(ward.slug));
  expect(await now(phone.watch.round(ward.slug))).toMatchObject([{ id: household, delivered: true }]);
});

test("the wards of an address can be chosen from, and an unknown one is called so", async () => {
  expect(must(await phone.act.wardsHere())).toMatchObject([
    { ward: ward.slug, name: "Phường Thử", demo: false },
  ]);
  expect(await phone.act.loadHandbook("khong-co")).toEqual({ ok: false, error: "unknown-ward" });
  expect(await now(phone.watch.memberships())).toEqual([]);
});
