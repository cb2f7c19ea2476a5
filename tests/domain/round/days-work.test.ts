import { expect, it } from "vitest";
import { daysWork, type Spoken } from "../../../src/domain/round/days-work.ts";

const at = (moment: string) => Date.parse(`2026-11-${moment}:00+07:00`) / 1000;
const NOW = at("23T18:30");
let count = 0;
const spoken = (type: string, sub: string, more: Partial<Spoken> = {}): Spoken => ({
  jti: `jti-${++count}`,
  type,
  sub,
  at: NOW - 3600,
  standing: "unsent",
  ...more,
});

it("counts what was recorded today, and at how many doors", () => {
  const lines = [
    spoken("handbook.delivered", "a"),
    spoken("consent.given", "a"),
    spoken("pledge.signed", "a", { standing: "received" }),
    spoken("visit.logged", "b", { outcome: "absent" }),
    spoken("visit.logged", "b", { outcome: "comeBack" }),
    spoken("visit.logged", "c", { outcome: "refused", at: at("23T00:00") }),
    spoken("visit.logged", "d", { outcome: "absent", at: at("22T23:59") }),
  ];
  expect(daysWork(lines, NOW)).toEqual({
    signed: 1,
    given: 1,
    comeBack: 1,
    absent: 1,
    refused: 1,
    households: 3,
  });
});

it("counts nothing that was taken back, or that the ward does not take", () => {
  const slip = spoken("visit.logged", "a", { outcome: "absent" });
  const lines = [
    slip,
    spoken("statement.retracted", slip.jti),
    spoken("pledge.signed", "b", { standing: "rejected" }),
    spoken("pledge.signed", "c", { standing: "refused" }),
    spoken("pledge.signed", "d", { standing: "held" }),
  ];
  expect(daysWork(lines, NOW)).toMatchObject({ signed: 1, absent: 0, households: 1 });
});
