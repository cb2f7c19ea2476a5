import { describe, expect, it } from "vitest";
import type { HouseholdStatus } from "../../../src/domain/household/status.ts";
import { dueToday, dueTomorrow, startOfToday } from "../../../src/domain/round/appointments.ts";

const at = (moment: string) => Date.parse(`2026-11-${moment}:00+07:00`) / 1000;
const NOW = at("23T18:30");
const promised = (moment: string, more: Partial<HouseholdStatus> = {}) => ({
  moment,
  number: 1,
  status: {
    word: "again" as const,
    at: 0,
    appointment: at(moment),
    conflict: false,
    absences: 0,
    ...more,
  },
});
const moments = (doors: readonly { readonly moment: string }[]) => doors.map(({ moment }) => moment);

describe("appointments", () => {
  const doors = [
    promised("25T00:00"),
    promised("24T23:59"),
    promised("24T00:00"),
    promised("23T23:59"),
    promised("23T08:00"),
    promised("20T08:00"),
  ];

  it("of today, and forgotten ones, the earliest first", () => {
    expect(moments(dueToday(doors, NOW))).toEqual(["20T08:00", "23T08:00", "23T23:59"]);
  });

  it("of tomorrow, by the day in Việt Nam", () => {
    expect(moments(dueTomorrow(doors, NOW))).toEqual(["24T00:00", "24T23:59"]);
  });

  it("wait no longer once somebody went, was met, or signed", () => {
    const kept = [
      promised("23T08:00", { missedAt: [at("23T07:30")] }),
      promised("23T08:00", { word: "signed", appointment: null }),
      promised("23T08:00", { missedAt: [at("23T07:29")] }),
    ];
    expect(dueToday(kept, NOW)).toEqual([kept[2]]);
  });

  it("begin their day at midnight in Việt Nam", () => {
    expect(startOfToday(at("23T00:00"))).toBe(at("23T00:00"));
    expect(startOfToday(at("23T23:59"))).toBe(at("23T00:00"));
  });
});

it("waits at no door where data were erased", () => {
  const erased = { ...promised("23T08:00"), number: undefined, erased: true };
  expect(dueToday([erased, { ...erased, address: "12/4 đường 30/4" }], NOW)).toHaveLength(1);
});
