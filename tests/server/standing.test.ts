import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { createSightings, readApp, readUnsent } from "../../src/server/http/sightings.ts";
import type { DeviceStanding } from "../../src/wire/answers.ts";
import { openHouse, WARD, type House, type Phone } from "./house.ts";
import { absence } from "./small-ward.ts";

// GET …/devices/standing: how each device stands, for the office.

let house: House;
let office: Phone;
let volunteer: Phone;
beforeEach(async () => {
  house = await openHouse();
  office = await house.enrolled("office");
  volunteer = await house.enrolled("volunteer", ["kp1"]);
});
afterEach(() => house.remove());

async function standing(of = volunteer): Promise<DeviceStanding | undefined> {
  const answer = await office.call("GET", "/devices/standing");
  const { devices } = answer.json<{ readonly devices: readonly DeviceStanding[] }>();
  return devices.find(({ device }) => device === of.kid);
}

const seconds = () => Math.floor(house.clock.ms / 1000);

test("a device that was never heard of stands there with nothing", async () => {
  expect(await standing()).toEqual({
    device: volunteer.kid,
    highest: 0,
    missing: [],
    missingCount: 0,
    sentAt: null,
    heardAt: null,
    version: null,
    clockOffset: null,
    unsent: null,
    revoked: false,
    copied: false,
  });
});

test("its last push, its last call, its version and its clock are told as it says itself", async () => {
  const pushed = seconds();
  const text = await volunteer.say(absence(house.households[0]));
  await volunteer.call(
    "POST",
    "/statements",
    { statements: [text] },
    { "so-tay-app": "0.1.0+abc;offset=-340" },
  );
  house.clock.ms += 90_000;
  await volunteer.call("GET", "/statements?after=0", undefined, { "so-tay-app": "0.2.0+def" });
  expect(await standing()).toMatchObject({
    highest: 1,
    sentAt: pushed,
    heardAt: pushed + 90,
    version: "0.2.0+def",
    clockOffset: -340,
  });
});

test("what still waits on it is told as it said last, and holds until it says something else", async () => {
  const since = seconds() - 2 * 86_400;
  const pull = (unsent?: string) =>
    volunteer.call("GET", "/statements?after=0", undefined, unsent ? { "so-tay-unsent": unsent } : {});
  await pull(`12;photos=3;since=${since}`);
  const told = { statements: 12, photos: 3, since };
  expect(await standing()).toMatchObject({ unsent: told });
  // Nothing, nonsense, and more than anybody has: each is answered, and changes nothing.
  for (const other of [undefined, "many", "9999999;photos=0;since=0", "1;photos=0", "-1;photos=0;since=0"]) {
    expect((await pull(other)).status).toBe(200);
    expect(await standing()).toMatchObject({ unsent: told });
  }
  await pull("0;photos=0;since=0");
  expect(await standing()).toMatchObject({ unsent: { statements: 0, photos: 0, since: 0 } });
});

test("a call that was refused tells nothing", async () => {
  await volunteer.call("GET", "/held", undefined, { "so-tay-unsent": "1;photos=0;since=1" });
  expect(await standing()).toMatchObject({ heardAt: null, unsent: null });
});

test("no volunteer is told, nor somebody without a token", async () => {
  expect((await volunteer.call("GET", "/devices/standing")).slug).toBe("forbidden");
  const open = await house.ask({ method: "GET", url: "/api/wards/phuong-thu/devices/standing" });
  expect(open.slug).toBe("no-token");
});

test("a copied device is told so on every push and page from then on", async () => {
  const [one, other] = [
    await volunteer.say(absence(house.households[0]), { n: 1 }),
    await volunteer.say(absence(house.households[1]), { n: 1 }),
  ];
  expect((await volunteer.push(one)).copied).toBeUndefined();
  expect((await volunteer.page()).end.copied).toBeUndefined();
  expect((await volunteer.push(other)).copied).toBe(true);
  expect((await volunteer.push(one)).copied).toBe(true);
  expect((await volunteer.page()).end.copied).toBe(true);
  expect((await office.page()).end.copied).toBeUndefined();
  expect(await standing()).toMatchObject({ copied: true });
});

