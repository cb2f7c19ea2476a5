import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Draft } from "../../src/domain/statement.ts";
import type { ReceiptCheck } from "../../src/phone/api/phone.ts";
import { newId } from "../server/speaker.ts";
import { createRealWard, pledging, registration, type RealWard } from "./real-ward.ts";
import { enrolled, handTimers, must, now, testPhone, until, type TestPhone } from "./test-phone.ts";

const HOME = newId();
let ward: RealWard;
let volunteer: TestPhone;
beforeEach(async () => {
  ward = await createRealWard();
  await ward.say(registration(HOME, "kp1/t01", 1, "Nguyễn Thị Ánh"));
  volunteer = testPhone(ward);
  await enrolled(ward, volunteer);
  await volunteer.act.exchange(ward.slug);
});
afterEach(() => ward.remove());

/** The receipt of a pledge that was said at the door; sent only where that is said. */
async function receipt({ sent = true, by = volunteer } = {}): Promise<string> {
  const ids = must(await by.act.say(ward.slug, pledging(HOME)));
  if (sent) await by.act.exchange(ward.slug);
  return (await by.act.statementText(ward.slug, ids[1] ?? ""))!.split("~")[0]!;
}

/** What a phone comes to in the end. */
const check = (phone: TestPhone, text: string): Promise<ReceiptCheck> =>
  until(phone.watch.receipt(text), ({ asking }) => !asking);

/** No call comes through until the function it returns is called. */
const loseCoverage = () => ward.obstruct(async () => Promise.reject(new TypeError("Failed to fetch")));

/** A reader's phone that has opened the handbook once, and was left alone for a moment. */
async function reader(): Promise<TestPhone> {
  const timers = handTimers();
  const phone = testPhone(ward, { timers });
  must(await phone.act.loadHandbook(ward.slug));
  const idle = timers.waiting().find(({ milliseconds }) => milliseconds < 10_000);
  idle?.act();
  // The list is kept by the end of the turn in which it came.
  await expect.poll(() => phone.db.views.get([ward.slug, "roster"])).toBeTruthy();
  return phone;
}

/** With one letter of one part as another. */
function altered(text: string, part: 0 | 1 | 2, at: number): string {
  const parts = text.split(".");
  const old = parts[part]!;
  parts[part] = `${old.slice(0, at)}${old[at] === "Q" ? "R" : "Q"}${old.slice(at + 1)}`;
  return parts.join(".");
}

describe("without coverage", () => {
  test("a reader's phone that was left alone for a moment checks the signature, and says that nobody was asked", async () => {
    const phone = await reader();
    const text = await receipt();
    loseCoverage();
    expect(await check(phone, text)).toMatchObject({
      signature: "good",
      by: "volunteer",
      revokedAt: null,
      standing: { state: "unasked" },
      words: { ward: ward.slug, household: HOME, campaign: "2026", agreed: ["flag"], medium: "screen" },
    });
    // As an address, too.
    expect(await check(phone, `https://so-tay.example/bien-nhan#${text}`)).toMatchObject({
      signature: "good",
    });
  });

  test("every letter of it matters", async () => {
    const phone = await reader();
    const text = await receipt();
    loseCoverage();
    const [head = "", body = "", end = ""] = text.split(".");
    for (let at = 0; at < body.length; at += 9)
      expect(await check(phone, altered(text, 1, at))).toMatchObject({
        signature: expect.stringMatching(/^(changed|unmet)$/),
      });
    for (let at = 0; at < end.length; at += 9)
      expect(await check(phone, altered(text, 2, at))).toMatchObject({ signature: "changed" });
    for (let at = 0; at < head.length; at += 9)
      expect(await check(phone, altered(text, 0, at))).toMatchObject({
        signature: expect.stringMatching(/^(changed|unknown-device)$/),
      });
    expect(await check(phone, text.slice(0, -7))).toMatchObject({ signature: "cut", words: null });
    expect(await check(phone, "")).toMatchObject({ signature: "cut" });
  });

  test("a phone that is a device of the ward checks it by what it heard with the log", async () => {
    const other = testPhone(ward);
    await enrolled(ward, other);
    await other.act.exchange(ward.slug);
    const text = await receipt();
    loseCoverage();
    expect(await check(other, text)).toMatchObject({ signature: "good", standing: { state: "unasked" } });
  });

  test("a device that came after the list was fetched is unknown, and known once the ward can be asked", async () => {
    const phone = await reader();
    const late = testPhone(ward);
    await enrolled(ward, late);
    await late.act.exchange(ward.slug);
    const text = await receipt({ by: late });
    const clear = loseCoverage();
    expect(await check(phone, text)).toMatchObject({ signature: "unknown-device", standing: null });
    clear();
    expect(await check(phone, text)).toMatchObject({ signature: "good", standing: { state: "counts" } });
    loseCoverage();
    expect(await check(phone, text)).toMatchObject({ signature: "good" });
  });

  test("a phone that has never met the ward cannot tell; once there is coverage it loads the ward's page, once, and says so", async () => {
    const phone = testPhone(ward);
    const text = await receipt();
    const clear = loseCoverage();
    expect(await check(phone, text)).toMatchObject({ signature: "unmet", standing: null });
    expect(await now(phone.watch.memberships())).toEqual([]);
    clear();
    const before = ward.calls.length;
    expect(await check(phone, text)).toMatchObject({ signature: "good", firstMet: true });
    expect(ward.calls.slice(before).map((one) => one.replace(/\/receipts\/.*/, "/receipts/…"))).toEqual([
      `GET /api/wards/${ward.slug}/public?edition=current`,
      `GET /api/wards/${ward.slug}/devices`,
      `GET /api/wards/${ward.slug}/receipts/…`,
    ]);
    loseCoverage();
    expect(await check(phone, text)).toMatchObject({ signature: "good", firstMet: false });
  });
});

