import { describe, expect, it } from "vitest";
import type { HouseholdStatus } from "../../../src/domain/household/status.ts";
import { whomNext, type Door } from "../../../src/domain/round/whom-next.ts";

const at = (moment: string) =>
  Date.parse(`2026-11-${moment}${moment.length > "23T09:00".length ? "" : ":00"}+07:00`) / 1000;
const MORNING = at("23T09:00");
const EVENING = at("23T18:30");

const status = (word: HouseholdStatus["word"], more: Partial<HouseholdStatus> = {}): HouseholdStatus => ({
  word,
  at: null,
  appointment: null,
  conflict: false,
  absences: more.missedAt?.length ?? 0,
  ...more,
});
const door = (number: number, more: Partial<Door> = {}): Door => ({
  id: `hh-${number}`,
  area: "kp2/t07",
  number,
  address: `${number} Lý Thường Kiệt`,
  note: undefined,
  status: status("none"),
  ...more,
});
const missed = (...moments: string[]) => status("none", { missedAt: moments.map(at) });
const promised = (moment: string, more: Partial<HouseholdStatus> = {}) =>
  status("again", { at: at("20T09:00"), appointment: at(moment), ...more });

const numbers = (proposals: readonly { readonly door: Door }[]) => proposals.map((one) => one.door.number);

describe("appointments come first,", () => {
  it("the earliest first, a forgotten one of another day before it, each with its hour", () => {
    const doors = [
      door(1),
      door(2, { status: promised("23T18:45") }),
      door(3, { status: promised("23T18:00") }),
      door(4, { status: promised("22T08:00") }),
    ];
    const { now } = whomNext(doors, { at: EVENING });
    expect(numbers(now)).toEqual([4, 3, 2, 1]);
    expect(now[0]?.why).toEqual({ kind: "due", at: at("22T08:00") });
  });

  it("and not before half an hour before them: until then their hour is said", () => {
    const doors = [door(1, { status: promised("23T18:30") })];
    expect(whomNext(doors, { at: at("23T17:59") })).toEqual({
      now: [],
      later: [{ door: doors[0], why: { kind: "appointment", at: EVENING } }],
    });
    expect(numbers(whomNext(doors, { at: at("23T18:00") }).now)).toEqual([1]);
  });

  it("but not again where somebody went and nobody was at home", () => {
    const doors = [
      door(1, { status: promised("23T09:00", { missedAt: [at("23T09:05")] }) }),
      door(2, { status: promised("22T09:00", { missedAt: [at("21T09:05")] }) }),
    ];
    const { now } = whomNext(doors, { at: EVENING });
    expect(now.map(({ why }) => why.kind)).toEqual(["due", "again"]);
    expect(numbers(now)).toEqual([2, 1]);
  });
});

describe("then come the neighbours not met yet,", () => {
  it("along the street from the door just gone to, back from it, and then the other streets", () => {
    const doors = [
      door(1),
      door(2, { address: "3/1 đường 30/4" }),
      door(3),
      door(4),
      door(5),
      door(6, { address: "12/4 đường 30/4" }),
    ];
    const { now } = whomNext(doors, { at: MORNING, from: doors[2] });
    expect(numbers(now)).toEqual([4, 5, 1, 6, 2]);
    expect(now[0]?.why).toEqual({ kind: "sameStreet", beside: 3 });
    expect(now.at(-1)?.why).toEqual({ kind: "unmet" });
  });

  it("from where something happened last today, and from the top of the list where nothing did", () => {
    const doors = [door(1), door(2), door(3, { status: status("signed", { at: at("23T08:50") }) }), door(4)];
    expect(numbers(whomNext(doors, { at: MORNING }).now)).toEqual([4, 2, 1]);
    const yesterday = [
      door(1),
      door(2),
      door(3, { status: status("signed", { at: at("22T08:50") }) }),
      door(4),
    ];
    expect(numbers(whomNext(yesterday, { at: MORNING }).now)).toEqual([1, 2, 4]);
  });

  it("in this tổ before another, whatever the street is called", () => {
    const doors = [door(1), door(2), { ...door(1, { area: "kp2/t08" }), id: "other" }];
    const { now } = whomNext(doors, { at: MORNING, from: doors[2] });
    expect(now.every(({ door: one }) => one.area === "kp2/t07")).toBe(true);
    expect(now[0]?.why).toEqual({ kind: "unmet" });
  });

  it("and leaves alone who has signed, or does not want to", () => {
    const doors = [door(1, { status: status("signed") }), door(2, { status: status("refused") })];
    expect(whomNext(doors, { at: MORNING })).toEqual({ now: [], later: [] });
  });

  it("and at the end who has had the handbook since an earlier day", () => {
    const doors = [
      door(1, { status: status("given", { at: at("20T09:00") }) }),
      door(2, { status: status("given", { at: at("23T08:00") }) }),
      door(3),
    ];
    const { now } = whomNext(doors, { at: MORNING });
    expect(numbers(now)).toEqual([3, 1]);
    expect(now.at(-1)?.why).toEqual({ kind: "given", at: at("20T09:00") });
  });
});

