import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { parseStatement, personalOf } from "../../src/domain/statement.ts";
import { digestOfText } from "../../src/server/check/digest.ts";
import { rekey } from "../../src/server/rekey.ts";
import type { InviteRow } from "../../src/wire/answers.ts";
import { enrol, newPhone, openHouse, proofOf, WARD, type House } from "./house.ts";
import { newId } from "./speaker.ts";

interface InviteList {
  readonly invites: readonly InviteRow[];
}

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.remove());

function read(text: string) {
  const statement = parseStatement(text);
  if (!statement.ok) throw new Error(statement.error);
  return statement.value;
}

describe("a code", () => {
  test("enrols a key, signed by the ward, its names disclosed and nothing else", async () => {
    const phone = await newPhone(house);
    const code = await house.invite("volunteer", ["kp1"]);
    const answer = await enrol(house, phone, code, { personName: "Trần Thị Năm" });
    expect(answer.status).toBe(201);
    const body = answer.json<{ enrolled: string }>();
    expect(body).toMatchObject({ device: phone.kid, ward: WARD, role: "volunteer", areas: ["kp1"] });
    const enrolled = read(body.enrolled);
    const key = await house.station.keys.find(WARD);
    expect(enrolled.kid).toBe(key?.signer.kid);
    expect(enrolled.claims.body).toMatchObject({
      key: phone.key,
      role: "volunteer",
      invite: digestOfText(code),
    });
    expect(personalOf(enrolled)).toEqual({ deviceName: "Máy thử", personName: "Trần Thị Năm" });
    expect((await phone.page()).lines.length).toBeGreaterThan(0);
  });

  test("gives the same key the same answer again", async () => {
    const phone = await newPhone(house);
    const code = await house.invite("volunteer", ["kp1"]);
    const first = await enrol(house, phone, code);
    const again = await enrol(house, phone, code, { name: "Tên khác" });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.json()).toEqual(first.json());
  });

  test("enrols once, even when the same key asks twice at the same time", async () => {
    const phone = await newPhone(house);
    const code = await house.invite("volunteer", ["kp1"]);
    const answers = await Promise.all([enrol(house, phone, code), enrol(house, phone, code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201]);
    expect(answers[0]?.json()).toEqual(answers[1]?.json());
  });

  test("opens nothing to a second key", async () => {
    const code = await house.invite("volunteer", ["kp1"]);
    await enrol(house, await newPhone(house), code);
    const thief = await enrol(house, await newPhone(house), code);
    expect([thief.status, thief.slug]).toEqual([409, "invite-used"]);
  });

  test("opens nothing to a second key, also once the first came by another code", async () => {
    const phone = await newPhone(house);
    const first = await house.invite("volunteer", ["kp1"]);
    const second = await house.invite("volunteer", ["kp1"]);
    expect((await enrol(house, phone, first)).status).toBe(201);
    expect((await enrol(house, phone, second)).status).toBe(201);
    const thief = await enrol(house, await newPhone(house), first);
    expect([thief.status, thief.slug]).toEqual([409, "invite-used"]);
    const office = await house.enrolled("office");
    const { invites } = (await office.call("GET", "/invites")).json<InviteList>();
    for (const code of [first, second])
      expect(invites.find(({ invite }) => invite === digestOfText(code))?.usedBy).toBe(phone.kid);
  });

  test("opens nothing for a moment where the ward speaks by a key that is not here, and stays good", async () => {
    const code = await house.invite("volunteer", ["kp1"]);
    const key = join(house.place.dataDir, "keys", `${WARD}.json`);
    const former = readFileSync(key);
    expect((await rekey(house.station, WARD)).ok).toBe(true);
    const next = readFileSync(key);
    // As in the folder of another process, to which nobody has copied it yet.
    writeFileSync(key, former);
    const phone = await newPhone(house);
    const refused = await enrol(house, phone, code);
    expect([refused.status, refused.slug]).toEqual([503, "unavailable"]);
    writeFileSync(key, next);
    expect((await enrol(house, phone, code)).status).toBe(201);
  });

  test("that nobody gave opens nothing", async () => {
    const answer = await enrol(house, await newPhone(house), "AAAAAAAAAAAAAAAAAAAAAA");
    expect([answer.status, answer.slug]).toEqual([404, "invite-unknown"]);
  });

  test("expires", async () => {
    const code = await house.invite("volunteer", ["kp1"], { expiresInHours: 1 });
    house.clock.ms += 3_601_000;
    const answer = await enrol(house, await newPhone(house), code);
    expect([answer.status, answer.slug]).toEqual([410, "invite-expired"]);
  });

  test("that the office cancelled opens nothing", async () => {
    const office = await house.enrolled("office");
    const code = await house.invite("volunteer", ["kp1"]);
    await office.push(await office.say({ type: "invite.cancelled", sub: digestOfText(code), body: {} }));
    const answer = await enrol(house, await newPhone(house), code);
    expect(answer.slug).toBe("invite-expired");
    const list = (await office.call("GET", "/invites")).json<InviteList>();
    expect(list.invites.find(({ invite }) => invite === digestOfText(code))?.cancelled).toBe(true);
  });

  test.each([
    ["office", "invite-expired"],
    ["volunteer", "invite-expired"],
    ["household", ""],
  ])("for %s from before a backup was restored", async (role, slug) => {
    const extra = role === "household" ? { household: house.households[0] } : {};
    const code = await house.invite(role, [], extra);
    const office = await house.enrolled("office");
    await house.station.db.updateTable("wards").set({ epoch: "another" }).execute();
    // The office is told so beforehand, of this one alone: the used one and one made since are as they were.
    const since = await house.invite("volunteer", ["kp1"]);
    const { invites } = (await office.call("GET", "/invites")).json<InviteList>();
    const isVoid = new Map(invites.map((one) => [one.invite, one.void ?? false]));
    expect([isVoid.get(digestOfText(code)), isVoid.get(digestOfText(since)), isVoid.size]).toEqual([
      slug !== "",
      false,
      3,
    ]);
    expect([...isVoid.values()].filter(Boolean)).toHaveLength(slug === "" ? 0 : 1);
    expect((await enrol(house, await newPhone(house), code)).slug).toBe(slug);
  });

  test("carries the person on to a new phone, and tells whose household it is in confidence", async () => {
    const person = newId();
    const volunteer = await newPhone(house);
    const code = await house.invite("volunteer", ["kp1"], { person });
    const first = (await enrol(house, volunteer, code)).json<{ enrolled: string }>();
    expect(read(first.enrolled).claims.body["person"]).toBe(person);
    const home = await newPhone(house);
    const household = house.households[0];
    const second = await enrol(house, home, await house.invite("household", [], { household }));
    const enrolled = read(second.json<{ enrolled: string }>().enrolled);
    expect(personalOf(enrolled)).toEqual({ deviceName: "Máy thử", household });
    expect(JSON.stringify(enrolled.claims)).not.toContain(household);
  });

  test("does not bring a revoked device back", async () => {
    const office = await house.enrolled("office");
    const phone = await house.enrolled("volunteer", ["kp1"]);
    const revocation = { type: "device.revoked", sub: phone.kid, body: { reason: "other", from: 1 } };
    await office.push(await office.say(revocation));
    const answer = await enrol(house, phone, await house.invite("volunteer", ["kp1"]));
    expect([answer.status, answer.slug]).toEqual([403, "device-revoked"]);
  });
});

