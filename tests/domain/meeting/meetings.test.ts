import { describe, expect, test } from "vitest";
import { foldHousehold } from "../../../src/domain/household.ts";
import { metIn } from "../../../src/domain/household/met.ts";
import { findKind } from "../../../src/domain/kinds/all.ts";
import {
  attendanceByYear,
  attendanceOf,
  attendancesIn,
  hasQuorum,
  lackingForQuorum,
  neverMet,
  type AttendingHousehold,
} from "../../../src/domain/meeting/attendance.ts";
import { levelOf, type Meeting } from "../../../src/domain/meeting/meeting.ts";
import { concerns, meetingsIn, meetingYears } from "../../../src/domain/meeting/meetings.ts";
import { foldWard } from "../../../src/domain/ward.ts";
import { id, kid, logged, said, WARD, type Said } from "../statements.ts";

const NOON = Date.parse("2026-11-18T12:00:00+07:00") / 1000;
const PLAN = {
  kind: "residents",
  date: "2026-11-22",
  time: "19:00",
  place: "Nhà văn hoá khu phố 2",
  subject: "Đọc lại quy ước",
  planned: true,
};
const HELD = { ...PLAN, planned: undefined, households: 10, present: 6 };

const word = (jti: number, body: object, at = NOON, more: Partial<Said> = {}) =>
  said({
    jti: id(jti),
    type: "meeting.held",
    sub: "kp2",
    iat: at,
    body: JSON.parse(JSON.stringify(body)) as Record<string, unknown>,
    ...more,
  });
const meetingsOf = (...statements: ReturnType<typeof said>[]) =>
  meetingsIn(
    foldWard(
      WARD,
      statements.map((one, at) => logged(at + 1, one)),
    ).meetings,
    WARD,
  );

let last = 1000;
const was = (household: number, meeting: number, present: boolean, at = NOON) =>
  said({
    jti: id((last += 1)),
    type: "meeting.attended",
    sub: id(household),
    iat: at,
    body: { meeting: id(meeting), present },
  });
/** A household as a row of the round has it. */
const rowOf = (
  household: number,
  area: string,
  ...statements: ReturnType<typeof said>[]
): AttendingHousehold => {
  const folded = foldHousehold(
    id(household),
    statements.map((one, at) => logged(at + 1, one)),
    () => undefined,
  );
  return { id: id(household), area, records: folded.records, metIn: metIn(folded) };
};
const only = (meetings: readonly Meeting[]): Meeting => {
  expect(meetings).toHaveLength(1);
  return meetings[0] as Meeting;
};

describe("meetings", () => {
  test("one that was announced and then held is one meeting, as its last word tells of it", () => {
    const meeting = only(
      meetingsOf(
        word(1, PLAN),
        word(2, { ...PLAN, meeting: id(1), time: "18:30" }, NOON + 60),
        word(3, { ...HELD, meeting: id(1) }, NOON + 120, {
          kid: kid(2),
          personal: { minutes: "Bà con thống nhất.", conclusions: "Dọn lục bình." },
        }),
      ),
    );
    expect(meeting).toMatchObject({
      id: id(1),
      jti: id(3),
      planned: false,
      level: "neighbourhood",
      households: 10,
      present: 6,
      minutes: "Bà con thống nhất.",
      conclusions: "Dọn lục bình.",
    });
    expect(meeting.words.map(({ jti, planned }) => [jti, planned])).toEqual([
      [id(1), true],
      [id(2), true],
      [id(3), false],
    ]);
  });

  test("planning it anew on a phone that has not heard of it does not undo that it was held", () => {
    const words = [
      word(1, PLAN),
      word(3, { ...HELD, meeting: id(1) }, NOON + 120),
      word(4, { ...PLAN, meeting: id(1), place: "Chợ" }, NOON + 500),
    ];
    expect(only(meetingsOf(...words))).toMatchObject({ jti: id(3), planned: false, place: PLAN.place });
    expect(only(meetingsOf(...words.toReversed()))).toMatchObject({ jti: id(3) });
  });

  test("a word that is taken back leaves the one before; its first word gone, it stays the same meeting", () => {
    const undo = said({
      jti: id(9),
      type: "statement.retracted",
      sub: id(3),
      in: "kp2",
      body: { reason: "mistake" },
    });
    const words = [word(1, PLAN), word(3, { ...HELD, meeting: id(1) }, NOON + 120)];
    expect(only(meetingsOf(...words, undo))).toMatchObject({ id: id(1), planned: true });
    const first = said({
      jti: id(8),
      type: "statement.retracted",
      sub: id(1),
      in: "kp2",
      body: { reason: "mistake" },
    });
    expect(only(meetingsOf(...words, first))).toMatchObject({ id: id(1), jti: id(3), planned: false });
    expect(meetingsOf(...words, first, undo)).toEqual([]);
  });

  test("who was invited, the programme and the documents are read; whatever has no shape is left out", () => {
    const lists = {
      invited: [{ organisation: "Đảng ủy phường", people: 2 }, { organisation: "Hội Phụ nữ" }],
      programme: [{ time: "19:00", text: "Khai mạc" }, { text: "Thảo luận" }],
      documents: ["Dự thảo quy ước"],
    };
    expect(only(meetingsOf(word(1, { ...PLAN, ...lists })))).toMatchObject(lists);
    expect(findKind("meeting.held", 1)?.check(word(1, { ...PLAN, ...lists }))).toBeNull();
    for (const wrong of [{ time: "25:00" }, { invited: [{}] }, { meeting: "x" }, { chair: "Ông Ba" }])
      expect(findKind("meeting.held", 1)?.check(word(1, { ...PLAN, ...wrong }))).not.toBeNull();
  });

  test("an unknown kind is another meeting, and the latest day comes first", () => {
    const meetings = meetingsOf(
      word(1, { ...PLAN, kind: "neighbourhood", date: "2025-11-18" }),
      word(2, { ...PLAN, kind: "picnic" }, NOON, { sub: "kp2/t07" }),
      word(3, { ...PLAN, kind: "summary", date: "2026-12-20" }, NOON, { sub: WARD }),
    );
    expect(meetings.map(({ kind, level, date }) => [kind, level, date])).toEqual([
      ["summary", "ward", "2026-12-20"],
      ["other", "group", "2026-11-22"],
      ["residents", "neighbourhood", "2025-11-18"],
    ]);
    expect(meetingYears(meetings)).toEqual(["2026", "2025"]);
    expect(levelOf("kp10", WARD)).toBe("neighbourhood");
    expect(concerns({ area: "kp1" }, "kp10/t01", WARD)).toBe(false);
    expect(concerns({ area: WARD }, "kp10/t01", WARD)).toBe(true);
  });
});

