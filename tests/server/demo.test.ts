import { fork } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { compactVerify, importJWK } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Household } from "../../src/domain/household-facts.ts";
import { foldHousehold } from "../../src/domain/household.ts";
import { isDelivered, statusOf } from "../../src/domain/household/status.ts";
import type { Entry } from "../../src/domain/said.ts";
import { currentCampaign, type Campaign, type Ward } from "../../src/domain/ward-facts.ts";
import { foldWard } from "../../src/domain/ward.ts";
import { totalsByArea, totalsOf, waitingOf } from "../../src/domain/ward/totals.ts";
import { makeDevice } from "../../src/server/demo/demo-device.ts";
import { makeDemo, type Demo } from "../../src/server/demo/make-demo.ts";
import { enrol } from "../../src/server/enrol.ts";
import { createKeyRing } from "../../src/server/keys/keys.ts";
import { openStation, type Station } from "../../src/server/station.ts";
import { readRow, type LogRow } from "../../src/server/store/rows.ts";
import { verifyLog } from "../../src/server/verify/verify-log.ts";
import { findWard } from "../../src/server/wards/wards.ts";
import { makeStorePlace, type StorePlace } from "./store-place.ts";

const MONDAY = Date.parse("2026-11-23T10:00:00Z");
const HOURS = 3600;
const places: StorePlace[] = [];

