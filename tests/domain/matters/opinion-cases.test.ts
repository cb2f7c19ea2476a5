import { describe, expect, test } from "vitest";
import { foldHousehold } from "../../../src/domain/household.ts";
import {
  crossingIn,
  daysOpen,
  isLate,
  opinionCases,
  selectOpinions,
  stateOf,
  type OpinionCase,
} from "../../../src/domain/matters/opinion-cases.ts";
import type { Entry } from "../../../src/domain/said.ts";
import { foldWard } from "../../../src/domain/ward.ts";
import { id, kid, logged, said, WARD } from "../statements.ts";

const HOUSEHOLD = id(1);
const DAY = 86_400;
const NOON = Date.parse("2026-11-23T12:00:00+07:00") / 1000;

const given = (jti: number, at: number, body: object = {}, text = "Đèn hẻm 4 hay tắt.", sub = "kp2") =>
  said({
    type: "opinion.given",
    jti: id(jti),
    sub,
    iat: at,
    body: { channel: "meeting", ...body },
    personal: { text, by: "Chú Năm" },
  });
const answered = (jti: number, of: number, at: number, body: object, answer?: string, place = "kp2") =>
  said({
    type: "opinion.answered",
    jti: id(jti),
    sub: id(of),
    in: place,
    iat: at,
    body: { ...body },
    personal: answer === undefined ? {} : { answer },
  });
const forwarded = (jti: number, of: number, at: number, to: string, place = "kp2") =>
  said({
    type: "opinion.forwarded",
    jti: id(jti),
    sub: id(of),
    in: place,
    iat: at,
    body: { to, on: "2026-11-20" },
  });
const retracted = (jti: number, of: number, at: number, place = "kp2") =>
  said({
    type: "statement.retracted",
    jti: id(jti),
    sub: id(of),
    in: place,
    iat: at,
    body: { reason: "mistake" },
  });

const erased = (jti: number, sub: string, at: number, body: object = {}, place?: string) =>
  said({
    type: "data.erased",
    jti: id(jti),
    sub,
    iat: at,
    body: { ...body },
    ...(place ? { in: place } : {}),
  });

function casesOf(...entries: Entry[]): OpinionCase[] {
  return opinionCases([], foldWard(WARD, entries).opinions, WARD);
}

function ofHousehold(...entries: Entry[]): OpinionCase[] {
  const authors = (one: string) => ({ person: one, role: "office" });
  const { opinions, records } = foldHousehold(HOUSEHOLD, entries, authors);
  return opinionCases(
    [{ household: { id: HOUSEHOLD, area: "kp2/t07", number: 18, head: "Ánh" }, opinions, answers: records }],
    [],
    WARD,
  );
}

describe("an opinion whose words were erased", () => {
  const about = given(11, NOON, {}, "Đèn hẻm 4 hay tắt.", HOUSEHOLD);
  const LATER = NOON + 40 * DAY;
  const standing = (one: OpinionCase | undefined) =>
    one && [stateOf(one), daysOpen(one, LATER), isLate(one, LATER, 15)];

  test("is closed from that day on, whether its household's data went or its own", () => {
    const [one] = ofHousehold(logged(1, about), logged(2, erased(12, HOUSEHOLD, NOON + 3 * DAY)));
    expect(standing(one)).toEqual(["erased", 3, false]);
    const [other] = casesOf(logged(1, given(11, NOON)), logged(2, erased(12, id(11), NOON + DAY, {}, "kp2")));
    expect(standing(other)).toEqual(["erased", 1, false]);
    const all = [one, other].filter((found) => found !== undefined);
    const found = (state: "late" | "open" | "erased") =>
      selectOpinions(all, { state, area: null, kind: null, article: null }, LATER, 15).length;
    expect([found("late"), found("open"), found("erased")]).toEqual([0, 0, 2]);
  });

  test("is closed whatever came first, and though it was passed on", () => {
    const passed = forwarded(13, 11, NOON + DAY, "UBND phường", HOUSEHOLD);
    const gone = erased(12, HOUSEHOLD, NOON + 3 * DAY);
    const [one] = ofHousehold(logged(1, gone), logged(2, about), logged(3, passed));
    expect(standing(one)).toEqual(["erased", 3, false]);
  });

  test("stays answered where it was, and open where the name alone went", () => {
    const answer = answered(13, 11, NOON + DAY, { status: "answered" }, "Đã thay bóng.", HOUSEHOLD);
    const gone = logged(3, erased(12, HOUSEHOLD, NOON + 3 * DAY));
    expect(standing(ofHousehold(logged(1, about), logged(2, answer), gone)[0])).toEqual([
      "answered",
      1,
      false,
    ]);
    const unnamed = logged(2, erased(12, HOUSEHOLD, NOON + DAY, { names: ["by"] }));
    expect(standing(ofHousehold(logged(1, about), unnamed)[0])).toEqual(["open", 40, true]);
  });

  test("is open for whoever may not read its words, as long as they are there", () => {
    const bare = { ...about, disclosures: [] };
    expect(standing(ofHousehold(logged(1, bare))[0])).toEqual(["open", 40, true]);
  });
});

