import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { readRoster } from "../../src/phone/receipt/roster.ts";
import { settleKeys } from "../../src/server/keys/settle-keys.ts";
import { rekey } from "../../src/server/rekey.ts";
import { createSpeaker, newId } from "../server/speaker.ts";
import { absence, createRealWard, pledging, registration, type RealWard } from "./real-ward.ts";
import { enrolled, must, testPhone, until, type TestPhone } from "./test-phone.ts";

const HOME = newId();
let ward: RealWard;
let volunteer: TestPhone;
beforeEach(async () => {
  ward = await createRealWard();
  await ward.say(registration(HOME, "kp1/t01", 1, "Nguyễn Thị Ánh"));
  volunteer = await joined();
});
afterEach(() => ward.remove());

async function joined(request?: Parameters<typeof enrolled>[2]): Promise<TestPhone> {
  const phone = testPhone(ward);
  await enrolled(ward, phone, request);
  await phone.act.exchange(ward.slug);
  return phone;
}

const change = async () => must(await rekey(ward.station(), ward.slug));
const pinsOf = async ({ db }: TestPhone) => (await db.memberships.get(ward.slug))?.pins ?? [];
/** What stood in the way of an exchange; null where nothing did. */
async function trouble(phone: TestPhone): Promise<string | null | undefined> {
  await phone.act.exchange(ward.slug);
  return (await phone.db.progress.get(ward.slug))?.problem;
}
const standing = async ({ db }: TestPhone, jti = "") => (await db.statements.get([ward.slug, jti]))?.standing;

describe("a change of the ward's key", () => {
  test("is followed by a phone that was without coverage for a year and two changes", async () => {
    const [visit = ""] = must(await volunteer.act.say(ward.slug, [absence(HOME)]));
    await change();
    const colleague = await joined();
    await change();
    ward.time += 365 * 86_400_000;
    await volunteer.act.exchange(ward.slug);
    expect(await standing(volunteer, visit)).toBe("log");
    expect(await pinsOf(volunteer)).toHaveLength(3);
    const { device } = (await colleague.db.memberships.get(ward.slug))!;
    expect((await readRoster(volunteer.db, ward.slug))?.devices.has(device!)).toBe(true);
    await colleague.act.exchange(ward.slug);
    expect(await pinsOf(colleague)).toEqual(await pinsOf(volunteer));
  });

  test("leaves receipts good for whoever pinned the former key, of devices that either enrolled", async () => {
    const reader = testPhone(ward);
    must(await reader.act.loadHandbook(ward.slug));
    const early = must(await volunteer.act.say(ward.slug, pledging(HOME)));
    await volunteer.act.exchange(ward.slug);
    await change();
    const later = await joined();
    const late = must(await later.act.say(ward.slug, pledging(HOME)));
    await later.act.exchange(ward.slug);
    for (const [phone, [, jti = ""]] of [
      [volunteer, early],
      [later, late],
    ] as const) {
      const text = (await phone.act.statementText(ward.slug, jti))!.split("~")[0]!;
      const check = await until(reader.watch.receipt(text), ({ asking }) => !asking);
      expect(check).toMatchObject({ signature: "good", standing: { state: "counts" } });
    }
    must(await reader.act.loadHandbook(ward.slug));
    expect(await pinsOf(reader)).toHaveLength(2);
  });
});

describe("a store from before the change", () => {
  const file = () => join(ward.station().dataDir, "keys", `${ward.slug}.json`);

  test("hears of it from its own keys; whom the former one enrolled since comes back when the office says so", async () => {
    const office = await joined({ role: "office", areas: [] });
    const copy = await ward.backUp();
    const late = await joined();
    await change();
    const keys = readFileSync(file());
    await ward.restore(copy);
    await ward.whileStopped((dir) => writeFileSync(join(dir, "keys", `${ward.slug}.json`), keys));
    expect(await settleKeys(ward.station(), ward.slug)).toBe("here");
    const [visit = ""] = must(await late.act.say(ward.slug, [absence(HOME)]));
    expect(await trouble(late)).toBe("unknown-device");
    expect(await standing(late, visit)).toBe("unsent");
    await office.act.exchange(ward.slug);
    const held = await ward.station().db.selectFrom("held").selectAll().execute();
    expect(held).toMatchObject([{ reason: "device-revoked" }]);
    const body = { decision: "accept", reason: "other" };
    must(
      await office.act.say(ward.slug, [
        { type: "statement.decided", sub: held[0]!.jti, in: ward.slug, body },
      ]),
    );
    await office.act.exchange(ward.slug);
    expect(await trouble(late)).toBeNull();
    expect(await standing(late, visit)).toBe("log");
  });

  test("and with the keys of then goes on with these; the word that names the lost one waits", async () => {
    const copy = await ward.backUp();
    await change();
    await volunteer.act.exchange(ward.slug);
    await ward.restore(copy);
    await volunteer.act.exchange(ward.slug);
    await volunteer.act.exchange(ward.slug);
    const held = await ward.station().db.selectFrom("held").select("reason").execute();
    expect(held).toEqual([{ reason: "foreign-key" }]);
    const colleague = await joined();
    await volunteer.act.exchange(ward.slug);
    const { device } = (await colleague.db.memberships.get(ward.slug))!;
    expect((await readRoster(volunteer.db, ward.slug))?.devices.has(device!)).toBe(true);
  });
});

test("a phone that was shown a thief's key first sends on, believes neither ward nor thief, and is enrolled anew", async () => {
  const [first] = await pinsOf(volunteer);
  const thief = await createSpeaker(ward.slug);
  await volunteer.db.memberships.update(ward.slug, { pins: [first!, { kid: thief.kid, key: thief.key }] });
  await change();
  const [visit = ""] = must(await volunteer.act.say(ward.slug, [absence(HOME)]));
  expect(await trouble(volunteer)).toBe("wrong-ward-key");
  expect(await standing(volunteer, visit)).toBe("log");
  expect((await pinsOf(volunteer)).map(({ kid }) => kid)).toEqual([first?.kid, thief.kid]);
  must(await volunteer.act.leave(ward.slug, await volunteer.act.leaving(ward.slug)));
  await enrolled(ward, volunteer);
  expect(await trouble(volunteer)).toBeNull();
  expect(await pinsOf(volunteer)).toHaveLength(2);
});
