import { compactDecrypt, importJWK } from "jose";
import { readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SharedFile } from "../../src/phone/api/carried.ts";
import { pull } from "../../src/phone/exchange/pull.ts";
import { seal } from "../../src/phone/store/seal.ts";
import { createClock } from "../../src/phone/time/clock.ts";
import { formatParcelFile } from "../../src/wire/parcel-file.ts";
import { jpeg, nameOf, paperPledge } from "../server/photos.ts";
import { newId } from "../server/speaker.ts";
import { absence, createRealWard, registration, type RealWard } from "./real-ward.ts";
import { enrolled, must, now, testPhone, type TestPhone } from "./test-phone.ts";

let ward: RealWard;
let author: TestPhone;
let carrier: TestPhone;
const household = newId();

beforeEach(async () => {
  ward = await createRealWard();
  await ward.say(registration(household, "kp1/t01", 7, "Võ Thị Bảy"));
  [author, carrier] = [testPhone(ward), testPhone(ward)];
  await enrolled(ward, author);
  await enrolled(ward, carrier, { areas: ["kp2"] });
  for (const phone of [author, carrier]) await phone.act.exchange(ward.slug);
});
afterEach(() => ward.remove());

const photo = jpeg(30_000);

/** Two records and a photo, without coverage. */
async function written(): Promise<SharedFile> {
  const drafts = paperPledge(household, photo).map((draft) => ({ jti: newId(), ...draft }));
  const photos = [{ of: drafts[1]?.jti ?? "", bytes: new Uint8Array(photo) }];
  must(await author.act.say(ward.slug, drafts, undefined, photos));
  return must(await author.act.parcelFile(ward.slug));
}

const file = (text: string) => new Blob([text]);
const logged = async () => {
  const rows = await ward.station().db.selectFrom("statements").select(["type", "jti"]).execute();
  return rows.filter(({ type }) => type === "pledge.signed" || type === "consent.given");
};

test("a file says ward, count and sizes; what is inside only the ward's seal key opens", async () => {
  const { name, text } = await written();
  expect(name).toBe("so-gui-2026-11-23-1000.stq");
  const [head, ...parcels] = text.trimEnd().split("\n");
  expect(JSON.parse(head ?? "")).toEqual({ stq: 1, ward: ward.slug, count: 3 });
  expect(parcels).toHaveLength(3);
  // By `jose` alone, with the key as the ward keeps it.
  const keys = JSON.parse(
    readFileSync(join(ward.station().dataDir, "keys", `${ward.slug}.json`), "utf8"),
  ) as Record<string, Record<string, string>>;
  const key = await importJWK(keys["seal"] ?? {}, "ECDH-ES");
  const opened = await Promise.all(parcels.map((jwe) => compactDecrypt(jwe, key)));
  expect(opened.map(({ protectedHeader }) => protectedHeader)).toEqual(
    opened.map(() => ({ alg: "ECDH-ES", enc: "A256GCM", epk: expect.any(Object) })),
  );
  expect(Buffer.from(opened[2]?.plaintext ?? []).equals(photo)).toBe(true);
  expect(new TextDecoder().decode(opened[0]?.plaintext)).toMatch(/^eyJ.*~$/);
});

test("a carrier hands it on once, however often and whoever else does, and the author learns of it by a pull", async () => {
  const { text } = await written();
  expect(must(await carrier.act.carry(file(text)))).toMatchObject({ ward: ward.slug, count: 3, missing: 0 });
  must(await carrier.act.carry(file(text)));
  expect((await now(carrier.watch.carried(ward.slug))).count).toBe(3);
  // The answer is lost on the first way.
  const clear = ward.obstruct(async (pass, { url }) => {
    const answer = await pass();
    if (url.endsWith("/parcels")) throw new TypeError("Failed to fetch");
    return answer;
  });
  await carrier.act.exchange(ward.slug);
  clear();
  expect((await now(carrier.watch.carried(ward.slug))).count).toBe(3);
  await carrier.act.exchange(ward.slug);
  expect(await now(carrier.watch.carried(ward.slug))).toEqual({ count: 0, size: 0 });
  expect(await logged()).toHaveLength(2);
  expect(await ward.station().attachments.list(ward.slug)).toEqual([nameOf(photo)]);
  // The author hears before it sends.
  const { env } = author;
  must(await pull({ env, clock: createClock(env.now) }, ward.slug));
  expect((await now(author.watch.outbox(ward.slug))).map(({ standing }) => standing)).toEqual([
    "received",
    "received",
  ]);
  await author.act.exchange(ward.slug);
  expect(await now(author.watch.sending(ward.slug))).toMatchObject({ unsent: 0, photos: 0 });
  expect(await logged()).toHaveLength(2);
});