describe("attendance", () => {
  const meeting = only(meetingsOf(word(1, PLAN), word(2, { ...PLAN, planned: undefined, meeting: id(1) })));

  test("of a household's words about a meeting the last holds", () => {
    const row = rowOf(11, "kp2/t07", was(11, 1, true), was(11, 1, false, NOON + 60));
    expect(attendancesIn([row]).map(({ present, by }) => [present, by.length])).toEqual([[false, 2]]);
    const again = rowOf(11, "kp2/t07", was(11, 1, false, NOON + 60), was(11, 1, true, NOON + 90));
    expect(attendancesIn([again])[0]?.present).toBe(true);
  });

  test("whoever was tapped is counted of the area's households, by whichever word they name the meeting", () => {
    const rows = [
      rowOf(11, "kp2/t07", was(11, 1, true)),
      rowOf(12, "kp2/t08", was(12, 2, true)),
      rowOf(13, "kp2/t08"),
      // From elsewhere: a guest.
      rowOf(14, "kp1/t01", was(14, 1, true)),
    ];
    const there = attendanceOf(meeting, rows, attendancesIn(rows), WARD);
    expect(there).toMatchObject({ all: 3, present: 2, from: "list", quorum: true, tooMany: false });
    expect(there.there).toEqual(new Set([id(11), id(12), id(14)]));
  });

  test("the larger of list and count holds; more than there are is told", () => {
    const rows = [rowOf(11, "kp2/t07", was(11, 1, true)), rowOf(12, "kp2/t07")];
    const counted = { ...meeting, households: 10, present: 5 };
    expect(attendanceOf(counted, rows, attendancesIn(rows), WARD)).toMatchObject({
      all: 10,
      present: 5,
      from: "figures",
      quorum: false,
    });
    const wrong = { ...meeting, households: 4, present: 5 };
    expect(attendanceOf(wrong, rows, [], WARD)).toMatchObject({ tooMany: true });
    expect(attendanceOf(meeting, rows, [], WARD)).toMatchObject({ all: 2, present: 0, from: null });
  });

  test("more than half of all households: of ten six, of eleven six, of none never", () => {
    expect([hasQuorum(5, 10), hasQuorum(6, 10), hasQuorum(5, 11), hasQuorum(6, 11), hasQuorum(0, 0)]).toEqual(
      [false, true, false, true, false],
    );
    expect([lackingForQuorum(3, 10), lackingForQuorum(6, 10), lackingForQuorum(0, 11)]).toEqual([3, 0, 6]);
  });

  test("by household and year, and those never met", () => {
    const meetings = meetingsOf(
      word(1, { ...HELD, date: "2025-11-18" }),
      word(2, HELD),
      word(3, { ...PLAN, date: "2026-12-20" }),
      word(4, HELD, NOON, { sub: "kp1" }),
    );
    const door = (household: number, outcome: string, at: number) =>
      said({
        jti: id((last += 1)),
        type: "visit.logged",
        sub: id(household),
        iat: at,
        body: { outcome, ...(outcome === "comeBack" ? { at } : {}) },
      });
    // The first moment of 2026 in Việt Nam is still 2025 in Greenwich.
    const newYear = Date.parse("2026-01-01T00:00:00+07:00") / 1000;
    const rows = [
      rowOf(11, "kp2/t07", was(11, 1, true), was(11, 2, false)),
      rowOf(12, "kp2/t07", door(12, "absent", newYear)),
      rowOf(13, "kp2/t07", door(13, "refused", newYear)),
      rowOf(14, "kp2/t07", was(14, 2, true), door(14, "comeBack", newYear - 1)),
    ];
    const all = attendanceByYear(meetings, rows, WARD);
    expect(all.map(({ years, met }) => [years["2025"]?.present, years["2026"], met])).toEqual([
      [1, { asked: 1, present: 0 }, ["2025"]],
      [0, { asked: 1, present: 0 }, []],
      [0, { asked: 1, present: 0 }, ["2026"]],
      [0, { asked: 1, present: 1 }, ["2026", "2025"]],
    ]);
    expect(neverMet(all).map(({ row }) => row.id)).toEqual([id(12)]);
    expect(neverMet(all, "2026").map(({ row }) => row.id)).toEqual([id(11), id(12)]);
  });

  test("a handbook left by link, or a pledge by link, is nobody met", () => {
    const by = (how: string) =>
      said({
        jti: id((last += 1)),
        type: "handbook.delivered",
        sub: id(11),
        iat: NOON,
        body: { edition: 4, how },
      });
    expect(rowOf(11, "kp2/t07", by("link")).metIn).toEqual([]);
    expect(rowOf(11, "kp2/t07", by("meeting")).metIn).toEqual([2026]);
  });
});