describe("the demo ward", () => {
  let station: Station;
  let demo: Demo;
  let seen: Seen;

  beforeAll(async () => {
    station = await open(await newPlace(), MONDAY);
    demo = await make(station);
    seen = await look(station, MONDAY);
  });

  afterAll(() => station.close());

  test("has the households, people and areas of the published case, and says that it is a demo", () => {
    const totals = totalsOf(seen.counted);
    expect([totals.households, totals.members]).toEqual([1003, 3371]);
    const codes = seen.ward.areas.map(({ code }) => code);
    expect(codes.filter((code) => !code.includes("/"))).toEqual(["kp1", "kp2", "kp3"]);
    expect(codes.filter((code) => code.includes("/"))).toHaveLength(14);
    expect(seen.ward).toMatchObject({ demo: true, name: "Phường 3" });
    expect(seen.ward.covenants.map(({ area }) => area)).toEqual(["kp1", "kp2", "kp3"]);
    expect(seen.campaign.items).toHaveLength(8);
  });

  test("is a log without gaps in which nothing is held", async () => {
    expect(seen.rows.map(({ seq }) => seq)).toEqual(seen.rows.map((_, index) => index + 1));
    expect(await station.db.selectFrom("held").selectAll().execute()).toEqual([]);
    for (const kid of new Set(seen.rows.map((row) => row.kid))) {
      const numbers = seen.rows.filter((row) => row.kid === kid).map(({ n }) => n);
      expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
    }
  });

  test("was recorded before it was received, by hours at most, and not after now", () => {
    for (const { at, statement } of seen.entries) {
      const delay = (at ?? 0) / 1000 - statement.claims.iat;
      expect(delay).toBeGreaterThanOrEqual(0);
      expect(delay).toBeLessThan(6 * HOURS);
      expect(at).toBeLessThanOrEqual(MONDAY);
    }
    const order = seen.rows.map(({ at }) => at);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(MONDAY - Math.min(...order)).toBeGreaterThan(42 * 24 * HOURS * 1000);
  });

  test("is signed by keys that the ward key made known, as jose sees it", async () => {
    for (const { statement } of seen.entries) {
      const key = seen.ward.devices[statement.kid]?.key ?? seen.ward.keys?.sign;
      await compactVerify(statement.jws, await importJWK({ ...key }, "ES256"), { algorithms: ["ES256"] });
      const digests = statement.disclosures.map(({ text }) =>
        createHash("sha256").update(text).digest("base64url"),
      );
      expect(digests.sort()).toEqual([...(statement.claims._sd ?? [])].sort());
    }
    const people = Object.values(seen.ward.devices).map(({ role }) => role);
    expect(people.filter((role) => role === "volunteer")).toHaveLength(7);
    expect(people.filter((role) => role === "office")).toHaveLength(1);
  });

  test("comes out the same when it is said anew", async () => {
    const ward = await findWard(station.db, "phuong-3");
    if (!ward) throw new Error("no ward");
    const flaws = [];
    for await (const flaw of verifyLog(station.db, ward)) flaws.push(flaw);
    expect(flaws).toEqual([]);
  });

  test("has come a good part of the way, furthest in khu phố 1", () => {
    const { delivered, signed, refused, again } = totalsOf(seen.counted);
    expect(delivered / 1003).toBeCloseTo(0.74, 1);
    expect(signed / 1003).toBeCloseTo(0.58, 1);
    expect(refused).toBeGreaterThan(9);
    expect(refused).toBeLessThan(21);
    expect(again).toBeGreaterThan(20);
    const shares = totalsByArea(seen.counted).map(({ totals }) => totals.signed / totals.households);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    for (const { totals } of totalsByArea(seen.counted))
      expect(totals.none + totals.again).toBeGreaterThan(30);
  });

  test("leaves the office something to settle, and volunteers appointments in the days to come", () => {
    const waiting = waitingOf(seen.counted, MONDAY / 1000);
    expect(waiting.conflicts).toBe(2);
    expect(waiting.overdue).toBeGreaterThan(0);
    expect(waiting.signedLately).toBeGreaterThan(50);
    const coming = seen.counted.filter(({ status }) => (status.appointment ?? 0) > MONDAY / 1000);
    expect(coming.length).toBeGreaterThan(20);
    const taken = seen.households.flatMap(({ diary }) => diary).filter(({ retracted }) => retracted);
    expect(taken).toHaveLength(6);
  });

  test("meets by day nobody who trades elsewhere by day", () => {
    const away = seen.households.filter(({ note = "" }) => /^(Ban ngày|Đi làm)/.test(note));
    const met = away
      .flatMap(({ diary }) => diary)
      .filter(({ type, body }) => type === "pledge.signed" || body["outcome"] === "comeBack");
    const hours = met.map(({ iat }) => new Date((iat + 7 * HOURS) * 1000).getUTCHours());
    expect(hours.length).toBeGreaterThan(10);
    expect(Math.min(...hours)).toBeGreaterThanOrEqual(18);
  });

  test("signs with strokes that differ, small and inside the box", () => {
    const strokes = seen.households.flatMap(({ pledges }) => pledges.map((pledge) => pledge.strokes ?? ""));
    expect(new Set(strokes).size).toBe(strokes.length);
    for (const path of strokes) {
      expect(path.length).toBeLessThan(2048);
      const numbers = (path.match(/-?\d+/g) ?? []).map(Number);
      expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...numbers.filter((_, index) => index % 2 === 0))).toBeLessThanOrEqual(340);
      expect(Math.max(...numbers.filter((_, index) => index % 2 === 1))).toBeLessThanOrEqual(200);
    }
  });

  test("has consent behind every pledge, and opinions with and without an answer", () => {
    for (const { pledges, consents } of seen.households) {
      const given = new Set(consents.map(({ jti }) => jti));
      for (const { consent, agreed, declined } of pledges) {
        expect(given).toContain(consent);
        expect(agreed.length + declined.length).toBe(8);
      }
    }
    const opinions = seen.households.flatMap((household) => household.opinions);
    expect(opinions.some(({ answer }) => answer !== undefined)).toBe(true);
    expect(opinions.some(({ answer }) => answer === undefined)).toBe(true);
    expect(seen.ward.answers.length).toBeGreaterThan(4);
    expect(seen.ward.meetings).toHaveLength(3);
    expect(seen.ward.records.filter(({ type }) => type === "contribution.recorded")).toHaveLength(9);
  });

  test("observes the figures of the published case", () => {
    const share = (indicator: string, period: string) => {
      const found = seen.ward.observations.find(
        (one) => one.about === "phuong-3" && one.indicator === indicator && one.period === period,
      );
      return (((found?.numerator ?? 0) / (found?.denominator ?? 1)) * 100).toFixed(2);
    };
    expect([share("flags", "2025"), share("flags", "2026")]).toEqual(["70.00", "81.85"]);
    expect([share("waste", "2025"), share("waste", "2026")]).toEqual(["93.00", "98.06"]);
    expect(share("land-tax", "2026")).toBe("195.20");
  });

  test("invites three volunteers and the office, each by a code that enrols", async () => {
    expect(demo.ward).toBe("phuong-3");
    expect(demo.residentUrl).toBe("http://demo.test/so-tay/phuong-3");
    expect(demo.links.map(({ who }) => who)).toEqual(["Khu phố 1", "Khu phố 2", "Khu phố 3", "Văn phòng"]);
    const roles = [];
    for (const { url } of demo.links) {
      const [, code = ""] = /^http:\/\/demo\.test\/vao#phuong-3\.([\w-]{22})$/.exec(url) ?? [];
      const device = await makeDevice((bytes) => new Uint8Array(randomBytes(bytes)));
      const ward = await findWard(station.db, "phuong-3");
      if (!ward) throw new Error("no ward");
      const proof = await device.prove("phuong-3", code, MONDAY / 1000);
      const request = { invite: code, publicKey: device.publicKey, name: "Máy thử", proof };
      const enrolled = await enrol(station, ward, request);
      if (!enrolled.ok) throw new Error(enrolled.error);
      roles.push([enrolled.value.role, ...enrolled.value.areas]);
    }
    expect(roles).toEqual([["volunteer", "kp1"], ["volunteer", "kp2"], ["volunteer", "kp3"], ["office"]]);
  });

  test("is made in an empty store only", async () => {
    const before = await countRows(station);
    await expect(make(station)).rejects.toThrow("the store holds a ward");
    expect(await countRows(station)).toBe(before);
  });
});

