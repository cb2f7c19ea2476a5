import { describe, expect, it } from "vitest";
import { wardDescribed } from "../../src/domain/kinds/ward-described.ts";
import type { Entry } from "../../src/domain/said.ts";
import { currentCampaign, nearest } from "../../src/domain/ward-facts.ts";
import { authorsOf, foldWard } from "../../src/domain/ward.ts";
import { id, kid, logged, said, unsent, WARD, type Said } from "./statements.ts";

const WARD_KEY = kid(1);
const VOLUNTEER = kid(2);
const key = { kty: "EC", crv: "P-256", x: kid(8), y: kid(9) };
const fold = (...entries: Entry[]) => foldWard(WARD, entries);

let last = 100;
const make = (type: string, iat: number, sub: string, body: object, more: Partial<Said> = {}) =>
  said({ jti: id((last += 1)), type, iat, sub, body: body as Record<string, unknown>, ...more });
const described = make("ward.described", 1, WARD, {
  name: "Phường 3",
  kind: "phuong",
  province: "Long An",
  keys: {
    sign: key,
    seal: key,
  },
  areas: [
    {
      code: "kp1",
      name: "Khu phố 1",
      kind: "khu phố",
    },
  ],
});
const enrolled = (iat: number, more: object = {}) =>
  make(
    "device.enrolled",
    iat,
    VOLUNTEER,
    { key, role: "volunteer", areas: ["kp1"], person: id(102), invite: kid(7), ...more },
    { personal: { deviceName: "Máy cô Chi", personName: "Trần Thị Chi" } },
  );
const assigned = (iat: number, areas: string[]) =>
  make("device.assigned", iat, VOLUNTEER, { areas, from: 0, to: 9e9 });
const revoked = (iat: number) => make("device.revoked", iat, VOLUNTEER, { reason: "other", from: iat });
const opened = (iat: number, campaign: string, from: string, more: object = {}) =>
  make("campaign.opened", iat, campaign, {
    title: "Cam kết",
    from,
    to: "2026-12-31",
    editions: { kp1: 4 },
    items: [
      {
        id: "flag",
        text: "Treo cờ",
        article: 13,
      },
    ],
    consent: {
      version: 1,
      purposes: [],
    },
    ...more,
  });
const closed = (iat: number, campaign: string) => make("campaign.closed", iat, campaign, {});

it("describes itself", () => {
  const ward = fold(logged(1, described));
  expect(ward).toMatchObject({ slug: WARD, name: "Phường 3", demo: false, areas: [{ code: "kp1" }] });
  expect(fold()).toMatchObject({ name: WARD, keys: null, areas: [] });
});

it("says on which basis it keeps the list of its households, where it has said one, as it said it last", () => {
  const basis = "Phường giữ danh sách hộ theo Kế hoạch số 1.";
  const based = make("ward.described", 2, WARD, { ...described.claims.body, basis });
  expect(fold(logged(1, described)).basis).toBeUndefined();
  expect(fold(logged(1, described), logged(2, based)).basis).toBe(basis);
  const anew = make("ward.described", 3, WARD, described.claims.body);
  expect(fold(logged(1, described), logged(2, based), logged(3, anew)).basis).toBeUndefined();
});

it.each([
  [undefined, null],
  ["Theo Kế hoạch số 1.", null],
  ["", "bad-body"],
  ["x".repeat(501), "bad-body"],
  [7, "bad-body"],
])("its basis is a line or absent: %j", (basis, wrong) => {
  const { claims } = described;
  const statement = { ...described, claims: { ...claims, body: { ...claims.body, basis } } };
  expect(wardDescribed.check(statement)).toBe(wrong);
});

describe("devices", () => {
  it("are known by their enrolment", () => {
    const { devices } = fold(logged(1, described), logged(2, enrolled(10)));
    expect(devices[VOLUNTEER]).toMatchObject({
      role: "volunteer",
      person: id(102),
      personName: "Trần Thị Chi",
      revokedSeq: null,
    });
  });

  it("work where they were assigned last, whatever arrived first", () => {
    const entries = [
      logged(2, enrolled(10)),
      logged(3, assigned(30, ["kp3"])),
      logged(4, assigned(20, ["kp2"])),
    ];
    expect(fold(...entries).devices[VOLUNTEER]?.areas).toEqual(["kp3"]);
    const restored = [logged(9, enrolled(10)), logged(3, assigned(30, ["kp3"]))];
    expect(fold(...restored).devices[VOLUNTEER]?.areas).toEqual(["kp3"]);
    const anew = [logged(2, enrolled(10)), logged(3, assigned(30, ["kp3"])), logged(4, enrolled(40))];
    expect(fold(...anew).devices[VOLUNTEER]?.areas).toEqual(["kp1"]);
  });

  it("stay revoked, whatever arrived first, from the lowest number", () => {
    expect(fold(logged(2, enrolled(10)), logged(3, revoked(20))).devices[VOLUNTEER]?.revokedSeq).toBe(3);
    expect(fold(logged(3, revoked(20)), logged(9, enrolled(10))).devices[VOLUNTEER]?.revokedSeq).toBe(3);
    expect(
      fold(logged(2, enrolled(10)), logged(3, revoked(20)), logged(4, enrolled(30))).devices[VOLUNTEER]
        ?.revokedSeq,
    ).toBe(3);
    expect(
      fold(logged(2, enrolled(10)), logged(8, revoked(20)), logged(5, revoked(30))).devices[VOLUNTEER]
        ?.revokedSeq,
    ).toBe(5);
    expect(fold(logged(2, enrolled(10)), unsent(revoked(20))).devices[VOLUNTEER]?.revokedSeq).toBe(0);
    expect(
      fold(logged(2, enrolled(10)), unsent(revoked(20)), logged(6, revoked(30))).devices[VOLUNTEER]
        ?.revokedSeq,
    ).toBe(6);
  });

  it("cannot be taken back, and the ward key speaks as the office", () => {
    const meeting = make(
      "meeting.held",
      20,
      "kp1",
      { kind: "khu-pho", date: "2026-11-18", place: "", subject: "Rà soát" },
      { kid: VOLUNTEER },
    );
    const enrolment = enrolled(10);
    const back = (sub: string) => make("statement.retracted", 900, sub, { reason: "mistake" }, { in: "kp1" });
    const entries = [logged(1, described), logged(2, enrolment), logged(3, meeting)];
    expect(fold(...entries).meetings).toHaveLength(1);
    expect(fold(...entries, logged(4, back(meeting.claims.jti))).meetings).toEqual([]);
    expect(fold(...entries, logged(4, back(enrolment.claims.jti))).devices[VOLUNTEER]).toBeDefined();
    const authors = authorsOf(fold(...entries));
    expect([WARD_KEY, VOLUNTEER, kid(3)].map((one) => authors(one)?.role)).toEqual([
      "office",
      "volunteer",
      undefined,
    ]);
  });

  it("that only a phone's own unsent words would make the ward key are none", () => {
    const claimed = unsent(make("ward.described", 1, WARD, {}, { kid: kid(3) }));
    expect(fold(logged(1, described), claimed).wardKeys).toEqual([WARD_KEY]);
  });
});