describe("each at a good hour for it:", () => {
  it.each<[string, Partial<Door>, string | null, string]>([
    ["missed once in the morning", { status: missed("20T09:00") }, "again", "again"],
    ["missed twice in the morning", { status: missed("20T09:00", "21T08:30") }, null, "evening"],
    ["missed in the morning and after noon", { status: missed("20T09:00", "21T15:00") }, null, "evening"],
    ["missed twice in the evening", { status: missed("20T18:00", "21T19:00") }, "again", "later"],
    [
      "missed by day and in the evening",
      { status: missed("18T09:00", "19T09:00", "20T18:00", "21T19:00") },
      "again",
      "evening",
    ],
    ["a trader", { note: "Ban ngày bán hàng ở chợ Phường 1" }, null, "backHome"],
    ["a trader, written without marks", { note: "ban ngay buon ban o cho" }, null, "backHome"],
    ["away at work, as was said at the last visit", { said: "đi làm công ty, tối mới về" }, null, "backHome"],
    ["a trader, in English", { note: "Sells at the market by day" }, null, "backHome"],
    ["at home by day, in English", { note: "At home all day" }, "unmet", "unmet"],
    ["at home by day", { note: "Ban ngày có nhà, gọi cổng sau" }, "unmet", "unmet"],
    ["with another note", { note: "Nhà có chó" }, "unmet", "unmet"],
  ])("%s", (_, more, inTheMorning, inTheEvening) => {
    const kindAt = (moment: number) => {
      const { now, later } = whomNext([door(1, more)], { at: moment });
      expect(now.length + later.length).toBe(1);
      return now[0]?.why.kind ?? (inTheMorning === null ? null : "later");
    };
    expect(kindAt(MORNING)).toBe(inTheMorning);
    expect(whomNext([door(1, more)], { at: EVENING }).now[0]?.why.kind ?? "later").toBe(inTheEvening);
  });

  it("says how often and when, and from which hour on", () => {
    const mornings = door(1, { status: missed("20T09:00", "21T08:30") });
    expect(whomNext([mornings], { at: MORNING }).later[0]?.why).toEqual({
      kind: "eveningLater",
      missed: 2,
      part: "morning",
    });
    const mixed = door(1, { status: missed("20T09:00", "21T15:00") });
    expect(whomNext([mixed], { at: EVENING }).now[0]?.why).toEqual({
      kind: "evening",
      missed: 2,
      part: "day",
    });
  });

  it.each([
    [
      "twice in the morning, from half past five",
      { status: missed("20T09:00", "21T09:00") },
      "17:29",
      "17:30",
    ],
    ["a trader, from six", { note: "Buôn bán ở chợ" }, "17:59", "18:00"],
  ])("%s", (_, more, before, from) => {
    expect(numbers(whomNext([door(1, more)], { at: at(`23T${before}`) }).now)).toEqual([]);
    expect(numbers(whomNext([door(1, more)], { at: at(`23T${from}`) }).now)).toEqual([1]);
  });

  it("and not twice within two hours", () => {
    const doors = [door(1, { status: missed("23T08:00") }), door(2)];
    expect(whomNext(doors, { at: at("23T09:59") }).later).toEqual([
      { door: doors[0], why: { kind: "justMissed", at: at("23T08:00") } },
    ]);
    const another = whomNext(doors, { at: at("23T10:00"), from: doors[1] });
    expect(another.now.map(({ why }) => why.kind)).toEqual(["again"]);
  });

  it("nor in the very minute in which nobody was at home, by whose beginning screens go", () => {
    const doors = [door(1, { status: missed("23T09:00:40") }), door(2, { address: "2 Lê Lợi" }), door(3)];
    // From where it happened, and from the next door but one: nobody else is left in this street.
    expect(numbers(whomNext(doors, { at: MORNING }).now)).toEqual([3, 2]);
    expect(numbers(whomNext(doors, { at: MORNING, from: doors[2] }).now)).toEqual([2]);
    expect(whomNext(doors, { at: MORNING }).later).toEqual([
      { door: doors[0], why: { kind: "justMissed", at: MORNING + 40 } },
    ]);
  });

  it("but is not kept away by a visit that a wrong clock has dated to another day", () => {
    expect(whomNext([door(1, { status: missed("24T09:00") })], { at: MORNING }).now).toHaveLength(1);
  });

  it("puts those of later in the order in which their hours come, and appointments last", () => {
    const doors = [
      door(1, { status: promised("24T08:00") }),
      door(2, { note: "Buôn bán ở chợ" }),
      door(3, { status: missed("20T09:00", "21T09:00") }),
      door(4, { status: missed("23T08:30") }),
    ];
    expect(numbers(whomNext(doors, { at: MORNING }).later)).toEqual([4, 3, 2, 1]);
  });
});

it("nobody is sent to a household whose data were erased: no door is known", () => {
  const nowhere = { erased: true, number: undefined, address: undefined };
  const doors = [door(1, nowhere), door(2, { ...nowhere, status: promised("23T18:00") }), door(3)];
  const { now, later } = whomNext(doors, { at: EVENING });
  expect([numbers(now), numbers(later)]).toEqual([[3], []]);
});

it("a household of which only little was ever known is gone to like any other", () => {
  const unknown = door(1, { number: undefined, address: undefined });
  expect(whomNext([unknown], { at: EVENING }).now.map((one) => one.door)).toEqual([unknown]);
});
