import { describe, expect, it } from "vitest";
import { countingPledge, type Household } from "../../../src/domain/household-facts.ts";
import { foldHousehold } from "../../../src/domain/household.ts";
import { statusOf } from "../../../src/domain/household/status.ts";
import type { Entry } from "../../../src/domain/said.ts";
import { id, kid, logged, said, type Said } from "../statements.ts";

const HOUSEHOLD = id(1);
const DAY = 86_400;
const fold = (...entries: Entry[]): Household =>
  foldHousehold(HOUSEHOLD, entries, (device) => ({
    person: device,
    role: device === kid(9) ? "office" : "volunteer",
  }));

const visit = (jti: number, iat: number, outcome: string, more: Partial<Said> & { corrects?: number } = {}) =>
  said({
    type: "visit.logged",
    jti: id(jti),
    iat,
    ...more,
    body: { outcome, ...(more.corrects === undefined ? {} : { corrects: id(more.corrects) }) },
  });
const retraction = (jti: number, iat: number, of: number, more: Partial<Said> = {}) =>
  said({
    type: "statement.retracted",
    jti: id(jti),
    iat,
    sub: id(of),
    in: HOUSEHOLD,
    body: { reason: "mistake" },
    ...more,
  });
const pledge = (jti: number, iat: number, signer: string, corrects?: number) =>
  said({
    type: "pledge.signed",
    jti: id(jti),
    iat,
    body: {
      campaign: "2026",
      edition: 4,
      agreed: ["flag"],
      declined: [],
      medium: "screen",
      consent: id(77),
      ...(corrects === undefined ? {} : { corrects: id(corrects) }),
    },
    personal: { signer, relation: "chủ hộ", strokes: "M1 1l9 9" },
  });