describe("a proof", () => {
  test.each([
    ["for another code", { nonce: "AAAAAAAAAAAAAAAAAAAAAA" }, {}],
    ["for another ward", { aud: "phuong-khac" }, {}],
    ["of another type", {}, { typ: "device+jwt" }],
    ["that names no algorithm", {}, { alg: "none" }],
    ["without a code", { nonce: undefined }, {}],
  ])("%s is refused, and the code stays good", async (_name, claims, head) => {
    const phone = await newPhone(house);
    const code = await house.invite("volunteer", ["kp1"]);
    const answer = await enrol(house, phone, code, { proof: await proofOf(phone, code, claims, head) });
    expect([answer.status, answer.slug]).toEqual([403, "bad-proof"]);
    expect((await enrol(house, phone, code)).status).toBe(201);
  });

  test("by another key is refused", async () => {
    const [phone, other] = [await newPhone(house), await newPhone(house)];
    const code = await house.invite("volunteer", ["kp1"]);
    const answer = await enrol(house, phone, code, { proof: await proofOf(other, code) });
    expect(answer.slug).toBe("bad-proof");
  });

  test("is good whatever the phone's clock says", async () => {
    const phone = await newPhone(house);
    const code = await house.invite("volunteer", ["kp1"]);
    const answer = await enrol(house, phone, code, { proof: await proofOf(phone, code, { iat: 4e9 }) });
    expect(answer.status).toBe(201);
  });
});

