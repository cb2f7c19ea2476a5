import { describe, expect, test } from "vitest";
import { foldHousehold } from "../../../src/domain/household.ts";
import { requestsIn, type DataRequest } from "../../../src/domain/matters/data-requests.ts";
import { certaintyOf, daysUntil, dueAt, isOverdue } from "../../../src/domain/matters/request-clock.ts";
import { isOpenRequest, stateOfRequest } from "../../../src/domain/matters/request-state.ts";
import type { Entry } from "../../../src/domain/said.ts";
import { id, logged, said } from "../statements.ts";

const HOUSEHOLD = id(1);
const DAY = 86_400;
const moment = (text: string) => Date.parse(`${text}+07:00`) / 1000;
const MONDAY = moment("2026-11-23T09:00:00");

const made = (jti: number, at: number, body: object) =>
  said({ type: "request.made", jti: id(jti), iat: at, body: { kind: "see", ...body }, personal: {} });
const answered = (jti: number, of: number, at: number, outcome: string, text?: string) =>
  said({
    type: "request.answered",
    jti: id(jti),
    sub: id(of),
    in: HOUSEHOLD,
    iat: at,
    body: { outcome },
    personal: text === undefined ? {} : { text },
  });
const requests = (...entries: Entry[]): DataRequest[] =>
  requestsIn(foldHousehold(HOUSEHOLD, entries, (kid) => ({ person: kid, role: "office" })).records);

describe("the clock of an answer", () => {
  test.each([
    ["a Monday before the day of culture", "2026-11-23T09:00:00", "2026-11-26T23:59:59"],
    ["a Thursday before Tết", "2026-02-12T09:00:00", "2026-02-23T23:59:59"],
    ["a Friday before a Saturday on which people work", "2026-08-21T09:00:00", "2026-08-24T23:59:59"],
    ["a Thursday", "2026-11-26T20:00:00", "2026-11-30T23:59:59"],
    ["a Friday", "2026-11-27T08:00:00", "2026-12-01T23:59:59"],
    ["a Saturday", "2026-11-28T08:00:00", "2026-12-01T23:59:59"],
    ["a Sunday night", "2026-11-29T23:59:00", "2026-12-01T23:59:59"],
  ])("of %s runs out at the end of the second working day after", (_, at, due) => {
    const request = { kind: "see" as const, at: moment(at), answer: null };
    expect(dueAt(request)).toBe(moment(due));
    expect([moment(due), moment(due) + 1].map((now) => isOverdue(request, now))).toEqual([false, true]);
  });

  test("says how sure it is", () => {
    const doubt = (at: string) => certaintyOf({ at: moment(at), answer: null });
    expect(doubt("2026-03-02T09:00:00")).toMatchObject({ provisional: false, unknownYears: [] });
    expect(doubt("2027-02-04T09:00:00")).toMatchObject({ provisional: true });
    expect(doubt("2027-12-31T09:00:00")).toMatchObject({ unknownYears: [2028] });
    expect(certaintyOf({ at: MONDAY, answer: { outcome: "done", at: MONDAY, text: undefined } })).toBeNull();
  });

  test("goes on for a withdrawal that was agreed to, for 15 days from its coming; of others nobody waits by law", () => {
    const answer = { outcome: "accepted" as const, at: MONDAY + 100, text: undefined };
    expect(dueAt({ kind: "withdraw", at: MONDAY, answer })).toBe(moment("2026-12-08T23:59:59"));
    expect(dueAt({ kind: "correct", at: MONDAY, answer })).toBeNull();
    expect(dueAt({ kind: "withdraw", at: MONDAY, answer: { ...answer, outcome: "done" } })).toBeNull();
    expect(
      [answer, { ...answer, outcome: "done" as const }, null].map((one) => isOpenRequest({ answer: one })),
    ).toEqual([true, false, true]);
  });

  test("counts days of Việt Nam", () => {
    expect(daysUntil(moment("2026-11-25T23:59:59"), moment("2026-11-25T00:00:01"))).toBe(0);
    expect(daysUntil(moment("2026-11-25T23:59:59"), moment("2026-11-26T00:00:01"))).toBe(-1);
  });
});

describe("a request of a household whose data were erased", () => {
  const gone = (at: number, body: object = {}) =>
    logged(9, said({ type: "data.erased", jti: id(19), iat: at, body: { ...body } }));
  const told = (...entries: Entry[]) =>
    requests(...entries).map((one) => [
      stateOfRequest(one),
      isOpenRequest(one),
      dueAt(one),
      certaintyOf(one),
    ]);

  test("is closed, and no clock runs", () => {
    const asked = logged(1, made(11, MONDAY, { kind: "withdraw" }));
    const agreed = logged(2, answered(12, 11, MONDAY + 60, "accepted"));
    const closed = [["erased", false, null, null]];
    expect(told(asked, gone(MONDAY + DAY))).toEqual(closed);
    expect(told(asked, agreed, gone(MONDAY + DAY))).toEqual(closed);
    const [request] = requests(asked, gone(MONDAY + DAY));
    expect(request && isOverdue(request, MONDAY + 90 * DAY)).toBe(false);
  });

  test("stays done where it was; made after the erasure, or with its words left, it is open", () => {
    const asked = logged(1, made(11, MONDAY, {}));
    const done = logged(2, answered(12, 11, MONDAY + 60, "done"));
    expect(told(asked, done, gone(MONDAY + DAY))).toEqual([["done", false, null, null]]);
    const open = ["waiting", true, expect.any(Number), expect.anything()];
    expect(told(asked, gone(MONDAY - DAY))).toEqual([open]);
    expect(told(asked, gone(MONDAY + DAY, { names: ["phone"] }))).toEqual([open]);
  });
});

describe("a request", () => {
  test("that came on paper runs from the day on which it came, never from one to come", () => {
    const all = requests(
      logged(1, made(11, MONDAY, { channel: "paper", on: "2026-11-20" })),
      logged(2, made(12, MONDAY, { channel: "phone", on: "2026-12-20" })),
      logged(3, made(13, MONDAY, { kind: "erase" })),
    );
    expect(all.map(({ channel, at, kind }) => [channel, at, kind])).toEqual([
      ["paper", moment("2026-11-20T00:00:00"), "see"],
      ["phone", MONDAY, "see"],
      ["app", MONDAY, "erase"],
    ]);
  });

  test("has the last answer that stands, whichever came first", () => {
    const retraction = said({
      type: "statement.retracted",
      jti: id(20),
      sub: id(13),
      in: HOUSEHOLD,
      iat: MONDAY + 2 * DAY + 500,
      body: { reason: "mistake" },
    });
    const all = requests(
      logged(1, answered(12, 11, MONDAY + DAY, "accepted", "Phường sẽ sửa.")),
      logged(2, made(11, MONDAY, {})),
      logged(3, answered(13, 11, MONDAY + 2 * DAY, "refused")),
      logged(4, retraction),
    );
    expect(all).toMatchObject([{ answer: { outcome: "accepted", text: "Phường sẽ sửa." } }]);
  });

  test("that was taken back is none", () => {
    const retraction = said({
      type: "statement.retracted",
      jti: id(20),
      sub: id(11),
      in: HOUSEHOLD,
      iat: MONDAY,
      body: { reason: "wish" },
    });
    expect(requests(logged(1, made(11, MONDAY, {})), logged(2, retraction))).toEqual([]);
  });
});
