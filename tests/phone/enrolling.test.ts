import { createHash } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createRealWard, type RealWard } from "./real-ward.ts";
import { enrolled, must, now, testPhone, type TestPhone } from "./test-phone.ts";

let ward: RealWard;
let phone: TestPhone;
beforeEach(async () => {
  ward = await createRealWard();
  phone = testPhone(ward);
});
afterEach(() => ward.remove());

const deviceName = "Máy cô Hoa";
const enrol = (code: string, one = phone) => one.act.enrol({ ward: ward.slug, code, deviceName });

test("a lost answer is made good by the same code: one key, one device", async () => {
  const code = await ward.invite({ areas: ["kp1"] });
  const clear = ward.obstruct(async (pass, { body }) => {
    const answer = await pass();
    if (body) throw new TypeError("Failed to fetch");
    return answer;
  });
  expect(await enrol(code)).toEqual({ ok: false, error: "unreachable" });
  expect(await now(phone.watch.memberships())).toEqual([]);
  const [key] = await phone.db.keys.toArray();
  clear();
  // After a restart, too.
  const membership = must(await enrol(code, phone.tab()));
  expect(membership.device).toBe(key?.kid);
  expect(await phone.db.keys.count()).toBe(1);
  expect(must(await enrol(code)).device).toBe(key?.kid);
  await phone.act.exchange(ward.slug);
  expect(Object.keys((await now(phone.watch.ward(ward.slug)))!.devices)).toEqual([key?.kid]);
});

test("the key is kept before it is sent, and cannot be read out", async () => {
  const code = await ward.invite({ areas: ["kp1"] });
  let keptFirst = false;
  ward.obstruct(async (pass, { body }) => {
    if (body) keptFirst = (await phone.db.keys.count()) === 1;
    return pass();
  });
  must(await enrol(code));
  expect(keptFirst).toBe(true);
  const [key] = await phone.db.keys.toArray();
  expect(key?.pair.privateKey.extractable).toBe(false);
  await expect(crypto.subtle.exportKey("jwk", key!.pair.privateKey)).rejects.toThrow(/extractable/);
  const { kty, crv, x, y } = key!.key;
  expect(key?.kid).toBe(createHash("sha256").update(JSON.stringify({ crv, kty, x, y })).digest("base64url"));
});

test("the code stands in no address, and nowhere in the phone afterwards", async () => {
  const code = await ward.invite({ areas: ["kp1"] });
  must(await enrol(code));
  expect(ward.calls.join(" ")).not.toContain(code);
  const kept = await Promise.all(phone.db.tables.map((table) => table.toArray()));
  expect(JSON.stringify(kept)).not.toContain(code);
});

test("wrong, used and expired codes, and no coverage, each have a name", async () => {
  expect(await enrol("AAAAAAAAAAAAAAAAAAAAAA")).toEqual({ ok: false, error: "invite-unknown" });
  const code = await ward.invite({ areas: ["kp1"] });
  must(await enrol(code, testPhone(ward)));
  expect(await enrol(code)).toEqual({ ok: false, error: "invite-used" });
  const old = await ward.invite({ areas: ["kp1"], expiresInHours: 1 });
  ward.time += 7_200_000;
  expect(await enrol(old)).toEqual({ ok: false, error: "invite-expired" });
  ward.obstruct(async () => Promise.reject(new TypeError("Failed to fetch")));
  expect(await enrol(old)).toEqual({ ok: false, error: "unreachable" });
  expect(await phone.act.enrol({ ward: "khong-co", code, deviceName })).toMatchObject({ ok: false });
  expect(await now(phone.watch.memberships())).toEqual([]);
});

test("another ward under the same name is not believed, and never sees the code", async () => {
  must(await phone.act.loadHandbook(ward.slug));
  const impostor = await createRealWard();
  const fooled = phone.tab({ fetch: (url, init) => impostor.fetch(url, init) });
  const code = await impostor.invite({ areas: ["kp1"] });
  expect(await enrol(code, fooled)).toEqual({ ok: false, error: "wrong-ward-key" });
  expect(impostor.calls.filter((call) => call.startsWith("POST"))).toEqual([]);
  expect(await fooled.act.loadHandbook(ward.slug)).toEqual({ ok: false, error: "wrong-ward-key" });
  expect((await now(phone.watch.memberships()))[0]?.role).toBe("reader");
  await impostor.remove();
});

test("a device.enrolled that the ward key did not sign counts for nothing", async () => {
  const code = await ward.invite({ areas: ["kp1"] });
  const other = await createRealWard();
  const stranger = testPhone(other);
  await enrolled(other, stranger);
  const forged = (await stranger.db.statements.toArray()).find(({ type }) => type === "device.enrolled");
  const text = await stranger.act.statementText(other.slug, forged!.jti);
  const clear = ward.obstruct(async (pass, { body }) => {
    const answer = await pass();
    if (!body) return answer;
    return Response.json({ ...((await answer.json()) as object), enrolled: text }, { status: 201 });
  });
  expect(await enrol(code)).toEqual({ ok: false, error: "wrong-ward-key" });
  clear();
  // The truth is still to be had.
  must(await enrol(code));
  await phone.act.exchange(ward.slug);
  ward.obstruct(async (pass, { url }) => {
    const answer = await pass();
    if (!url.includes("after=")) return answer;
    const line = JSON.stringify({ seq: 90, at: ward.time, s: text });
    return new Response(`${line}\n${await answer.text()}`);
  });
  await phone.act.exchange(ward.slug);
  const devices = (await now(phone.watch.ward(ward.slug)))!.devices;
  expect(Object.keys(devices)).not.toContain(forged!.sub);
  await other.remove();
});

