import { expect, it } from "vitest";
import { placeOf, targetOf, WARD_PLACE } from "../../../src/domain/signed/place.ts";
import { id, kid, said, type Said } from "../statements.ts";

const make = (type: string, sub: string, more: Partial<Said> = {}) =>
  said({ jti: id(11), type, sub, ...more });

it.each([
  ["a household's", make("visit.logged", id(1)), id(1)],
  ["an area's", make("meeting.held", "kp2/t07"), "kp2/t07"],
  ["the ward's own figures", make("indicator.observed", "phuong-3"), WARD_PLACE],
  ["an answer's, by its in", make("opinion.answered", id(11), { in: id(1) }), id(1)],
  ["a decision about the ward, by its in", make("statement.decided", id(11), { in: "phuong-3" }), WARD_PLACE],
  ["an amendment's", make("amendment.stepped", "2027", { in: "kp2" }), "kp2"],
  ["the ward", make("ward.described", "phuong-3"), WARD_PLACE],
  ["a device's", make("device.enrolled", kid(1)), WARD_PLACE],
  ["a campaign's, though it looks like an area", make("campaign.opened", "2026"), WARD_PLACE],
  ["an indicator's, though it looks like an area", make("indicator.defined", "flags"), WARD_PLACE],
  ["an invite's, though it looks like a household", make("invite.cancelled", id(1)), WARD_PLACE],
  ["of a type that only an update knows", make("garden.blessed", id(1)), id(1)],
])("%s", (_name, statement, place) => {
  expect(placeOf(statement)).toBe(place);
});

it("names the target of what speaks of a statement, and of nothing else", () => {
  expect(targetOf(make("statement.retracted", id(12), { in: id(1) }))).toBe(id(12));
  expect(targetOf(make("opinion.answered", id(12), { in: id(1) }))).toBe(id(12));
  expect(targetOf(make("visit.logged", id(1)))).toBeNull();
  expect(targetOf(make("data.erased", id(12)))).toBeNull();
  expect(targetOf(make("garden.blessed", id(12)))).toBeNull();
});