test("a photo that comes before its statement is brought again later", async () => {
  const { text } = await written();
  const [, , , sealed = ""] = text.split("\n");
  must(await carrier.act.carry(file(formatParcelFile(ward.slug, [sealed]))));
  await carrier.act.exchange(ward.slug);
  expect((await now(carrier.watch.carried(ward.slug))).count).toBe(1);
  must(await author.act.carry(file(text)));
  await author.act.exchange(ward.slug);
  await carrier.act.exchange(ward.slug);
  expect((await now(carrier.watch.carried(ward.slug))).count).toBe(1);
  ward.time += 3_600_001;
  await carrier.act.exchange(ward.slug);
  expect((await now(carrier.watch.carried(ward.slug))).count).toBe(0);
});

test("what the ward rejected is let go at once: nobody but its author can mend it", async () => {
  const [jti = ""] = must(await author.act.say(ward.slug, [absence(household)]));
  const { text } = must(await author.act.parcelFile(ward.slug, jti));
  // Another statement under the same id came first.
  await ward.say({ ...absence(household), jti });
  must(await carrier.act.carry(file(text)));
  await carrier.act.exchange(ward.slug);
  expect(await now(carrier.watch.carried(ward.slug))).toEqual({ count: 0, size: 0 });
  await author.act.exchange(ward.slug);
  expect((await now(author.watch.outbox(ward.slug)))[0]).toMatchObject({ jti, standing: "rejected" });
});

test("what the ward cannot know the author of yet, after a restore, is brought again once it does", async () => {
  const copy = await ward.backUp();
  const lost = testPhone(ward);
  await enrolled(ward, lost);
  await lost.act.exchange(ward.slug);
  const office = testPhone(ward);
  await enrolled(ward, office, { role: "office", areas: [] });
  await office.act.exchange(ward.slug);
  const [jti = ""] = must(await lost.act.say(ward.slug, [absence(household)]));
  const { text } = must(await lost.act.parcelFile(ward.slug));
  must(await carrier.act.carry(file(text)));
  await ward.restore(copy);
  await carrier.act.exchange(ward.slug);
  expect((await now(carrier.watch.carried(ward.slug))).count).toBe(1);
  // The office knows who that was.
  await office.act.exchange(ward.slug);
  ward.time += 3_600_001;
  await carrier.act.exchange(ward.slug);
  expect((await now(carrier.watch.carried(ward.slug))).count).toBe(0);
  const rows = await ward
    .station()
    .db.selectFrom("statements")
    .select("jti")
    .where("jti", "=", jti)
    .execute();
  expect(rows).toHaveLength(1);
});

describe("a carrier that has little room left", () => {
  const MIB = 1024 * 1024;
  const EACH = 2.5 * MIB;
  /** Nobody opens them here; a carrier sees no more of a parcel than its size. */
  const parcels = (letter: string, total: number) =>
    formatParcelFile(
      ward.slug,
      Array.from(
        { length: total / EACH },
        (_, at) => `${letter}..b.c.${letter.repeat(EACH - 7 - String(at).length)}${at}`,
      ),
    );
  const size = async () => (await now(carrier.watch.carried(ward.slug))).size;

  test("counts the same file once", async () => {
    const text = parcels("a", 40 * MIB);
    for (let times = 0; times < 2; times += 1) must(await carrier.act.carry(file(text)));
    expect(await size()).toBe(40 * MIB);
    expect(await carrier.act.carry(file(parcels("b", 25 * MIB)))).toEqual({ ok: false, error: "full" });
    expect(await size()).toBe(40 * MIB);
  });

  test("lets what the ward could not use yet make room for what it was not offered, and no more than is needed", async () => {
    must(await carrier.act.carry(file(parcels("a", 40 * MIB))));
    must(await carrier.act.carry(file(parcels("b", 20 * MIB))));
    // As after an `early`.
    await carrier.db.parcels.filter(({ jwe }) => jwe.startsWith("a")).modify({ notBefore: ward.time + 1 });
    must(await carrier.act.carry(file(parcels("c", 20 * MIB))));
    // 80 would be 16 too many: seven of 2.5 have made room.
    expect(await size()).toBe(62.5 * MIB);
    const letters = (await carrier.db.parcels.toArray()).map(({ jwe }) => jwe[0]).join("");
    expect([..."abc"].map((letter) => letters.split(letter).length - 1)).toEqual([9, 8, 8]);
    // Even all that waits is too little for this one: nothing of it is taken, and nothing dropped.
    expect(await carrier.act.carry(file(parcels("d", 50 * MIB)))).toEqual({ ok: false, error: "full" });
    expect(await size()).toBe(62.5 * MIB);
  });
});