describe("campaigns", () => {
  it("run until they are closed, the one of the latest first day before others", () => {
    const entries = [logged(1, opened(1, "2025", "2025-10-01")), logged(2, opened(2, "2026", "2026-10-01"))];
    expect(currentCampaign(fold(...entries))?.id).toBe("2026");
    expect(currentCampaign(fold(...entries, logged(3, closed(3, "2026"))))?.id).toBe("2025");
    expect(currentCampaign(fold())).toBeUndefined();
  });

  it("closed with a lower number than they were opened with stay closed; opened anew they run", () => {
    const [open, close] = [opened(10, "2026", "2026-10-01"), closed(20, "2026")];
    expect(currentCampaign(fold(logged(9, open), logged(2, close)))).toBeUndefined();
    const anew = opened(30, "2026", "2026-10-01", { title: "Mới" });
    expect(fold(logged(9, open), logged(2, close), logged(10, anew)).campaigns).toMatchObject([
      { title: "Mới", closed: false },
    ]);
  });

  it("are not changed by fields that a later version may add", () => {
    const strange = { id: "x", jti: "x", kid: "x", at: -1, seq: -1, closed: true, area: "x" };
    const campaign = opened(10, "2026", "2026-10-01", strange);
    expect(fold(logged(3, campaign)).campaigns).toMatchObject([
      { id: "2026", jti: campaign.claims.jti, at: 10, seq: 3, closed: false },
    ]);
    const covenant = make("covenant.published", 10, "kp1", {
      covenant: "kp1",
      edition: 4,
      title: "Quy ước",
      inForce: "2022-10-14",
      chapters: [],
      ...strange,
      recognition: {
        number: "1527/QĐ-UBND",
        date: "2022-10-14",
        authority: "UBND thị xã",
      },
    });
    expect(fold(logged(3, covenant)).covenants).toMatchObject([{ area: "kp1", at: 10, seq: 3 }]);
    const handbook = make("handbook.published", 10, "kp1", {
      edition: 1,
      covenant: "kp1",
      covenantEdition: 4,
      introduction: "",
      decisions: [],
      opinions: [],
      contacts: [],
      ...strange,
    });
    expect(fold(logged(3, handbook)).handbooks).toMatchObject([{ area: "kp1", at: 10, seq: 3 }]);
  });
});

it("keeps indicators of any name, and touches no prototype", () => {
  const define = (sub: string) =>
    make("indicator.defined", 1, sub, { name: "Treo cờ", unit: "%", better: "up" });
  const { indicators, devices } = fold(logged(1, define("__proto__")), logged(2, define("flags")));
  expect(Object.keys(indicators).sort()).toEqual(["__proto__", "flags"]);
  expect(({} as Record<string, unknown>)["unit"]).toBeUndefined();
  expect([indicators["constructor"], devices["toString"]]).toEqual([undefined, undefined]);
});

it("prints answered opinions until they are taken back", () => {
  const answer = make(
    "opinion.answered",
    5,
    id(11),
    { status: "done", public: { question: "Hỏi?", answer: "Đáp." } },
    { in: id(1) },
  );
  const back = make("statement.retracted", 900, answer.claims.jti, { reason: "mistake" }, { in: id(1) });
  expect(fold(logged(1, answer)).answers).toMatchObject([
    { opinion: id(11), area: null, question: "Hỏi?", answer: "Đáp." },
  ]);
  expect(fold(logged(1, answer), logged(2, back)).answers).toEqual([]);
});

it("finds what stands for an area or the nearest around it", () => {
  const things = [
    { area: "kp1", edition: 1 },
    { area: "kp1/t01", edition: 2 },
    { area: "kp1", edition: 3 },
  ];
  expect(nearest(things, "kp1/t02")).toEqual(things[2]);
  expect(nearest(things, "kp1/t01/n1")).toEqual(things[1]);
  expect(nearest(things, "kp10")).toBeUndefined();
});
