import { describe, expect, test } from "vitest";
import { foldHousehold } from "../../../src/domain/household.ts";
import { findKind } from "../../../src/domain/kinds/all.ts";
import {
  attendanceByYear,
  attendanceOf,
  attendancesIn,
  type AttendingHousehold,
} from "../../../src/domain/meeting/attendance.ts";
import { areaAround } from "../../../src/domain/meeting/joined-meetings.ts";
import { beginningOf, likelyDoubles } from "../../../src/domain/meeting/meeting-doubles.ts";
import { matchedDraft, meetingDraft, notThere } from "../../../src/domain/meeting/meeting-drafts.ts";
import type { Meeting } from "../../../src/domain/meeting/meeting.ts";
import { meetingOn, meetingsIn } from "../../../src/domain/meeting/meetings.ts";
import { measureMeetings } from "../../../src/domain/report/gatherings.ts";
import { foldWard } from "../../../src/domain/ward.ts";
import { id, kid, logged, said, WARD, type Said } from "../statements.ts";

/** 19:00 in Việt Nam. */
const SEVEN = Date.parse("2026-11-22T19:00:00+07:00") / 1000;
const BEGUN = { kind: "residents", date: "2026-11-22", place: "", subject: "Họp tổ 7", households: 4 };
const [ANNA, BINH, OFFICE] = [kid(1), kid(2), kid(3)];

const held = (jti: number, body: object = {}, more: Partial<Said> = {}) =>
  said({
    jti: id(jti),
    type: "meeting.held",
    sub: "kp2/t07",
    iat: SEVEN,
    body: { ...BEGUN, ...body },
    ...more,
  });
const matched = (jti: number, meetings: readonly number[], same = true, more: Partial<Said> = {}) =>
  said({
    jti: id(jti),
    type: "meeting.matched",
    sub: "kp2/t07",
    kid: OFFICE,
    iat: SEVEN + 7200,
    body: { meetings: meetings.map(id), same },
    ...more,
  });
const takenBack = (jti: number, target: number, by = OFFICE) =>
  said({
    jti: id(jti),
    type: "statement.retracted",
    sub: id(target),
    in: "kp2/t07",
    kid: by,
    body: { reason: "mistake" },
  });
const recordsOf = (...all: ReturnType<typeof said>[]) =>
  foldWard(
    WARD,
    all.map((one, at) => logged(at + 1, one)),
  ).meetings;
const meetingsOf = (...all: ReturnType<typeof said>[]) => meetingsIn(recordsOf(...all), WARD);
const only = (meetings: readonly Meeting[]): Meeting => {
  expect(meetings).toHaveLength(1);
  return meetings[0] as Meeting;
};

let last = 1000;
const was = (household: number, meeting: number, present = true, by = ANNA) =>
  said({
    jti: id((last += 1)),
    type: "meeting.attended",
    sub: id(household),
    iat: SEVEN + last,
    kid: by,
    body: { meeting: id(meeting), present },
  });
const rowOf = (household: number, ...all: ReturnType<typeof said>[]): AttendingHousehold => {
  const entries = all.map((one, at) => logged(at + 1, one));
  const { records } = foldHousehold(id(household), entries, () => undefined);
  return { id: id(household), area: "kp2/t07", records };
};

const ANNAS = held(1, {}, { kid: ANNA, personal: { minutes: "Bàn việc rác." } });
const BINHS = held(2, { place: "Nhà ông Năm", present: 3 }, { kid: BINH, iat: SEVEN + 300 });
const BINHS_MINUTES = held(
  3,
  { place: "Nhà ông Năm", present: 3, meeting: id(2) },
  { kid: BINH, iat: SEVEN + 3600, personal: { minutes: "Bàn đèn hẻm 4.", conclusions: "Góp đèn." } },
);

