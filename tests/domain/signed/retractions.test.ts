import { expect, it } from "vitest";
import { inOrder, type Entry } from "../../../src/domain/said.ts";
import { findRetractions, type Author } from "../../../src/domain/signed/retractions.ts";
import { id, kid, logged, said, unsent, type Said } from "../statements.ts";

const [office, chi, chisNew, binh, stranger] = [kid(1), kid(2), kid(3), kid(4), kid(5)];
const people = new Map<string, Author>([
  [office, { person: id(101), role: "office" }],
  [chi, { person: id(102), role: "volunteer" }],
  [chisNew, { person: id(102), role: "volunteer" }],
  [binh, { person: id(103), role: "volunteer" }],
]);

const VISIT = id(11);
const visit = (by: string, more: Partial<Said> = {}) =>
  said({ jti: VISIT, type: "visit.logged", kid: by, ...more });
const back = (by: string, more: Partial<Said> = {}) =>
  said({ jti: id(12), type: "statement.retracted", sub: VISIT, in: id(1), kid: by, iat: 5000, ...more });
const accepted = said({
  jti: id(13),
  type: "statement.decided",
  sub: id(12),
  in: id(1),
  body: { decision: "accept" },
});
const refused = said({
  jti: id(13),
  type: "statement.decided",
  sub: id(12),
  in: id(1),
  body: { decision: "refuse" },
});

function retracted(...entries: Entry[]): string[] {
  return [...findRetractions(inOrder(entries), (device) => people.get(device)).keys()];
}

it.each([
  ["the same device", chi, chi],
  ["a new phone of the same person", chi, chisNew],
  ["the office", chi, office],
  ["a device that nobody knows, of itself", stranger, stranger],
])("works by %s", (_name, author, speaker) => {
  expect(retracted(logged(1, visit(author)), logged(2, back(speaker)))).toEqual([VISIT]);
  // Before its target, too.
  expect(retracted(logged(1, back(speaker)), logged(2, visit(author)))).toEqual([VISIT]);
  expect(retracted(logged(1, visit(author)), unsent(back(speaker)))).toEqual([VISIT]);
});

it.each([
  ["another person", chi, binh],
  ["a device that nobody knows", chi, stranger],
  ["another of which nobody knows either", stranger, kid(6)],
  ["a volunteer, of the office's", office, chi],
])("does not work by %s", (_name, author, speaker) => {
  expect(retracted(logged(1, visit(author)), logged(2, back(speaker)))).toEqual([]);
});

it("works by another person if the office let it through", () => {
  expect(retracted(logged(1, visit(chi)), logged(2, back(binh)), logged(3, accepted))).toEqual([VISIT]);
  expect(retracted(logged(1, accepted), logged(2, back(binh)), logged(3, visit(chi)))).toEqual([VISIT]);
  expect(retracted(logged(1, visit(chi)), logged(2, refused), unsent(back(binh), "held"))).toEqual([]);
});

it.each([
  "ward.described",
  "device.enrolled",
  "device.revoked",
  "data.erased",
  "statement.decided",
  "statement.retracted",
])("takes no %s back", (type) => {
  expect(retracted(logged(1, visit(chi, { type })), logged(2, back(office)))).toEqual([]);
});

it("of a version that this app cannot read has no effect", () => {
  expect(retracted(logged(1, visit(chi)), logged(2, back(chi, { v: 2 })))).toEqual([]);
  const later = said({
    jti: id(13),
    type: "statement.decided",
    v: 2,
    sub: id(12),
    body: { decision: "accept" },
  });
  expect(retracted(logged(1, visit(chi)), logged(2, back(binh)), logged(3, later))).toEqual([]);
});

it.each([
  ["ten seconds", chi, 1010, true],
  ["eleven seconds", chi, 1011, false],
  ["ten seconds on a new phone", chisNew, 1010, true],
  ["ten seconds, but by the office", office, 1010, false],
])("after %s: a slip is %#", (_name, speaker, iat, slip) => {
  const entries = inOrder([logged(1, visit(chi)), logged(2, back(speaker, { iat }))]);
  expect(findRetractions(entries, (device) => people.get(device)).get(VISIT)?.slip).toBe(slip);
});
