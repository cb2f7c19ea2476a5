import { randomBytes, webcrypto } from "node:crypto";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CompactEncrypt, importJWK } from "jose";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { parseStatement } from "../../src/domain/statement.ts";
import type { PublicKey } from "../../src/domain/ward-facts.ts";
import { trust } from "../../src/phone/trust/trust.ts";
import { createAcceptor } from "../../src/server/accept.ts";
import { publicHalf } from "../../src/server/check/key-file.ts";
import { createKeyRing, type WardKeys } from "../../src/server/keys/keys.ts";
import { say, signAll } from "../../src/server/keys/say.ts";
import { openStation, type Station } from "../../src/server/station.ts";
import type { Verdict } from "../../src/wire/answers.ts";
import { createFoundedWard, type CommandLine } from "./command-line.ts";
import { describeWard, enrolment } from "./small-ward.ts";
import { createSpeaker } from "./speaker.ts";

let cli: CommandLine;
beforeEach(async () => {
  cli = await createFoundedWard();
});
afterEach(() => cli.remove());

describe("a new key of the ward", () => {
  test("is named by the former one, says so itself, and all else stays as it was said", async () => {
    const before = await keys();
    const described = (await said()).findLast(({ type }) => type === "ward.described");
    const told = await cli.run(["rekey", "thu"]);
    const { kid } = before.signer;
    expect(told).toMatchObject({ code: 0, out: ["ward.described thu", `device.revoked ${kid}`] });
    expect(told.err).toContain("sao lưu");
    const after = await keys();
    expect(told.err).toContain(after.signer.kid);
    const body = { ...described?.body, keys: { sign: after.sign, seal: after.seal } };
    expect((await said()).slice(-3)).toMatchObject([
      { kid, type: "ward.described", body },
      { kid: after.signer.kid, type: "ward.described", body },
      { kid: after.signer.kid, type: "device.revoked", sub: kid },
    ]);
    expect(after.seal).not.toEqual(before.seal);
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
    expect((await cli.run(["verify", "thu"])).err).toContain("nguyên vẹn");
    expect((await cli.run(["export", "thu", join(cli.dir, "ra")])).code).toBe(0);
  });

  test("signs from then on, and what was sealed to a former one still opens", async () => {
    const seals = [(await keys()).seal];
    for (let change = 0; change < 2; change += 1) {
      await cli.run(["rekey", "thu"]);
      seals.push((await keys()).seal);
    }
    const { kid } = (await keys()).signer;
    await cli.enrolled("thu", ["kp1"]);
    await cli.run(["describe", "thu", "--basis", "Căn cứ khác."]);
    expect((await said()).slice(-2)).toMatchObject([{ kid, type: "device.enrolled" }, { kid }]);
    for (const seal of seals) expect(await unsealed(seal)).toBe("x");
  });

  test("is followed by whoever pinned the first one, two changes later, with the devices of each", async () => {
    const phones = [await cli.enrolled("thu", ["kp1"])];
    for (let change = 0; change < 2; change += 1) {
      await cli.run(["rekey", "thu"]);
      phones.push(await cli.enrolled("thu", ["kp1"]));
    }
    const all = (await said()).map(({ statement }) => ({ statement }));
    const [first] = all;
    const pin = {
      kid: first!.statement.kid,
      key: publicHalf((first!.statement.claims.body["keys"] as { sign: JsonWebKey }).sign),
    };
    const trusted = await trust(webcrypto.subtle as SubtleCrypto, all.slice(1), [pin], () => undefined);
    expect(trusted.ok && trusted.value.pins.map(({ kid }) => kid).at(-1)).toBe((await keys()).signer.kid);
    const subs = trusted.ok ? trusted.value.items.map(({ statement }) => statement.claims.sub) : [];
    for (const { kid } of phones) expect(subs).toContain(kid);
  });

  test("is used by a server that runs on, and by two that are told to make one at once", async () => {
    const station = await open();
    const before = (await station.keys.find("thu"))!;
    await Promise.all([cli.run(["rekey", "thu"]), cli.run(["rekey", "thu"])]);
    const phone = await createSpeaker("thu");
    const told = await say(station, "thu", before, [enrolment(phone, "volunteer", ["kp1"])]);
    await station.close();
    expect(told.ok && told.value.map(({ verdict }) => verdict.status)).toEqual(["accepted"]);
    expect((await said()).at(-1)?.kid).toBe((await keys()).signer.kid);
    expect((await cli.run(["verify", "thu"])).code).toBe(0);
  });
});