describe("meetings that the office joined", () => {
  test("are one: led by the one begun first, with the minutes of both, and both to be seen", () => {
    const meeting = only(meetingsOf(ANNAS, BINHS, BINHS_MINUTES, matched(4, [1, 2])));
    expect(meeting).toMatchObject({
      id: id(1),
      jti: id(3),
      area: "kp2/t07",
      subject: "Họp tổ 7",
      place: "Nhà ông Năm",
      households: 4,
      present: 3,
      minutes: "Bàn việc rác.\n\nBàn đèn hẻm 4.",
      conclusions: "Góp đèn.",
      joinedBy: [{ jti: id(4), area: "kp2/t07" }],
    });
    expect(meeting.parts.map((one) => [one.id, one.place, one.minutes])).toEqual([
      [id(1), "", "Bàn việc rác."],
      [id(2), "Nhà ông Năm", "Bàn đèn hẻm 4."],
    ]);
    expect(meeting.names).toEqual([id(1), id(2), id(3)]);
  });

  test("count each household once, however many phones recorded it, in every sum", () => {
    const rows = [
      rowOf(11, was(11, 1), was(11, 2, true, BINH)),
      rowOf(12, was(12, 1)),
      rowOf(13, was(13, 3, true, BINH)),
      rowOf(14, was(14, 1, false)),
    ];
    const apart = meetingsOf(ANNAS, BINHS);
    const attended = attendancesIn(rows);
    expect(apart.map((one) => attendanceOf(one, rows, attended, WARD).present)).toEqual([3, 2]);
    const joined = meetingsOf(ANNAS, BINHS, BINHS_MINUTES, matched(4, [1, 2]));
    expect(attendanceOf(only(joined), rows, attended, WARD)).toMatchObject({
      all: 4,
      present: 3,
      from: "list",
      quorum: true,
      tooMany: false,
    });
    expect(attendanceByYear(joined, rows, WARD).map(({ years }) => years["2026"])).toEqual([
      { asked: 1, present: 1 },
      { asked: 1, present: 1 },
      { asked: 1, present: 1 },
      { asked: 1, present: 0 },
    ]);
    const period = { from: "2026-01-01", to: "2026-12-31", title: "2026" };
    const source = {
      ward: { slug: WARD, name: "Phường 3", areas: [], campaigns: [], indicators: {}, records: [] },
      households: rows.map((row) => ({ ...row, members: null })),
      observations: [],
      opinions: [],
      now: SEVEN,
    };
    const sums = (meetings: readonly Meeting[]) =>
      measureMeetings(
        { ...source, meetings, ward: { ...source.ward, opinionDays: 15, editions: [] } },
        period as unknown as Parameters<typeof measureMeetings>[1],
      ).map(({ value }) => value);
    expect([sums(apart), sums(joined)]).toEqual([
      [2, 5],
      [1, 3],
    ]);
  });

  test("part again when what joined them is taken back, whenever that arrives", () => {
    const all = [ANNAS, BINHS, matched(4, [1, 2]), takenBack(5, 4)];
    for (const some of [all, all.toReversed()]) {
      expect(meetingsOf(...some).map(({ id: one, parts }) => [one, parts.length])).toEqual(
        expect.arrayContaining([
          [id(1), 0],
          [id(2), 0],
        ]),
      );
    }
  });

  test("are two where the later word says so, and whichever is the later", () => {
    const later = { iat: SEVEN + 9000 };
    expect(meetingsOf(ANNAS, BINHS, matched(4, [1, 2]), matched(5, [2, 1], false, later))).toHaveLength(2);
    expect(meetingsOf(ANNAS, BINHS, matched(5, [2, 1], true, later), matched(4, [1, 2], false))).toHaveLength(
      1,
    );
  });

  test("hang together by twos, and by whichever word one is named", () => {
    const third = held(6, { subject: "Họp" }, { iat: SEVEN + 500 });
    const meeting = only(
      meetingsOf(ANNAS, BINHS, BINHS_MINUTES, third, matched(4, [1, 3]), matched(5, [2, 6])),
    );
    expect(meeting.parts.map((one) => one.id)).toEqual([id(1), id(2), id(6)]);
    expect(meeting.joinedBy.map(({ jti }) => jti)).toEqual([id(4), id(5)]);
  });

  test("one that was called off is none of them", () => {
    expect(only(meetingsOf(ANNAS, BINHS, matched(4, [1, 2]), takenBack(5, 2, BINH))).parts).toEqual([]);
  });

  test("lie in the area around all of them, whose households alone are all", () => {
    const wide = held(2, { households: 40, present: 12 }, { sub: "kp2", iat: SEVEN + 300 });
    expect(only(meetingsOf(ANNAS, wide, matched(4, [1, 2])))).toMatchObject({
      area: "kp2",
      level: "neighbourhood",
      households: 40,
      present: 12,
    });
    const beside = held(2, { households: 9 }, { sub: "kp2/t08" });
    expect(only(meetingsOf(ANNAS, beside, matched(4, [1, 2])))).toMatchObject({
      area: "kp2",
      households: undefined,
    });
    expect(areaAround(["kp1/t01", "kp10/t01"], WARD)).toBe(WARD);
    expect(areaAround(["kp1", WARD], WARD)).toBe(WARD);
  });

  test("a word about all together stands in the place of what it had heard, and of nothing said since", () => {
    const joined = only(meetingsOf(ANNAS, BINHS, matched(4, [1, 2])));
    const words = { ...joined, minutes: "Rác và đèn, gộp lại." };
    const draft = meetingDraft(
      words,
      id(7),
      joined.id,
      joined.parts.map((one) => one.id),
    );
    const together = said({
      jti: id(7),
      type: "meeting.held",
      sub: draft.sub,
      kid: OFFICE,
      iat: SEVEN + 8000,
      body: draft.body ?? {},
      personal: { minutes: "Rác và đèn, gộp lại." },
    });
    expect(findKind("meeting.held", 1)?.check(together)).toBeNull();
    expect(only(meetingsOf(ANNAS, BINHS, BINHS_MINUTES, matched(4, [1, 2]), together))).toMatchObject({
      id: id(1),
      minutes: "Rác và đèn, gộp lại.",
      conclusions: undefined,
    });
    // Binh's phone had not heard of it when its minutes were written, later.
    const late = held(8, { meeting: id(2) }, { iat: SEVEN + 9000, personal: { minutes: "Còn việc cây." } });
    expect(only(meetingsOf(ANNAS, BINHS, matched(4, [1, 2]), together, late)).minutes).toBe(
      "Rác và đèn, gộp lại.\n\nCòn việc cây.",
    );
  });

  test("a household that two phones recorded is taken back from both", () => {
    const rows = [rowOf(11, was(11, 1), was(11, 2, true, BINH))];
    let drawn = 50;
    const says = notThere(() => id((drawn += 1)), attendancesIn(rows), ANNA);
    expect(says.map(({ type, body }) => [type, body])).toEqual([
      ["statement.retracted", { reason: "mistake" }],
      ["meeting.attended", { meeting: id(2), present: false }],
    ]);
  });
});