describe("two answers that crossed", () => {
  const COME = [
    ["a household", ofHousehold, HOUSEHOLD],
    ["an area", casesOf, "kp2"],
  ] as const;
  const over = (...numbers: readonly number[]) => numbers.map(id);

  test.each(COME)(
    "to %s are told, and the later one holds, until one is said over both",
    (_, fold, place) => {
      const about = logged(1, given(11, NOON, {}, "Đèn hẻm 4 hay tắt.", place));
      const yes = answered(12, 11, NOON + DAY, { status: "answered", over: [] }, "Sẽ thay bóng.", place);
      const passed = forwarded(13, 11, NOON + 2 * DAY, "UBND phường", place);
      const other = { ...passed, claims: { ...passed.claims, body: { ...passed.claims.body, over: [] } } };
      const both = [about, logged(2, other), logged(3, yes)];
      const [one] = fold(...both);
      expect(one && crossingIn(one).map(({ jti }) => jti)).toEqual([id(12), id(13)]);
      expect(one).toMatchObject({ status: "forwarded", forwarded: { to: "UBND phường" } });
      expect(selectOpinions(one ? [one] : [], { ...ANY, state: "crossing" }, NOON, 15)).toHaveLength(1);

      const last = { status: "done", over: over(12, 13) };
      const settled = [...both, logged(4, answered(14, 11, NOON + 3 * DAY, last, "Đã thay bóng.", place))];
      const [two] = fold(...settled);
      expect(two).toMatchObject({ status: "done", answer: "Đã thay bóng." });
      expect(two && crossingIn(two)).toEqual([]);
      expect(selectOpinions(two ? [two] : [], { ...ANY, state: "crossing" }, NOON, 15)).toEqual([]);

      // What settled it is taken back: it is to be settled again.
      const [three] = fold(...settled, logged(5, retracted(15, 14, NOON + 4 * DAY, place)));
      expect(three && crossingIn(three)).toHaveLength(2);
    },
  );

  test("are nobody's to settle once its words were erased", () => {
    const answers = [12, 13].map((jti) =>
      logged(jti, answered(jti, 11, NOON + jti, { status: "answered", over: [] }, `Lời ${jti}`, HOUSEHOLD)),
    );
    const about = logged(1, given(11, NOON, {}, "Đèn hẻm 4 hay tắt.", HOUSEHOLD));
    expect(ofHousehold(about, ...answers).map((one) => crossingIn(one).length)).toEqual([2]);
    const gone = logged(20, erased(20, HOUSEHOLD, NOON + DAY));
    expect(ofHousehold(about, ...answers, gone).map(crossingIn)).toEqual([[]]);
  });
});

const ANY = { state: null, area: null, kind: null, article: null } as const;

describe("an opinion about an area", () => {
  test("tells where it came from, what it is, and whether it may be printed", () => {
    const [one] = casesOf(
      logged(
        1,
        given(11, NOON, { from: "anyone", channel: "app", kind: "report", publish: true, article: 11 }),
      ),
    );
    expect(one).toMatchObject({
      source: "anyone",
      kind: "report",
      mayPublish: true,
      article: 11,
      area: "kp2",
      by: "Chú Năm",
      household: null,
      status: "given",
    });
    expect(casesOf(logged(1, given(11, NOON, {}, "x", WARD)))[0]).toMatchObject({
      area: null,
      place: WARD,
      source: "meeting",
      kind: undefined,
      mayPublish: false,
    });
  });

  test("is forwarded, then answered, then done; the answer stays, and with it what was printed", () => {
    const shown = { question: "Đèn tắt?", answer: "Đã sửa." };
    const [one] = casesOf(
      logged(1, given(11, NOON)),
      logged(2, forwarded(12, 11, NOON + DAY, "Điện lực")),
      logged(3, answered(13, 11, NOON + 2 * DAY, { status: "answered", public: shown })),
      logged(4, answered(14, 11, NOON + 3 * DAY, { status: "done" })),
    );
    expect(one).toMatchObject({
      status: "done",
      forwarded: { to: "Điện lực", on: "2026-11-20" },
      answer: "Đã sửa.",
      published: { jti: id(13), ...shown },
      settledAt: NOON + 3 * DAY,
    });
  });

  test("that was answered is open again where the answer is taken back, or handed on after it", () => {
    const first = [
      logged(1, given(11, NOON)),
      logged(2, answered(12, 11, NOON + DAY, { status: "answered" }, "Sẽ xem.")),
    ];
    expect(casesOf(...first)[0]).toMatchObject({ settledAt: NOON + DAY, answer: "Sẽ xem." });
    expect(casesOf(...first, logged(3, retracted(13, 12, NOON + DAY)))[0]).toMatchObject({
      settledAt: null,
      status: "given",
      answer: undefined,
    });
    expect(casesOf(...first, logged(3, forwarded(13, 11, NOON + 2 * DAY, "Điện lực")))[0]).toMatchObject({
      settledAt: null,
      status: "forwarded",
    });
  });
});