describe("with coverage", () => {
  test("what became of it is the ward's word", async () => {
    const phone = await reader();
    const unsent = await receipt({ sent: false });
    expect(await check(phone, unsent)).toMatchObject({ signature: "good", standing: { state: "unknown" } });
    await volunteer.act.exchange(ward.slug);
    const counts = await check(phone, unsent);
    expect(counts.standing).toEqual({ state: "counts", seq: expect.any(Number), other: false });
    const back: Draft = { type: "pledge.withdrawn", sub: HOME, body: { campaign: "2026" } };
    must(await volunteer.act.say(ward.slug, [back]));
    await volunteer.act.exchange(ward.slug);
    expect(await check(phone, unsent)).toMatchObject({ standing: { state: "withdrawn" } });
  });

  test("one that was taken back says so", async () => {
    const phone = await reader();
    const text = await receipt();
    const jti = (await check(phone, text)).words!.jti;
    must(await volunteer.act.retract(ward.slug, jti, HOME));
    await volunteer.act.exchange(ward.slug);
    expect(await check(phone, text)).toMatchObject({ standing: { state: "retracted" } });
  });

  test("a stranger's device is unknown, whatever ward it names", async () => {
    const impostor = await createRealWard();
    await impostor.say(registration(HOME, "kp1/t01", 1, "Nguyễn Thị Ánh"));
    const forger = testPhone(impostor);
    await enrolled(impostor, forger);
    const ids = must(await forger.act.say(ward.slug, pledging(HOME)));
    const text = (await forger.act.statementText(ward.slug, ids[1] ?? ""))!.split("~")[0]!;
    expect(await check(await reader(), text)).toMatchObject({ signature: "unknown-device" });
    await impostor.remove();
  });

  test("another ward under the same name is not believed", async () => {
    const phone = await reader();
    const impostor = await createRealWard();
    await impostor.say(registration(HOME, "kp1/t01", 1, "Nguyễn Thị Ánh"));
    const forger = testPhone(impostor);
    await enrolled(impostor, forger);
    const ids = must(await forger.act.say(ward.slug, pledging(HOME)));
    const text = (await forger.act.statementText(ward.slug, ids[1] ?? ""))!.split("~")[0]!;
    const fooled = phone.tab({ fetch: (url, init) => impostor.fetch(url, init) });
    expect(await check(fooled, text)).toMatchObject({ signature: "wrong-ward-key" });
    await impostor.remove();
  });

  test("a ward that is not at this address is named so", async () => {
    const elsewhere = await createRealWard("phuong-khac");
    await elsewhere.say(registration(HOME, "kp1/t01", 1, "Nguyễn Thị Ánh"));
    const other = testPhone(elsewhere);
    await enrolled(elsewhere, other);
    const ids = must(await other.act.say("phuong-khac", pledging(HOME)));
    const text = (await other.act.statementText("phuong-khac", ids[1] ?? ""))!.split("~")[0]!;
    expect(await check(await reader(), text)).toMatchObject({ signature: "unknown-ward" });
    await elsewhere.remove();
  });
});

test("a receipt from before its device was revoked stays good; one of after it does not", async () => {
  const before = await receipt();
  ward.time += 3_600_000;
  const kid = (await now(volunteer.watch.memberships()))[0]!.device!;
  const revoked: Draft = {
    type: "device.revoked",
    sub: kid,
    body: { reason: "other", from: ward.time / 1000 },
  };
  await ward.say(revoked);
  const revokedAt = ward.time / 1000;
  ward.time += 3_600_000;
  const after = await receipt({ sent: false });
  const phone = await reader();
  expect(await check(phone, before)).toMatchObject({
    signature: "good",
    revokedAt,
    standing: { state: "counts" },
  });
  expect(await check(phone, after)).toMatchObject({ signature: "revoked", revokedAt, standing: null });
  loseCoverage();
  expect(await check(phone, before)).toMatchObject({ signature: "good", standing: { state: "unasked" } });
});

test("a receipt holds no name, and a statement that is no pledge is none", async () => {
  const text = await receipt();
  expect(Buffer.from(text.split(".")[1]!, "base64url").toString()).not.toMatch(/Trần|M1 1|Chủ hộ/);
  const [jti = ""] = must(
    await volunteer.act.say(ward.slug, [{ type: "visit.logged", sub: HOME, body: { outcome: "absent" } }]),
  );
  const visit = (await volunteer.act.statementText(ward.slug, jti))!.split("~")[0]!;
  expect(await check(await reader(), visit)).toMatchObject({
    signature: "good",
    words: null,
    standing: null,
  });
});