describe("meetings that are likely one", () => {
  const binhs = (body: object, more: Partial<Said> = {}) => held(2, body, { kid: BINH, ...more });
  const doublesOf = (...all: ReturnType<typeof said>[]) => {
    const records = recordsOf(...all);
    return likelyDoubles(meetingsIn(records, WARD), records, WARD).map((group) => group.map((one) => one.id));
  };

  test("are of one day and place, and near in time", () => {
    expect(doublesOf(BINHS, ANNAS)).toEqual([[id(1), id(2)]]);
    expect(doublesOf(ANNAS, binhs({}, { sub: "kp2" }))).toEqual([[id(1), id(2)]]);
    expect(doublesOf(ANNAS, binhs({ planned: true, time: "18:30" }))).toEqual([[id(1), id(2)]]);
    // Written down another day, without an hour: nobody can say that it was at another.
    expect(doublesOf(ANNAS, binhs({}, { iat: SEVEN + 86_400 }))).toEqual([[id(1), id(2)]]);
  });

  test.each([
    ["another tổ", binhs({}, { sub: "kp2/t08" })],
    ["a khu phố whose code begins alike", binhs({}, { sub: "kp20" })],
    ["the ward's conference", binhs({}, { sub: WARD })],
    ["another day", binhs({ date: "2026-11-23" })],
    ["the morning", binhs({}, { iat: SEVEN - 11 * 3600 })],
    ["an hour far off", binhs({ planned: true, time: "08:00" })],
    ["one that the same device began", held(2)],
  ])("not with %s", (_why, other) => {
    expect(doublesOf(ANNAS, other)).toEqual([]);
  });

  test("two tổ's are not one because their khu phố met as well", () => {
    const other = held(6, {}, { sub: "kp2/t08", kid: kid(6) });
    expect(doublesOf(ANNAS, binhs({}, { sub: "kp2" }), other)).toEqual([[id(1), id(2)]]);
  });

  test("two that are only announced are two", () => {
    expect(doublesOf(held(1, { planned: true }), binhs({ planned: true }))).toEqual([]);
  });

  test("are offered no more once somebody said what they are, and again when that is taken back", () => {
    expect(doublesOf(ANNAS, BINHS, matched(4, [1, 2]))).toEqual([]);
    expect(doublesOf(ANNAS, BINHS, matched(4, [1, 2], false))).toEqual([]);
    expect(doublesOf(ANNAS, BINHS, matched(4, [1, 2], false), takenBack(5, 4))).toEqual([[id(1), id(2)]]);
    // A third phone comes later.
    const third = held(6, {}, { iat: SEVEN + 500, kid: kid(6) });
    expect(doublesOf(ANNAS, BINHS, third)).toEqual([[id(1), id(2), id(6)]]);
    expect(doublesOf(ANNAS, BINHS, third, matched(4, [1, 2]))).toEqual([[id(1), id(6)]]);
  });

  test("are said to be one in a shape that the kind takes", () => {
    const [one, other] = meetingsOf(ANNAS, held(2, {}, { sub: "kp2" }));
    const draft = matchedDraft([one as Meeting, other as Meeting], true, WARD);
    expect(draft.sub).toBe("kp2");
    const kind = findKind("meeting.matched", 1);
    expect(kind?.check(said({ ...draft, jti: id(9) }))).toBeNull();
    expect(kind?.check(said({ ...draft, jti: id(9), body: { meetings: [id(1)], same: true } }))).toBe(
      "bad-body",
    );
    expect(kind?.may).toEqual({});
  });
});

test("a meeting was begun by the earliest word that it takes place, whichever came first", () => {
  const word = (by: string, at: number, planned: boolean) => ({
    jti: `${by}-${at}`,
    kid: by,
    at,
    seq: null,
    planned,
  });
  const words = [word(OFFICE, 5, true), word(BINH, 20, false), word(ANNA, 10, false)];
  expect(beginningOf({ words })).toMatchObject({ kid: ANNA, at: 10 });
  expect(beginningOf({ words: words.slice(0, 1) })).toBeUndefined();
});

describe("the meeting at which a phone is", () => {
  test("is its own where two are alike; else on every phone the one begun first", () => {
    const meetings = meetingsOf(ANNAS, BINHS);
    const at = (device: string | null) => meetingOn("2026-11-22", meetings, ["kp2/t07"], WARD, device)?.id;
    expect([at(ANNA), at(BINH), at(kid(9)), at(null)]).toEqual([id(1), id(2), id(1), id(1)]);
  });
});