describe("a correction of an opinion", () => {
  const corrected = (sub: string) => given(21, NOON + DAY, { corrects: id(11) }, "Đèn hẻm 5 hay tắt.", sub);

  test.each([
    ["an area", "kp2", casesOf],
    ["a household", HOUSEHOLD, ofHousehold],
  ] as const)("of %s takes its place and time, and what was said to it stays with it", (_, place, cases) => {
    const all = cases(
      logged(1, given(11, NOON, {}, "Đèn hẻm 4 hay tắt.", place)),
      logged(2, forwarded(12, 11, NOON + 100, "Điện lực", place)),
      logged(3, retracted(20, 11, NOON + DAY, place)),
      logged(4, corrected(place)),
      logged(5, answered(22, 11, NOON + 2 * DAY, { status: "answered" }, "Đã sửa.", place)),
    );
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({
      jti: id(21),
      at: NOON,
      text: "Đèn hẻm 5 hay tắt.",
      forwarded: { to: "Điện lực" },
      answer: "Đã sửa.",
      status: "answered",
    });
  });

  test("by another device is an opinion of its own, and the other is taken back", () => {
    const other = { ...corrected("kp2"), kid: kid(2) };
    const all = casesOf(
      logged(1, given(11, NOON)),
      logged(2, retracted(20, 11, NOON + DAY)),
      logged(3, other),
    );
    expect(all.map(({ jti, at }) => [jti, at])).toEqual([[id(21), NOON + DAY]]);
  });
});

describe("days and limits", () => {
  const open = { at: NOON, settledAt: null };
  test.each([
    [NOON + 11 * 3600, 0],
    [NOON + 12 * 3600, 1],
    [NOON + 15 * DAY, 15],
  ])("at %d it has been open for %d days", (now, days) => {
    expect(daysOpen(open, now)).toBe(days);
  });

  test("it is late on the day after the last of the limit, and never once it is answered", () => {
    expect([15, 16].map((days) => isLate(open, NOON + days * DAY, 15))).toEqual([false, true]);
    expect(isLate({ at: NOON, settledAt: NOON + 20 * DAY }, NOON + 40 * DAY, 15)).toBe(false);
    expect(daysOpen({ at: NOON, settledAt: NOON + 20 * DAY }, NOON + 40 * DAY)).toBe(20);
  });
});

test("the office finds by how it stands, where, what it is and which article", () => {
  const all = casesOf(
    logged(1, given(11, NOON, { article: 11, kind: "question" })),
    logged(2, given(12, NOON + 1, { article: "11" }, "Hai", "kp2/t07")),
    logged(3, given(13, NOON + 2, {}, "Ba", "kp20")),
    logged(4, forwarded(14, 13, NOON + 3, "UBND", "kp20")),
  );
  const any = { state: null, area: null, kind: null, article: null };
  const texts = (filter: object, now = NOON) =>
    selectOpinions(all, { ...any, ...filter }, now, 15).map(({ jti }) => Number(jti.slice(-2)));
  const hex = (number: number) => Number(id(number).slice(-2));
  expect(all.map(stateOf)).toEqual(["forwarded", "open", "open"]);
  expect(texts({})).toEqual([hex(13), hex(12), hex(11)].map(Number));
  expect(texts({ area: "kp2" })).toEqual([hex(12), hex(11)]);
  expect(texts({ article: "11" })).toEqual([hex(12), hex(11)]);
  expect(texts({ article: "" })).toEqual([hex(13)]);
  expect(texts({ kind: "question" })).toEqual([hex(11)]);
  expect(texts({ kind: "none", state: "open" })).toEqual([hex(12)]);
  expect(texts({ state: "late" })).toEqual([]);
  expect(texts({ state: "late" }, NOON + 16 * DAY)).toHaveLength(3);
});