describe("one that is larger than the ward takes", () => {
  const huge = `${"a".repeat(20)}..b.c.${"d".repeat(3 * 1024 * 1024)}`;

  test("is not taken along, and keeps no other from its way", async () => {
    const { text } = await written();
    const [, ...lines] = text.trimEnd().split("\n");
    const taken = await carrier.act.carry(file(formatParcelFile(ward.slug, [huge, ...lines])));
    expect(must(taken)).toMatchObject({ count: 3, missing: 1 });
  });

  test("is let go where a phone has it all the same, and the others are handed on", async () => {
    const { text } = await written();
    must(await carrier.act.carry(file(text)));
    const rows = await carrier.db.parcels.toArray();
    const stuck = rows.slice(0, 1).map((row) => ({ ...row, id: "-", jwe: huge, size: huge.length }));
    await carrier.db.parcels.bulkPut(stuck);
    await carrier.act.exchange(ward.slug);
    expect(await now(carrier.watch.carried(ward.slug))).toEqual({ count: 0, size: 0 });
    expect(await logged()).toHaveLength(2);
    expect(await now(carrier.watch.sending(ward.slug))).toMatchObject({ problem: null });
  });
});

test("a ward that has lost its keys for a while loses nothing that is carried to it", async () => {
  const { text } = await written();
  must(await carrier.act.carry(file(text)));
  const move = (from: string, to: string) =>
    ward.whileStopped((dataDir) => renameSync(join(dataDir, from), join(dataDir, to)));
  await move("keys", "keys-away");
  await carrier.act.exchange(ward.slug);
  expect((await now(carrier.watch.carried(ward.slug))).count).toBe(3);
  expect((await now(carrier.watch.sending(ward.slug))).problem).toBe("unavailable");
  await move("keys-away", "keys");
  await carrier.act.exchange(ward.slug);
  expect((await now(carrier.watch.carried(ward.slug))).count).toBe(0);
  expect(await logged()).toHaveLength(2);
});

test("a file holds no more than a phone takes along: records first, and it says how many photos it lacks", async () => {
  const { text: small, left } = await written();
  expect(left).toBe(0);
  const [row] = await author.db.attachments.toArray();
  // Sealed they are a third longer: 30 of them find room.
  const bytes = new Uint8Array(jpeg(1_600_000));
  const more = Array.from({ length: 32 }, (_, at) => ({
    ...row!,
    jti: `${at}`,
    sealed: seal({ sha256: "", bytes }),
  }));
  await author.db.attachments.bulkPut(more);
  const full = must(await author.act.parcelFile(ward.slug));
  expect(full.left).toBeGreaterThan(0);
  expect(full.text.length).toBeLessThanOrEqual(64 * 1024 * 1024);
  const parcels = full.text.trimEnd().split("\n").length - 1;
  expect(parcels + full.left).toBe(32 + small.trimEnd().split("\n").length - 1);
  expect(must(await carrier.act.carry(file(full.text)))).toMatchObject({ count: parcels, missing: 0 });
});

test("one rejected record makes such a file by itself", async () => {
  const [jti = ""] = must(await author.act.say(ward.slug, [absence(household)]));
  must(await author.act.say(ward.slug, [absence(household)]));
  const { text } = must(await author.act.parcelFile(ward.slug, jti));
  expect(JSON.parse(text.split("\n")[0] ?? "")).toMatchObject({ count: 1 });
});

test("a file that is cut, damaged, foreign, huge or of another ward is told from the others", async () => {
  const { text } = await written();
  const lines = text.split("\n");
  const cut = text.slice(0, text.length - 20);
  expect(must(await carrier.act.carry(file(cut)))).toMatchObject({ count: 2, missing: 1 });
  const damaged = [lines[0], "???", lines[2], lines[3], ""].join("\n");
  expect(must(await carrier.act.carry(file(damaged)))).toMatchObject({ count: 2, missing: 1 });
  const errors = [];
  for (const one of [
    "%PDF-1.7",
    "",
    `${lines[0]}\n???\n`,
    formatParcelFile("phuong-khac", [lines[1] ?? ""]),
    "x".repeat(64 * 1024 * 1024 + 1),
  ]) {
    const taken = await carrier.act.carry(file(one));
    errors.push(taken.ok ? "taken" : taken.error);
  }
  expect(errors).toEqual(["foreign", "foreign", "damaged", "another-ward", "huge"]);
  expect(await author.act.parcelFile("phuong-khac")).toEqual({ ok: false, error: "no-key" });
});
