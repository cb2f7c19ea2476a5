import fc from "fast-check";
import { expect, it } from "vitest";
import { likelyDoubles } from "../../src/domain/meeting/meeting-doubles.ts";
import { meetingsIn } from "../../src/domain/meeting/meetings.ts";
import { foldWard } from "../../src/domain/ward.ts";
import { id, kid, logged, said, WARD } from "../domain/statements.ts";
import { RUNS, shuffled } from "./runs.ts";

const AREAS = ["kp2/t07", "kp2/t08", "kp2", WARD];
const events = fc.array(
  fc.record({
    what: fc.nat(4),
    which: fc.nat(3),
    other: fc.nat(3),
    area: fc.nat(3),
    yes: fc.boolean(),
    seen: fc.boolean(),
  }),
  { minLength: 2, maxLength: 20 },
);

it("joins the same meetings in any order of arrival, and however a restored server numbers them", () => {
  const histories = events.chain((list) => {
    const statements = statementsOf(list);
    return fc.record({
      statements: fc.constant(statements),
      arrived: shuffled(statements.map((one, at) => logged(at + 1, one))),
      numbers: shuffled(statements.map((_one, at) => at + 1)),
    });
  });
  fc.assert(
    fc.property(histories, ({ statements, arrived, numbers }) => {
      const first = read(statements.map((one, at) => logged(at + 1, one)));
      expect(read(arrived)).toEqual(first);
      const renumbered = read(statements.map((one, at) => logged(numbers[at] ?? 0, one)));
      expect(withoutNumbers(renumbered)).toEqual(withoutNumbers(first));
    }),
    RUNS,
  );
});

type Event = typeof events extends fc.Arbitrary<(infer One)[]> ? One : never;

/** Meetings of four phones, what they say of them later, and what the office says of which are one; each a minute after the one before. */
function statementsOf(list: readonly Event[]) {
  const begun = new Set<number>();
  return list.map((event, at) => {
    const isFirst = event.what < 3 && !begun.has(event.which);
    if (isFirst) begun.add(event.which);
    return isFirst ? beginning(event, at) : statementOf(event, at);
  });
}

function heldBy({ which, area, yes }: Event, at: number, more: { jti: string; body?: object }) {
  const body = { kind: "residents", date: "2026-11-22", place: yes ? "Chợ" : "", subject: `Họp ${which}` };
  return said({
    kid: kid(which),
    iat: 1_795_000_000 + 60 * at,
    type: "meeting.held",
    sub: AREAS[area] ?? WARD,
    personal: { minutes: `Biên bản ${at}` },
    jti: more.jti,
    body: { ...body, ...more.body },
  });
}

function beginning(event: Event, at: number) {
  return heldBy(event, at, { jti: id(event.which + 1) });
}

function statementOf(event: Event, at: number) {
  const { what, which, other, yes, seen } = event;
  const office = { jti: id(100 + at), kid: kid(9), iat: 1_795_000_000 + 60 * at };
  const pair = [id(which + 1), id(other + 1)];
  if (what === 4) {
    const body = { reason: "mistake" };
    return said({ ...office, type: "statement.retracted", sub: id(100 + which + 4), in: "kp2", body });
  }
  if (what === 3)
    return said({ ...office, type: "meeting.matched", sub: "kp2", body: { meetings: pair, same: yes } });
  const body = { meeting: pair[0], present: at, ...(seen ? { together: pair } : {}) };
  return heldBy(event, at, { jti: id(100 + at), body });
}

function read(entries: ReturnType<typeof logged>[]) {
  const records = foldWard(WARD, entries).meetings;
  const meetings = meetingsIn(records, WARD).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const doubles = likelyDoubles(meetings, records, WARD).map((group) => group.map((one) => one.id));
  return { meetings, doubles: doubles.toSorted((a, b) => ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1)) };
}

/** What stands in an order of numbers is compared without them. */
function withoutNumbers({ meetings, doubles }: ReturnType<typeof read>) {
  const told = meetings.map((one) => ({
    id: one.id,
    jti: one.jti,
    area: one.area,
    subject: one.subject,
    place: one.place,
    present: one.present,
    minutes: one.minutes,
    names: one.names.toSorted(),
    parts: one.parts.map((part) => [part.id, part.jti, part.minutes]),
    joinedBy: one.joinedBy.map(({ jti }) => jti).toSorted(),
  }));
  return { told, doubles };
}