describe("a request to enrol", () => {
  test.each([
    ["without a code", { invite: undefined }],
    ["without a name", { name: "" }],
    ["with a name of blanks", { name: "  " }],
    ["with a name of 300 letters", { name: "a".repeat(300) }],
    ["without a key", { publicKey: null }],
    ["with a key of another kind", { publicKey: { kty: "RSA", n: "x", e: "AQAB" } }],
    ["without a proof", { proof: undefined }],
  ])("%s is a bad request", async (_name, over) => {
    const answer = await enrol(house, await newPhone(house), await house.invite("office"), over);
    expect([answer.status, answer.slug]).toEqual([400, "bad-request"]);
  });

  test("with a key that is no point of the curve is refused", async () => {
    const phone = await newPhone(house);
    const publicKey = { ...phone.key, x: phone.key.y, y: phone.key.x };
    const answer = await enrol(house, phone, await house.invite("office"), { publicKey });
    expect(answer.slug).toBe("bad-proof");
  });

  test("at a ward that is not here finds none", async () => {
    for (const ward of ["khong-co", "Phường", "a", "%00"]) {
      const answer = await house.ask({ method: "POST", url: `/api/wards/${ward}/devices`, payload: {} });
      expect([answer.status, answer.slug]).toEqual([404, "unknown-ward"]);
    }
  });

  test.each([
    { proxies: undefined, from: "127.0.0.1", shares: "each" },
    // Whoever it is says that it asks for others.
    { proxies: undefined, from: "172.17.0.1", shares: "one" },
    { proxies: ["loopback", "172.16.0.0/12"], from: "172.17.0.1", shares: "each" },
    { proxies: ["10.0.0.7"], from: "172.17.0.1", shares: "one" },
  ])("through $from, where $proxies may speak for others, gives callers $shares share", async (way) => {
    const before = await openHouse(way.proxies ? { proxies: way.proxies } : {});
    try {
      const statuses = [];
      for (let caller = 1; caller <= 45; caller += 1) {
        const answer = await before.ask({
          method: "POST",
          url: `/api/wards/${WARD}/devices`,
          remoteAddress: way.from,
          headers: { "x-forwarded-for": `203.0.113.${caller}` },
          payload: {},
        });
        statuses.push(answer.status);
      }
      expect(statuses.includes(429)).toBe(way.shares === "one");
    } finally {
      await before.remove();
    }
  });

  test("is answered thirty times a minute and not without end", async () => {
    const phone = await newPhone(house);
    const answers = [];
    for (let i = 0; i < 45; i++) answers.push(await enrol(house, phone, "AAAAAAAAAAAAAAAAAAAAAA"));
    expect(answers.slice(0, 30).every(({ slug }) => slug === "invite-unknown")).toBe(true);
    const last = answers.at(-1);
    expect([last?.status, last?.slug]).toEqual([429, "too-often"]);
    expect(Number(last?.headers["retry-after"])).toBeGreaterThan(0);
  });
});