describe("sightings", () => {
  test("are written once a minute, together, and told before that too", async () => {
    const rows = () => house.station.db.selectFrom("devices_seen").selectAll().execute();
    const sightings = createSightings({ db: house.station.db, now: () => house.clock.ms });
    for (const isPush of [true, false, false]) {
      const unsent = isPush ? "2;photos=0;since=7" : undefined;
      sightings.note("phuong-thu", volunteer.kid, { isPush, app: "0.1.0", unsent });
      house.clock.ms += 1000;
    }
    expect(await rows()).toEqual([]);
    const told = {
      heardAt: seconds() - 1,
      sentAt: seconds() - 3,
      version: "0.1.0",
      clockOffset: null,
      unsent: { statements: 2, photos: 0, since: 7 },
    };
    expect(await sightings.list("phuong-thu")).toEqual(new Map([[volunteer.kid, told]]));
    await sightings.flush();
    expect(await rows()).toHaveLength(1);
    // Another process, which saw only a pull.
    const other = createSightings({ db: house.station.db, now: () => house.clock.ms });
    other.note("phuong-thu", volunteer.kid, { isPush: false, app: undefined, unsent: undefined });
    await other.flush();
    expect(await sightings.list("phuong-thu")).toEqual(
      new Map([[volunteer.kid, { ...told, heardAt: seconds() }]]),
    );
    const saysNothingWaits = { isPush: false, app: undefined, unsent: "0;photos=0;since=0" };
    other.note("phuong-thu", volunteer.kid, saysNothingWaits);
    await other.flush();
    expect((await sightings.list("phuong-thu")).get(volunteer.kid)?.unsent).toEqual({
      statements: 0,
      photos: 0,
      since: 0,
    });
  });

  test.each([
    ["0;photos=0;since=0", { statements: 0, photos: 0, since: 0 }],
    [
      "999999;photos=999999;since=99999999999",
      { statements: 999_999, photos: 999_999, since: 99_999_999_999 },
    ],
    ["1000000;photos=0;since=0", null],
    ["1;photos=0;since=100000000000", null],
    ["1; photos=0; since=0", null],
    ["", null],
    [undefined, null],
    [["1;photos=0;since=0"], null],
  ])("read of what is said to wait, %s, what can be", (header, unsent) => {
    expect(readUnsent(header)).toEqual(unsent);
  });

  test.each([
    [undefined, null, null],
    ["", null, null],
    ["0.1.0+abc;offset=-340", "0.1.0+abc", -340],
    ["0.1.0", "0.1.0", null],
    ["0.1.0;offset=x", null, null],
    ["<script>", null, null],
    [`${"9".repeat(41)}`, null, null],
  ])("read of the header %s what it may say", (header, version, clockOffset) => {
    expect(readApp(header)).toEqual({ version, clockOffset });
  });
});

test("when a household opened the app, or who only looks on, nobody is told, and nothing is noted", async () => {
  const home = await house.enrolled("household", [], { household: house.households[0] });
  const viewer = await house.enrolled("viewer", ["kp1"]);
  const told = { "so-tay-app": "0.1.0+abc;offset=-340", "so-tay-unsent": "1;photos=0;since=1" };
  for (const one of [home, viewer]) await one.call("GET", "/statements", undefined, told);
  for (const one of [home, viewer])
    expect(await standing(one)).toMatchObject({ heardAt: null, sentAt: null, unsent: null });
  const sightings = createSightings({ db: house.station.db, now: () => house.clock.ms });
  for (const { kid } of [home, viewer, volunteer])
    sightings.note(WARD, kid, { isPush: false, app: undefined, unsent: undefined });
  await sightings.flush();
  const noted = await house.station.db.selectFrom("devices_seen").select("kid").execute();
  expect(noted.map(({ kid }) => kid)).toEqual([volunteer.kid]);
  // What it sends stands in the log anyway, and with it the version that it runs.
  await home.call("POST", "/statements", { statements: ["x"] }, { "so-tay-app": "0.1.0+abc;offset=-340" });
  expect(await standing(home)).toMatchObject({ heardAt: null, sentAt: seconds(), version: "0.1.0+abc" });
});