describe("a correction", () => {
  it("stands in the diary beside what it corrects, each at its own time", () => {
    const { diary } = fold(
      logged(1, visit(11, 1000, "absent")),
      logged(2, retraction(12, 1000 + DAY, 11)),
      logged(3, visit(13, 1000 + DAY, "refused", { corrects: 11 })),
    );
    expect(
      diary.map(({ jti, at, retracted, corrects, correctedBy }) => [
        jti,
        at,
        retracted,
        corrects,
        correctedBy,
      ]),
    ).toEqual([
      [id(13), 1000 + DAY, false, id(11), null],
      [id(11), 1000, true, null, id(13)],
    ]);
  });

  it("tells of the moment that the corrected one told of, so that what came later stays later", () => {
    const household = fold(
      logged(1, visit(11, 1000, "absent")),
      logged(2, visit(14, 1000 + DAY, "comeBack")),
      logged(3, retraction(12, 1000 + 2 * DAY, 11)),
      logged(4, visit(13, 1000 + 2 * DAY, "refused", { corrects: 11 })),
    );
    expect(household.visits.map(({ jti, at, outcome }) => [jti, at, outcome])).toEqual([
      [id(13), 1000, "refused"],
    ]);
    const later = fold(
      logged(1, visit(11, 1000, "absent")),
      logged(2, visit(14, 1000 + DAY, "absent")),
      logged(3, retraction(12, 1000 + 2 * DAY, 11)),
      logged(4, visit(13, 1000 + 2 * DAY, "refused", { corrects: 11 })),
    );
    expect(statusOf(later, undefined)).toMatchObject({ word: "refused", at: 1000, absences: 1 });
  });

  it("leaves no line of a slip of the thumb", () => {
    const { diary } = fold(
      logged(1, visit(11, 1000, "absent")),
      logged(2, retraction(12, 1008, 11)),
      logged(3, visit(13, 1008, "refused", { corrects: 11 })),
    );
    expect(diary.map(({ jti }) => jti)).toEqual([id(13)]);
  });

  it("may itself be corrected, and be taken back", () => {
    const twice = [
      logged(1, visit(11, 1000, "absent")),
      logged(2, retraction(12, 2000, 11)),
      logged(3, visit(13, 2000, "refused", { corrects: 11 })),
      logged(4, retraction(14, 3000, 13)),
      logged(5, visit(15, 3000, "comeBack", { corrects: 13 })),
    ];
    // `comeBack` needs its hour: what breaks the schema tells nothing.
    expect(fold(...twice).visits).toEqual([]);
    const good = [...twice.slice(0, 4), logged(5, visit(15, 3000, "absent", { corrects: 13 }))];
    expect(fold(...good).visits.map(({ jti, at }) => [jti, at])).toEqual([[id(15), 1000]]);
    expect(fold(...good, logged(6, retraction(16, 4000, 15))).visits).toEqual([]);
  });

  it("by somebody who may not take the other back stands for itself", () => {
    const household = fold(
      logged(1, visit(11, 1000, "absent")),
      logged(2, retraction(12, 2000, 11, { kid: kid(2) })),
      logged(3, visit(13, 2000, "refused", { corrects: 11, kid: kid(2) })),
    );
    expect(household.visits.map(({ jti, at }) => [jti, at])).toEqual([
      [id(11), 1000],
      [id(13), 2000],
    ]);
    expect(
      household.diary.every(({ corrects, correctedBy }) => corrects === null && correctedBy === null),
    ).toBe(true);
  });

  it("by another than who took it back takes no time from it", () => {
    const household = fold(
      logged(1, visit(11, 1000, "absent")),
      logged(2, retraction(12, 2000, 11)),
      logged(3, visit(13, 2000, "refused", { corrects: 11, kid: kid(2) })),
    );
    expect(household.visits.map(({ at }) => at)).toEqual([2000]);
  });

  it("by the office counts", () => {
    const household = fold(
      logged(1, visit(11, 1000, "absent")),
      logged(2, retraction(12, 2000, 11, { kid: kid(9) })),
      logged(3, visit(13, 2000, "refused", { corrects: 11, kid: kid(9) })),
    );
    expect(household.visits.map(({ jti, at }) => [jti, at])).toEqual([[id(13), 1000]]);
  });

  it("of itself, or of each other, makes no circle", () => {
    expect(
      fold(logged(1, visit(11, 1000, "absent", { corrects: 11 })), logged(2, retraction(12, 2000, 11)))
        .visits,
    ).toEqual([]);
    const ring = fold(
      logged(1, visit(11, 1000, "absent", { corrects: 13 })),
      logged(2, visit(13, 1500, "refused", { corrects: 11 })),
      logged(3, retraction(12, 2000, 11)),
      logged(4, retraction(14, 2000, 13)),
    );
    expect(ring.visits).toEqual([]);
    expect(ring.diary).toHaveLength(2);
  });

  it("of a pledge keeps its place: the first stays the first, the preferred the preferred, the withdrawn withdrawn", () => {
    const corrected = [
      logged(1, pledge(21, 1000, "Nguyen Thi Anh")),
      logged(2, pledge(22, 1100, "Trần Văn Bảy")),
      logged(3, retraction(23, 5000, 21)),
      logged(4, pledge(24, 5000, "Nguyễn Thị Ánh", 21)),
    ];
    const household = fold(...corrected);
    expect(household.pledges.map(({ jti, signer, at }) => [jti, signer, at])).toEqual([
      [id(24), "Nguyễn Thị Ánh", 1000],
      [id(22), "Trần Văn Bảy", 1100],
    ]);
    const preferred = (jti: number, of: number) =>
      said({ type: "pledge.preferred", jti: id(jti), iat: 2000, body: { campaign: "2026", pledge: id(of) } });
    expect(countingPledge(fold(...corrected, logged(5, preferred(25, 22))), "2026")?.jti).toBe(id(22));
    expect(fold(...corrected, logged(5, preferred(25, 21))).preferred["2026"]).toBe(id(24));
    const gone = said({ type: "pledge.withdrawn", jti: id(26), iat: 3000, body: { campaign: "2026" } });
    expect(fold(...corrected, logged(5, gone)).pledges.map(({ withdrawn }) => withdrawn)).toEqual([
      true,
      true,
    ]);
  });
});
