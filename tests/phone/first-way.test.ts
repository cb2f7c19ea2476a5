import { afterEach, beforeEach, expect, test } from "vitest";
import { newId } from "../server/speaker.ts";
import { absence, createRealWard, delivery, pledging, registration, type RealWard } from "./real-ward.ts";
import { enrolled, must, now, testPhone, until } from "./test-phone.ts";

let ward: RealWard;
beforeEach(async () => {
  ward = await createRealWard();
});
afterEach(() => ward.remove());

test("a phone enrols, reads the ward, pledges without coverage, and hands it on once", async () => {
  const [first, second, elsewhere] = [newId(), newId(), newId()];
  await ward.say(
    registration(second, "kp1/t01", 12, "Lê Văn Hai"),
    registration(first, "kp1/t01", 2, "Nguyễn Thị Một"),
    registration(elsewhere, "kp2/t06", 1, "Trần Văn Ba"),
  );
  const phone = testPhone(ward);
  const membership = await enrolled(ward, phone);
  expect(membership).toMatchObject({ name: "Phường Thử", role: "volunteer", areas: ["kp1"], revoked: false });
  await phone.act.exchange(ward.slug);

  const round = await now(phone.watch.round(ward.slug));
  expect(round.map(({ id, number, head }) => [id, number, head])).toEqual([
    [first, 2, "Nguyễn Thị Một"],
    [second, 12, "Lê Văn Hai"],
  ]);
  expect(round[0]?.status.word).toBe("none");
  const book = await now(phone.watch.handbook(ward.slug, "kp1/t01"));
  expect(book?.covenant.title).toBe("Quy ước kp1");
  expect((await now(phone.watch.ward(ward.slug)))?.campaign?.id).toBe("2026");

  const clear = ward.obstruct(async () => {
    throw new TypeError("Failed to fetch");
  });
  must(await phone.act.say(ward.slug, [delivery(first), absence(second, "Bán hàng ngoài chợ")]));
  must(await phone.act.say(ward.slug, pledging(first)));
  await phone.act.exchange(ward.slug);
  expect(await now(phone.watch.sending(ward.slug))).toMatchObject({
    unsent: 4,
    reached: false,
    problem: "unreachable",
  });
  const signed = await until(phone.watch.round(ward.slug), (rows) => rows[0]?.status.word === "signed");
  expect(signed[0]).toMatchObject({ id: first, delivered: true });
  expect((await now(phone.watch.household(ward.slug, second)))?.visits[0]).toMatchObject({
    note: "Bán hàng ngoài chợ",
  });

  clear();
  await phone.act.exchange(ward.slug);
  await phone.act.exchange(ward.slug);
  const lines = await now(phone.watch.outbox(ward.slug));
  expect(lines.map(({ standing }) => standing)).toEqual(["received", "received", "received", "received"]);
  expect(lines.find(({ type }) => type === "visit.logged")).toMatchObject({
    outcome: "absent",
    household: { number: 12 },
  });
  expect(await now(phone.watch.sending(ward.slug))).toMatchObject({
    unsent: 0,
    reached: true,
    problem: null,
    busy: null,
  });

  const other = testPhone(ward);
  await enrolled(ward, other, { role: "office" });
  await other.act.exchange(ward.slug);
  const all = await now(other.watch.round(ward.slug));
  expect(all.map(({ status }) => status.word)).toEqual(["signed", "none", "none"]);
  expect((await now(other.watch.household(ward.slug, first)))?.pledges).toHaveLength(1);
});