describe("cut off", () => {
  test.each([
    ["before the log has heard of it, the former key speaks", 0],
    ["after, the new one does", 1],
  ])("%s, and the same command finishes with the same keys", async (_, change) => {
    const [before, plain] = [await keys(), readFileSync(keyFile(), "utf8")];
    const station = await open();
    await station.keys.prepare("thu");
    await station.close();
    const prepared = readFileSync(keyFile(), "utf8");
    const next = (await keys()).next!;
    if (change === 1) {
      await cli.run(["rekey", "thu"]);
      writeFileSync(keyFile(), prepared);
    }
    await cli.enrolled("thu", ["kp1"]);
    expect((await said()).at(-1)?.kid).toBe([before, next][change]?.signer.kid);
    for (const { seal } of [before, next]) expect(await unsealed(seal)).toBe("x");
    expect(await cli.run(["rekey", "thu"])).toMatchObject({ code: 0, out: { length: 2 } });
    const after = await keys();
    expect(after.signer.kid).toBe(next.signer.kid);
    expect(after).toMatchObject({ next: null, succession: { length: 3 } });
    expect(readFileSync(keyFile(), "utf8")).not.toBe(plain);
    expect((await said()).filter(({ type }) => type === "device.revoked")).toHaveLength(1);
    expect((await cli.run(["verify", "thu"])).code).toBe(0);
  });
});

describe("whoever has copied the key", () => {
  test("names another one in its place too late once the ward has done so", async () => {
    const stolen = await keys();
    await cli.run(["rekey", "thu"]);
    expect(await push(stolen, await createSpeaker("thu"))).toMatchObject([{ reason: "not-ward-key" }]);
    await cli.enrolled("thu", ["kp1"]);
  });

  test("names another one, which is not here: that waits, and the ward goes on", async () => {
    const stolen = await keys();
    expect(await push(stolen, await createSpeaker("thu"))).toEqual([
      { status: "held", reason: "foreign-key" },
    ]);
    await cli.enrolled("thu", ["kp1"]);
    expect((await cli.run(["rekey", "thu"])).code).toBe(0);
    expect((await cli.run(["verify", "thu"])).code).toBe(0);
  });

  test("and was believed by the log leaves the keys here as they are, and a word about it", async () => {
    const [stolen, file] = [await keys(), readFileSync(keyFile(), "utf8")];
    expect(await push(stolen, await createSpeaker("thu"), false)).toMatchObject([{ status: "accepted" }]);
    const told = await cli.run(["rekey", "thu"]);
    expect(told).toMatchObject({ code: 1, out: [] });
    expect(told.err).toContain("README");
    expect(readFileSync(keyFile(), "utf8")).toBe(file);
    const { err } = await cli.run(["serve"], { PORT: "0" });
    expect(err).toContain("một khoá không có");
  });
});

/** What somebody with the ward's key says: another one in its place. Where nobody looks, the log believes it. */
async function push(
  by: WardKeys,
  next: Awaited<ReturnType<typeof createSpeaker>>,
  looks = true,
): Promise<readonly Verdict[]> {
  const station = await open();
  const statements = await signAll(station, "thu", by, [describeWard("thu", next)]);
  const { db, now } = station;
  const acceptor = looks ? station.acceptor : createAcceptor({ db, now, onCommit: () => undefined });
  const answer = await acceptor.push(
    "thu",
    statements.map(({ jws }) => `${jws}~`),
  );
  await acceptor.settle();
  await station.close();
  if (!answer.ok) throw new Error(answer.error);
  return answer.value.results;
}

async function open(): Promise<Station> {
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const opened = await openStation({ ...cli.place, now: Date.now, random });
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
}

/** What comes out of what somebody seals to this key. */
async function unsealed(seal: PublicKey): Promise<string> {
  const to = await importJWK({ ...seal }, "ECDH-ES");
  const sealing = new CompactEncrypt(Buffer.from("x"));
  const jwe = await sealing.setProtectedHeader({ alg: "ECDH-ES", enc: "A256GCM" }).encrypt(to);
  return Buffer.from((await (await keys()).unseal(jwe)) ?? []).toString();
}

function keyFile(): string {
  return join(cli.place.dataDir, "keys", "thu.json");
}

async function keys(): Promise<WardKeys> {
  const found = await createKeyRing(cli.place.dataDir).find("thu");
  if (!found) throw new Error("no keys");
  return found;
}

/** The log, with who said what. */
async function said() {
  const store = await cli.place.open();
  const rows = await store.db
    .selectFrom("statements")
    .selectAll()
    .where("ward", "=", "thu")
    .orderBy("seq")
    .execute();
  await store.close();
  return rows.map(({ kid, type, sub, jws, disclosures }) => {
    const read = parseStatement(`${jws}~${disclosures}`);
    if (!read.ok) throw new Error(read.error);
    return { kid, type, sub, body: read.value.claims.body, statement: read.value };
  });
}
