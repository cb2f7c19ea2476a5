import { expect, test } from "vitest";
import { decisionDraft } from "../../../src/domain/covenant/covenant-decision-draft.ts";
import { decisionFlaw, readArticles } from "../../../src/domain/covenant/covenant-decision-flaw.ts";
import {
  covenantDecisions,
  haltedIn,
  haltsOf,
  type NewCovenantDecision,
} from "../../../src/domain/covenant/covenant-standing.ts";
import { findKind } from "../../../src/domain/kinds/all.ts";
import type { Covenant } from "../../../src/domain/ward-facts.ts";
import { foldWard } from "../../../src/domain/ward.ts";
import { id, logged, said, WARD } from "../statements.ts";

const COVENANT: Covenant = {
  jti: id(1),
  kid: "",
  at: 1,
  seq: 1,
  area: "kp2",
  covenant: "kp2",
  edition: 4,
  title: "Quy ước khu phố 2",
  recognition: { number: "1527/QĐ-UBND", date: "2022-10-14", authority: "UBND thị xã" },
  inForce: "2022-10-14",
  chapters: [
    { title: "I", articles: [5, 7, "12a"].map((number) => ({ number, title: "Điều", text: "Lời." })) },
  ],
};

function decided(more: Partial<NewCovenantDecision> = {}): NewCovenantDecision {
  return {
    area: "kp2",
    covenant: "kp2",
    outcome: "suspended",
    number: "15/QĐ-UBND",
    date: "2026-05-04",
    authority: "UBND phường",
    from: "2026-05-06",
    articles: [],
    grounds: "",
    asked: "",
    ...more,
  };
}

/** The decisions as a ward's log keeps them. */
function recorded(...all: readonly NewCovenantDecision[]) {
  const statements = all.map((one, at) => said({ ...decisionDraft(one), jti: id(10 + at), iat: 1000 + at }));
  for (const one of statements) expect(findKind("covenant.decided", 1)?.check(one)).toBeNull();
  return covenantDecisions(
    foldWard(
      WARD,
      statements.map((one, at) => logged(at + 1, one)),
    ).records,
  );
}

test("a covenant is suspended as a whole from its day on, until it is let hold again", () => {
  const all = recorded(
    decided({ grounds: "Chờ sửa Điều 5." }),
    decided({ outcome: "resumed", date: "2026-08-01", from: "2026-08-03" }),
  );
  const at = (day: string) => haltedIn(all, COVENANT, day).whole?.number ?? null;
  expect(["2026-05-05", "2026-05-06", "2026-08-02", "2026-08-03"].map(at)).toEqual([
    null,
    "15/QĐ-UBND",
    "15/QĐ-UBND",
    null,
  ]);
  expect(haltsOf(haltedIn(all.slice(0, 1), COVENANT))).toMatchObject([
    { by: { grounds: "Chờ sửa Điều 5.", authority: "UBND phường" }, articles: [] },
  ]);
});

test("single articles are suspended and abolished; what is abolished does not come back, only by a new edition", () => {
  const all = recorded(
    decided({ articles: ["5", "7"] }),
    decided({ outcome: "abolished", number: "20/QĐ-UBND", articles: ["12a"], from: "2026-06-01" }),
    decided({ outcome: "resumed", number: "21/QĐ-UBND", articles: ["7", "12a"], from: "2026-07-01" }),
  );
  const { whole, articles } = haltedIn(all, COVENANT);
  expect(whole).toBeNull();
  expect([...articles].map(([number, by]) => [number, by.outcome])).toEqual([
    ["5", "suspended"],
    ["12a", "abolished"],
  ]);
  expect(haltsOf({ whole, articles }).map((one) => one.articles)).toEqual([["5"], ["12a"]]);
  const anew = { ...COVENANT, recognition: { ...COVENANT.recognition, date: "2026-10-01" } };
  expect(haltsOf(haltedIn(all, anew))).toEqual([]);
  expect(haltsOf(haltedIn(all, { ...COVENANT, area: "kp1" }))).toEqual([]);
});

test("whatever was abolished as a whole stays abolished, and what was taken back never was", () => {
  const end = decided({ outcome: "abolished" });
  const again = decided({ outcome: "resumed", date: "2026-06-01", from: "2026-06-01" });
  expect(haltedIn(recorded(end, again), COVENANT).whole?.outcome).toBe("abolished");
  const [first] = [said({ ...decisionDraft(end), jti: id(10), iat: 1000 })];
  const back = said({
    type: "statement.retracted",
    jti: id(11),
    iat: 1001,
    sub: id(10),
    in: "kp2",
    body: { reason: "mistake" },
  });
  const ward = foldWard(WARD, [logged(1, first), logged(2, back)]);
  expect(covenantDecisions(ward.records)).toEqual([]);
});

test("what cannot be is refused with its reason", () => {
  const flaw = (more: Partial<NewCovenantDecision>, isWhole = true, others = recorded()) =>
    decisionFlaw(decided(more), isWhole, COVENANT, others, "2026-11-23")?.flaw ?? null;
  expect(flaw({})).toBeNull();
  expect(flaw({ number: "" })).toBe("noNumber");
  expect(flaw({ from: "" })).toBe("noDate");
  expect(flaw({ date: "2026-11-24", from: "2026-11-24" })).toBe("future");
  expect(flaw({ asked: "2026-05-05" })).toBe("askedAfter");
  expect(flaw({ asked: "2026-05-04" })).toBeNull();
  expect(flaw({ date: "2022-10-13" })).toBe("beforeRecognition");
  expect(flaw({ from: "2026-05-03" })).toBe("fromBefore");
  expect(flaw({}, false)).toBe("noArticles");
  expect(flaw({ articles: ["5", "99"] }, false)).toBe("unknownArticle");
  expect(flaw({ outcome: "resumed" })).toBe("notSuspended");
  const some = recorded(decided({ articles: ["5"] }));
  expect(flaw({ outcome: "resumed", articles: ["5"] }, false, some)).toBeNull();
  expect(flaw({ outcome: "resumed", articles: ["7"] }, false, some)).toBe("notSuspended");
  expect(flaw({}, true, recorded(decided({ outcome: "abolished" })))).toBe("abolished");
  expect(decisionFlaw(decided(), true, null, [], "2026-11-23")?.flaw).toBe("noCovenant");
  expect(readArticles("Điều 5, 7 và điều 12a; 5")).toEqual(["5", "7", "12a"]);
});
