import { describe, expect, test } from "vitest";

import { sightOf, type Reader, type Shown, type Sight } from "../../../src/server/sight/sight.ts";
import { newId } from "../speaker.ts";

const [own, merged, heir, other, assigned] = [newId(), newId(), newId(), newId(), newId()];

const readers = {
  office: reader("office"),
  volunteer: { ...reader("volunteer"), areas: ["kp1"], households: [assigned] },
  household: { ...reader("household"), own: [own] },
  viewer: reader("viewer"),
} satisfies Record<string, Reader>;
type Role = keyof typeof readers;

function reader(role: string): Reader {
  return { kid: role, role, areas: [], households: [], own: [] };
}

function shown(type: string, place: string, over: Partial<Shown> = {}): Shown {
  const area = place === own ? "kp2/t06" : place === other ? "kp1/t01" : null;
  return {
    type,
    topic: type,
    place,
    heir: place,
    area,
    public: false,
    kid: "somebody",
    author: null,
    reaches: false,
    ...over,
  };
}

/** What office, volunteer of kp1, a household and a viewer see, in that order. */
const table: [string, Shown, [Sight, Sight, Sight, Sight]][] = [
  ["the ward itself", shown("ward.described", "", { public: true }), ["whole", "bare", "bare", "bare"]],
  ["an enrolment", shown("device.enrolled", ""), ["whole", "whole", "bare", "bare"]],
  ["a covenant", shown("covenant.published", "kp2", { public: true }), ["whole", "bare", "bare", "bare"]],
  [
    "a covenant of its area",
    shown("covenant.published", "kp1", { public: true }),
    ["whole", "whole", "bare", "bare"],
  ],
  ["a household in the area", shown("household.registered", other), ["whole", "whole", "none", "none"]],
  ["the household's own", shown("household.registered", own), ["whole", "none", "whole", "none"]],
  [
    "a household of kp10",
    shown("household.registered", newId(), { area: "kp10/t01" }),
    ["whole", "none", "none", "none"],
  ],
  ["a household without an area", shown("visit.logged", newId()), ["whole", "none", "none", "none"]],
  ["a household assigned by itself", shown("visit.logged", assigned), ["whole", "whole", "none", "none"]],
  [
    "one merged into a household assigned",
    shown("visit.logged", merged, { heir: assigned, area: "kp3/t11" }),
    ["whole", "whole", "none", "none"],
  ],
  ["a visit to the household", shown("visit.logged", own), ["whole", "none", "none", "none"]],
  ["a pledge of the household", shown("pledge.signed", own), ["whole", "none", "whole", "none"]],
  ["an opinion of an area", shown("opinion.given", "kp1/t01"), ["whole", "whole", "none", "none"]],
  ["an opinion of another area", shown("opinion.given", "kp10"), ["whole", "none", "none", "none"]],
  [
    "a public answer to a household elsewhere",
    shown("opinion.answered", newId(), { public: true, area: "kp3/t11" }),
    ["whole", "bare", "bare", "bare"],
  ],
  [
    "a meeting of the whole ward",
    shown("meeting.held", "", { public: true }),
    ["whole", "bare", "bare", "bare"],
  ],
  ["a round in an area", shown("round.assigned", "kp1"), ["whole", "whole", "none", "none"]],
  ["a cancelled invite", shown("invite.cancelled", ""), ["whole", "none", "none", "none"]],
  [
    "its own cancelled invite",
    shown("invite.cancelled", "", { kid: "volunteer" }),
    ["whole", "whole", "none", "none"],
  ],
  [
    "the retraction of a public one",
    shown("statement.retracted", "kp2", { topic: "meeting.held", public: true }),
    ["whole", "bare", "bare", "bare"],
  ],
  [
    "the retraction of a visit to the household",
    shown("statement.retracted", own, { topic: "visit.logged" }),
    ["whole", "none", "none", "none"],
  ],
  [
    "the retraction of its pledge by the volunteer",
    shown("statement.retracted", own, { topic: "pledge.signed" }),
    ["whole", "none", "bare", "none"],
  ],
  [
    "the retraction of its pledge by itself",
    shown("statement.retracted", own, { topic: "pledge.signed", author: own }),
    ["whole", "none", "whole", "none"],
  ],
  [
    "a decision about what nobody knows yet",
    shown("statement.decided", own, { topic: "" }),
    ["whole", "none", "none", "none"],
  ],
  [
    "the same in the volunteer's area",
    shown("statement.decided", other, { topic: "" }),
    ["whole", "whole", "none", "none"],
  ],
  ["an erasure in the ward", shown("data.erased", "", { topic: "" }), ["whole", "bare", "bare", "bare"]],
  [
    "an erasure of the household",
    shown("data.erased", own, { topic: "" }),
    ["whole", "none", "whole", "none"],
  ],
  ["an erasure in the area", shown("data.erased", other, { topic: "" }), ["whole", "whole", "none", "none"]],
  [
    "an erasure elsewhere of what one said oneself",
    shown("data.erased", own, { topic: "", reaches: true }),
    ["whole", "bare", "whole", "bare"],
  ],
  [
    "a type from the future about a household",
    shown("garden.blessed", own),
    ["whole", "none", "none", "none"],
  ],
  ["a type from the future in the area", shown("garden.blessed", other), ["whole", "whole", "none", "none"]],
];

describe.each(table)("%s", (_name, statement, sights) => {
  const roles: Role[] = ["office", "volunteer", "household", "viewer"];
  test.each(roles.map((role, index): [Role, Sight] => [role, sights[index] ?? "none"]))(
    "is to %s %s",
    (role, sight) => {
      expect(sightOf(readers[role], statement)).toBe(sight);
    },
  );
});

test("a household that was merged reads on as its heir", () => {
  const phone = { ...readers.household, own: [merged, heir] };
  expect(sightOf(phone, shown("pledge.signed", heir))).toBe("whole");
  expect(sightOf(phone, shown("pledge.signed", merged))).toBe("whole");
  expect(sightOf(phone, shown("pledge.signed", other))).toBe("none");
});

test("a role that nobody knows sees nothing", () => {
  expect(sightOf(reader("admin"), shown("ward.described", "", { public: true }))).toBe("none");
});