test("a storage that refuses is called so", async () => {
  const code = await ward.invite({ areas: ["kp1"] });
  phone.db.keys.hook("creating", () => {
    throw new DOMException("no room", "QuotaExceededError");
  });
  expect(await enrol(code)).toEqual({ ok: false, error: "storage" });
  expect(ward.calls.filter((call) => call.startsWith("POST"))).toEqual([]);
});

test("one phone holds several wards, the one used last first", async () => {
  const second = await createRealWard("phuong-hai");
  const both = testPhone({
    time: ward.time,
    fetch: (url, init) => (url.includes("phuong-hai") ? second : ward).fetch(url, init),
  });
  await enrolled(ward, both);
  await enrolled(second, both, { role: "office" });
  expect(await both.db.keys.count()).toBe(2);
  await both.act.usedWard(ward.slug);
  await both.act.exchange("phuong-hai");
  const memberships = await now(both.watch.memberships());
  expect(memberships.map(({ role }) => role).sort()).toEqual(["office", "volunteer"]);
  await second.remove();
});

test("the office gives out codes, and sees what became of them", async () => {
  await enrolled(ward, phone, { role: "office" });
  const { code, url, expiresAt } = must(
    await phone.act.invite(ward.slug, { role: "volunteer", areas: ["kp2"] }),
  );
  expect(url).toBe(`https://so-tay.example/vao#${ward.slug}.${code}`);
  expect(expiresAt).toBe(ward.time / 1000 + 72 * 3600);
  const { device } = must(await enrol(code, testPhone(ward)));
  const invites = must(await phone.act.invites(ward.slug));
  expect(invites.find(({ usedBy }) => usedBy === device)).toMatchObject({
    role: "volunteer",
    areas: ["kp2"],
    cancelled: false,
  });
  const volunteer = testPhone(ward);
  await enrolled(ward, volunteer);
  expect(await volunteer.act.invite(ward.slug, { role: "office", areas: [] })).toEqual({
    ok: false,
    error: "forbidden",
  });
});

test("a phone whose lost attempt was revoked enrols by a new code, as another device", async () => {
  const first = await ward.invite({ areas: ["kp1"] });
  const clear = ward.obstruct(async (pass, { body }) => {
    const answer = await pass();
    if (body) throw new TypeError("Failed to fetch");
    return answer;
  });
  expect(await enrol(first)).toEqual({ ok: false, error: "unreachable" });
  clear();
  const [key] = await phone.db.keys.toArray();
  await ward.say({ type: "device.revoked", sub: key!.kid, body: { reason: "other", from: 1 } });
  const membership = must(await enrol(await ward.invite({ areas: ["kp1"] })));
  expect(membership).toMatchObject({ revoked: false });
  expect(membership.device).not.toBe(key!.kid);
  expect(await phone.db.keys.count()).toBe(1);
});

test("two taps on one code, in two tabs, come to one device", async () => {
  const code = await ward.invite({ areas: ["kp1"] });
  const [one, other] = await Promise.all([enrol(code), enrol(code, phone.tab())]);
  expect(must(one).device).toBe(must(other).device);
  expect(await phone.db.keys.count()).toBe(1);
});

test("a word about the former device does not revoke the one enrolled meanwhile", async () => {
  const { device } = must(await enrol(await ward.invite({ areas: ["kp1"] })));
  await phone.act.exchange(ward.slug);
  await ward.say({ type: "device.revoked", sub: device!, body: { reason: "other", from: 1 } });
  const code = await ward.invite({ areas: ["kp1"] });
  const tab = phone.tab();
  let enrolledBy: string | null = null;
  const clear = ward.obstruct(async (pass, { url }) => {
    const answer = await pass();
    if (!url.includes("after=") || enrolledBy !== null) return answer;
    enrolledBy = "";
    enrolledBy = must(await enrol(code, tab)).device;
    return answer;
  });
  await phone.act.exchange(ward.slug);
  clear();
  const [membership] = await now(phone.watch.memberships());
  expect(membership).toMatchObject({ device: enrolledBy, revoked: false });
});

test("a phone that dies while it becomes another device is wholly the old one or wholly the new one", async () => {
  const { device } = must(await enrol(await ward.invite({ areas: ["kp1"] })));
  const code = await ward.invite({ areas: ["kp2"] });
  const spy = vi.spyOn(phone.db.keys, "bulkDelete").mockImplementationOnce(() => {
    throw new Error("the battery died");
  });
  expect(await enrol(code)).toEqual({ ok: false, error: "storage" });
  spy.mockRestore();
  expect((await now(phone.watch.memberships()))[0]?.device).toBe(device);
  expect(must(await enrol(code)).device).not.toBe(device);
  expect(await phone.db.keys.count()).toBe(1);
});