describe("making the demo", () => {
  let station: Station | undefined;

  afterEach(async () => {
    await station?.close();
    station = undefined;
  });

  test("tells the same weeks each time, with other ids", async () => {
    const tellings = [];
    for (let time = 0; time < 2; time++) {
      const fresh = await open(await newPlace(), MONDAY);
      await make(fresh);
      const { rows, entries } = await look(fresh, MONDAY);
      const told = entries.map(({ statement: { claims, disclosures } }) => {
        const words = disclosures.map(({ name, value }) => `${name}: ${String(value)}`);
        return [claims.type, claims.iat, ...words.filter((line) => !line.startsWith("household: "))].join(
          " ",
        );
      });
      tellings.push({ told, ids: rows.map(({ jti }) => jti) });
      await fresh.close();
    }
    expect(tellings[0]?.told).toEqual(tellings[1]?.told);
    const first = new Set(tellings[0]?.ids);
    expect(tellings[1]?.ids.filter((id) => first.has(id))).toEqual([]);
  });

  test.each(["2025-02-02T16:59:00Z", "2026-10-14T00:30:00Z", "2027-07-04T12:00:00Z"])(
    "works on any day: %s",
    async (day) => {
      const now = Date.parse(day);
      station = await open(await newPlace(), now);
      await make(station);
      const { rows, campaign, counted } = await look(station, now);
      expect(Math.max(...rows.map(({ at }) => at))).toBeLessThanOrEqual(now);
      expect(totalsOf(counted).signed / 1003).toBeCloseTo(0.58, 1);
      const today = day.slice(0, 10);
      expect(campaign.from < today && today < campaign.to).toBe(true);
    },
  );

  test("starts clean after it was killed, and clears away what was left", async () => {
    const place = await newPlace();
    const { dataDir } = place;
    const words = [dataDir, place.database?.url ?? ""];
    const child = fork(join(import.meta.dirname, "demo-process.mjs"), words, { execArgv: [] });
    expect((await once(child, "message"))[0]).toBe("signed");
    child.kill("SIGKILL");
    await once(child, "exit");
    expect((await readdir(dataDir)).filter((name) => name.startsWith("demo-making-"))).toHaveLength(1);

    station = await open(place, MONDAY);
    expect(await countRows(station)).toBe(0);
    await make(station);
    expect(totalsOf((await look(station, MONDAY)).counted).households).toBe(1003);
    expect((await readdir(dataDir)).filter((name) => name.startsWith("demo-making-"))).toEqual([]);
  });

  test("lays a key aside that an earlier store of this folder had, and never overwrites it", async () => {
    const place = await newPlace();
    const { dataDir } = place;
    const old = await createKeyRing(dataDir).findOrMake("phuong-3");
    await mkdir(join(dataDir, "demo-making-left"));
    station = await open(place, MONDAY);
    await make(station);
    const { ward } = await look(station, MONDAY);
    expect(ward.keys?.sign).toEqual((await createKeyRing(dataDir).find("phuong-3"))?.sign);
    expect(ward.keys?.sign).not.toEqual(old.sign);
    expect((await readdir(join(dataDir, "keys"))).sort()).toEqual([
      "phuong-3.json",
      `phuong-3.json.${MONDAY}`,
    ]);
  });
});

afterAll(() => Promise.all(places.map((place) => place.remove())));

interface Seen {
  readonly rows: readonly LogRow[];
  readonly entries: readonly Entry[];
  readonly ward: Ward;
  readonly campaign: Campaign;
  readonly households: readonly Household[];
  readonly counted: Parameters<typeof totalsByArea>[0];
}

async function newPlace(): Promise<StorePlace> {
  const place = await makeStorePlace();
  places.push(place);
  return place;
}

async function open(place: StorePlace, now: number): Promise<Station> {
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const opened = await openStation({ ...place, random, now: () => now });
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
}

function make({ db, dataDir, now }: Station): Promise<Demo> {
  return makeDemo({ db, dataDir, now, origin: "http://demo.test", log: () => undefined });
}

async function countRows({ db }: Station): Promise<number> {
  return (await db.selectFrom("statements").select("seq").execute()).length;
}

/** Reads the whole log back and folds it as the office's phone does. */
async function look({ db }: Station, now: number): Promise<Seen> {
  const rows = await db.selectFrom("statements").selectAll().where("at", "<=", now).orderBy("seq").execute();
  const entries = rows.map((row): Entry => ({
    seq: row.seq,
    at: row.at,
    standing: "log",
    statement: readRow(row),
  }));
  const ward = foldWard("phuong-3", entries);
  const campaign = currentCampaign(ward);
  if (!campaign) throw new Error("no campaign runs");
  const byPlace = new Map<string, Entry[]>();
  for (const [index, { place }] of rows.entries()) {
    const entry = entries[index];
    if (entry) byPlace.set(place, [...(byPlace.get(place) ?? []), entry]);
  }
  const ids = rows.filter(({ type }) => type === "household.registered").map(({ sub }) => sub);
  const households = ids.map((id) => foldHousehold(id, byPlace.get(id) ?? [], (kid) => ward.devices[kid]));
  const counted = households.map((household) => ({
    area: household.area ?? "",
    members: household.members,
    delivered: isDelivered(household, campaign),
    status: statusOf(household, campaign),
  }));
  return { rows, entries, ward, campaign, households, counted };
}
