import { expect, test } from "vitest";
import type { DiaryLine } from "../../../src/domain/household-facts.ts";
import { waitingChanges } from "../../../src/domain/household/waiting-changes.ts";

const line = (more: Partial<DiaryLine>): DiaryLine => ({
  jti: "a",
  kid: "k",
  n: 1,
  type: "household.merged",
  v: 1,
  sub: "h",
  in: undefined,
  body: {},
  personal: {},
  iat: 1,
  seq: null,
  standing: "held",
  at: 1,
  approximate: false,
  weight: 1,
  erased: 0,
  erasedAt: undefined,
  retracted: false,
  corrects: null,
  correctedBy: null,
  known: true,
  ...more,
});

test.each([
  ["held, of a volunteer", {}, "volunteer", true],
  ["held, seen by the office", {}, "office", true],
  ["not sent yet, of a volunteer: it will be held", { standing: "unsent" }, "volunteer", true],
  ["not sent yet, of the office: it decides itself", { standing: "unsent" }, "office", false],
  ["in the log", { standing: "log", seq: 7 }, "volunteer", false],
  ["taken back", { retracted: true }, "volunteer", false],
  [
    "held for another reason: a visit changes nothing of the list",
    { type: "visit.logged" },
    "volunteer",
    false,
  ],
  ["a move", { type: "household.moved" }, "volunteer", true],
  ["a parting", { type: "household.split" }, "volunteer", true],
  ["an end", { type: "household.closed" }, "volunteer", true],
] as const)("a change of the list that is %s", (_, more, role, waits) => {
  expect(waitingChanges({ diary: [line(more)] }, role)).toHaveLength(waits ? 1 : 0);
});
