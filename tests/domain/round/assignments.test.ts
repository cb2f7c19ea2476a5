import { expect, test } from "vitest";
import { sendingDrafts, sendingUndone } from "../../../src/domain/round/assign.ts";
import { assignmentsOn, loadsOf, type AssignedHousehold } from "../../../src/domain/round/assignments.ts";
import type { Device, WardRecord } from "../../../src/domain/ward-facts.ts";
import { id, kid } from "../statements.ts";

const [SAU, BA] = [id(601), id(602)];
const areas = ["kp1", "kp1/t01", "kp2", "kp2/t06", "kp2/t07", "kp2/t08"].map((code) => ({
  code,
  name: code,
  kind: "",
}));

const device = (number: number, person: string, own: string[], more: Partial<Device> = {}): Device => ({
  kid: kid(number),
  key: { kty: "EC", crv: "P-256", x: "", y: "" },
  role: "volunteer",
  areas: own,
  households: [],
  person,
  household: null,
  invite: "",
  deviceName: undefined,
  personName: undefined,
  enrolledAt: 0,
  revokedSeq: null,
  ...more,
});
const devicesOf = (...some: Device[]) => Object.fromEntries(some.map((one) => [one.kid, one]));
const assigned = (number: number, person: string, from = "2026-11-01", to = "2026-11-30") => ({
  jti: id(number),
  kid: kid(9),
  at: number,
  seq: number,
  type: "round.assigned",
  sub: "",
  body: { person, from, to },
  personal: {},
});
const ofArea = (sub: string, record: ReturnType<typeof assigned>): WardRecord => ({ ...record, sub });
const household = (
  number: number,
  area: string,
  word: AssignedHousehold["status"]["word"] = "none",
  records?: AssignedHousehold["records"],
): AssignedHousehold => ({ id: id(number), area, status: { word }, records });

test("the nearest word holds, of two about one place the later, and only in its days", () => {
  const households = [household(1, "kp2/t07", "none", [assigned(7, BA)]), household(2, "kp2/t07")];
  const records = [
    ofArea("kp2", assigned(1, BA)),
    ofArea("kp2/t07", assigned(2, BA)),
    ofArea("kp2/t07", assigned(3, SAU)),
    ofArea("kp2/t07", assigned(4, BA, "2026-12-01", "2026-12-31")),
  ];
  const on = (day: string) => assignmentsOn(day, { records, households, devices: {} });
  const { personOf } = on("2026-11-28");
  expect(personOf(household(1, "kp2/t07"))).toBe(BA);
  expect(personOf(household(2, "kp2/t07"))).toBe(SAU);
  expect(personOf(household(3, "kp2/t08"))).toBe(BA);
  expect(personOf(household(4, "kp20/t08"))).toBeNull();
  expect(on("2026-12-24").personOf(household(2, "kp2/t07"))).toBe(BA);
  expect(on("2026-10-31").byPlace.size).toBe(0);
});

test("where nobody was sent, the one volunteer whose device works there goes; of two, nobody in particular", () => {
  const devices = devicesOf(
    device(1, SAU, ["kp2/t07"]),
    device(2, BA, ["kp2"]),
    device(3, id(603), ["kp1"], { revokedSeq: 4 }),
    device(4, id(604), [], { role: "office" }),
  );
  const { personOf } = assignmentsOn("2026-11-28", { records: [], households: [], devices });
  expect(personOf(household(1, "kp2/t08"))).toBe(BA);
  expect(personOf(household(2, "kp2/t07"))).toBeNull();
  expect(personOf(household(3, "kp1/t01"))).toBeNull();
});

test("what is left of each one's work: neither pledged nor said no", () => {
  const records = [ofArea("kp1", assigned(1, SAU)), ofArea("kp2", assigned(2, BA))];
  const households = [
    household(1, "kp1/t01", "signed"),
    household(2, "kp1/t01", "refused"),
    household(3, "kp1/t01", "given"),
    household(4, "kp2/t06", "none"),
    household(5, "kp2/t06", "again"),
    household(6, "kp3/t11", "none"),
  ];
  const on = assignmentsOn("2026-11-28", { records, households, devices: {} });
  expect(loadsOf(households, on)).toEqual([
    { person: BA, households: 2, left: 2 },
    { person: SAU, households: 3, left: 1 },
    { person: null, households: 1, left: 1 },
  ]);
});

test("handing a tổ over moves work and scope in one act, out of the midst of a khu phố", () => {
  const devices = devicesOf(
    device(1, SAU, ["kp1"]),
    device(2, BA, ["kp2"], { households: [id(5)] }),
    device(3, BA, ["kp2"], { revokedSeq: 9 }),
  );
  const sending = {
    person: SAU,
    formerly: BA,
    places: ["kp2/t07", id(5)],
    from: "2026-11-28",
    to: "2026-12-31",
  };
  const drafts = sendingDrafts({ areas, devices }, sending);
  expect(drafts.map(({ type, sub }) => [type, sub])).toEqual([
    ["round.assigned", "kp2/t07"],
    ["round.assigned", id(5)],
    ["device.assigned", kid(1)],
    ["device.assigned", kid(2)],
  ]);
  expect(drafts[0]?.body).toEqual({ person: SAU, from: "2026-11-28", to: "2026-12-31" });
  expect(drafts[2]?.body).toMatchObject({ areas: ["kp1", "kp2/t07"], households: [id(5)] });
  expect(drafts[3]?.body).toMatchObject({ areas: ["kp2/t06", "kp2/t08"], households: [] });
  expect(drafts[2]?.body).toMatchObject({
    from: Date.parse("2026-11-28T00:00+07:00") / 1000,
    to: Date.parse("2026-12-31T23:59:59+07:00") / 1000,
  });
  const undone = sendingUndone({ areas, devices }, sending, [id(91), id(92)]);
  expect(undone.map(({ type, sub, in: place }) => [type, sub, place])).toEqual([
    ["statement.retracted", id(91), "kp2/t07"],
    ["statement.retracted", id(92), id(5)],
    ["device.assigned", kid(1), undefined],
    ["device.assigned", kid(2), undefined],
  ]);
  expect(undone[3]?.body).toMatchObject({ areas: ["kp2"], households: [id(5)] });
});

test("who may work there already is given no more, and sending beside others takes nothing from them", () => {
  const devices = devicesOf(device(1, SAU, ["kp2"]), device(2, BA, ["kp2/t07"]));
  const sending = { person: SAU, formerly: null, places: ["kp2/t07"], from: "2026-11-28", to: "2026-11-30" };
  expect(sendingDrafts({ areas, devices }, sending).map(({ type }) => type)).toEqual(["round.assigned"]);
  // A whole khu phố takes the place of its tổ.
  const [, scope] = sendingDrafts({ areas, devices }, { ...sending, person: BA, places: ["kp2"] });
  expect(scope?.body).toMatchObject({ areas: ["kp2"] });
});
