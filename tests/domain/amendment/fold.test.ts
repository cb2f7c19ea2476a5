import { expect, test } from "vitest";
import { openingDraft, stepDraft } from "../../../src/domain/amendment/amendment-statements.ts";
import { stateOf } from "../../../src/domain/amendment/count.ts";
import { amendmentsIn } from "../../../src/domain/amendment/fold-amendments.ts";
import { postedDrafts } from "../../../src/domain/amendment/posted-drafts.ts";
import { findKind } from "../../../src/domain/kinds/all.ts";
import { foldWard } from "../../../src/domain/ward.ts";
import { id, logged, said, WARD } from "../statements.ts";
import { OVER_TET, step } from "./steps.ts";

const OPENING = openingDraft({
  id: id(900),
  area: "kp2",
  covenant: "kp2",
  kind: "change",
  title: "Giờ đổ rác",
  money: false,
});

function statements(steps: typeof OVER_TET) {
  const drafts = [OPENING, ...steps.map((one) => stepDraft({ id: id(900), area: "kp2" }, one))];
  return drafts.map((draft, at) =>
    said({
      ...draft,
      jti: id(at + 1),
      iat: 1000 + at,
      sub: draft.sub,
      in: "kp2",
      body: draft.body,
      personal: draft.personal ?? {},
    }),
  );
}

test("a file is folded from what was said, in whatever order it came", () => {
  const all = statements(OVER_TET);
  for (const one of all) expect(findKind(one.claims.type, 1)?.check(one)).toBeNull();
  const forward = foldWard(
    WARD,
    all.map((one, at) => logged(at + 1, one)),
  );
  const backward = foldWard(
    WARD,
    all.toReversed().map((one, at) => logged(at + 1, one)),
  );
  const [file] = amendmentsIn(forward.amendments);
  expect(file).toMatchObject({ area: "kp2", title: "Giờ đổ rác", disputed: [], past: [] });
  expect(file && stateOf(file)).toBe("inForce");
  expect(file?.steps.map(({ jti, step: name }) => [jti, name])).toEqual(
    amendmentsIn(backward.amendments)[0]?.steps.map(({ jti, step: name }) => [jti, name]),
  );
});

test("a step that another device recorded against the law is kept aside, and what was taken back is gone", () => {
  const all = statements([
    ...OVER_TET.slice(0, 5),
    step("result", "2026-02-12", { agreed: 100, outcome: "adopted" }),
  ]);
  const ward = foldWard(
    WARD,
    all.map((one, at) => logged(at + 1, one)),
  );
  const [file] = amendmentsIn(ward.amendments);
  expect(file?.disputed).toMatchObject([{ taken: { step: "result" }, refusals: [{ code: "notEnough" }] }]);
  expect(file && stateOf(file)).toBe("underWay");
  const last = all.at(-1)?.claims.jti ?? "";
  const retraction = said({
    type: "statement.retracted",
    jti: id(99),
    sub: last,
    in: "kp2",
    body: { reason: "mistake" },
  });
  const after = foldWard(
    WARD,
    [...all, retraction].map((one, at) => logged(at + 1, one)),
  );
  expect(amendmentsIn(after.amendments)[0]?.disputed).toEqual([]);
});

test("names are disclosures, and residents see a draft while it is to be decided on", () => {
  const minutes = stepDraft(
    { id: id(900), area: "kp2" },
    step("minutes", "2026-02-12", {}, { personal: { chair: "Lê Văn Tám", note: " " } }),
  );
  expect(minutes.personal).toEqual({ chair: "Lê Văn Tám" });
  expect(JSON.stringify(minutes.body)).not.toContain("Tám");
  const seen = (count: number) =>
    postedDrafts(
      foldWard(
        WARD,
        statements(OVER_TET.slice(0, count)).map((one, at) => logged(at + 1, one)),
      ).amendments,
      "kp2",
    );
  expect([1, 2, 4, 6].map((count) => seen(count).length)).toEqual([0, 1, 1, 0]);
  expect(seen(4)).toMatchObject([
    { about: "Giờ đổ rác", postedOn: "2026-01-12", until: "2026-02-11", meetingOn: "2026-02-12" },
  ]);
});
