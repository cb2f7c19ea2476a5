import { expect, test } from "vitest";
import { foldHousehold } from "../../../src/domain/household.ts";
import { findKind } from "../../../src/domain/kinds/all.ts";
import type { Draft } from "../../../src/domain/statement.ts";
import { foldWard } from "../../../src/domain/ward.ts";
import {
  commendationsIn,
  grantDraft,
  grantedOnes,
  namedConsentDraft,
  namedWithdrawalDraft,
  openProposals,
  proposalDraft,
  shownCommendations,
  type NewGrant,
} from "../../../src/domain/ward/commendations.ts";
import { id, logged, said, without } from "../statements.ts";

const YEAR = Date.parse("2026-11-10T09:00+07:00") / 1000;
const HOUSEHOLD = id(7);
let last = 100;

/** A draft as it would stand in the log. */
function spoken({ type, sub, body, personal = {} }: Draft, iat = YEAR, jti = id((last += 1))) {
  const known = Object.fromEntries(Object.entries(personal).filter(([, value]) => value !== undefined));
  return said({ jti, type, sub, body, personal: known, iat });
}

const wardOf = (...all: ReturnType<typeof said>[]) =>
  foldWard(
    "phuong-3",
    all.map((one, at) => logged(at + 1, one)),
  );
const householdOf = (...all: ReturnType<typeof said>[]) =>
  foldHousehold(
    HOUSEHOLD,
    all.map((one, at) => logged(at + 1, one)),
    () => ({ person: "p", role: "office" }),
  );

const GRANT: NewGrant = {
  place: HOUSEHOLD,
  level: "phuong",
  period: "2026",
  on: "2026-11-12",
  decision: "12/QĐ-MTTQ",
  group: undefined,
  reason: "Hiến đất mở hẻm",
  proposal: undefined,
  consent: undefined,
  area: undefined,
  name: undefined,
};

test("all that the drafts say has the shape of its kind", () => {
  const drafts = [
    proposalDraft({
      place: "kp2/t07",
      level: "phuong",
      period: "2026",
      group: "Chi hội Phụ nữ",
      reason: "Việc tốt",
      byRule: undefined,
    }),
    grantDraft({ ...GRANT, consent: id(5), area: "kp2", name: "Hộ bà Ánh" }),
    namedConsentDraft(HOUSEHOLD, "Bà Ánh", YEAR),
    namedWithdrawalDraft(HOUSEHOLD),
  ];
  for (const draft of drafts) expect(findKind(draft.type, 1)?.check(spoken(draft))).toBeNull();
});

test("a proposal is open until it, or its place at that level and year, was praised", () => {
  const of = (place: string, level = "phuong") =>
    spoken(
      proposalDraft({ place, level, period: "2026", group: undefined, reason: "Tốt", byRule: undefined }),
    );
  const [first, other, again] = [of("kp1/t01"), of("kp1/t02"), of("kp1/t01", "khuPho")];
  const granted = spoken(grantDraft({ ...GRANT, place: "kp1/t01", proposal: first.claims.jti }));
  const all = commendationsIn(wardOf(first, other, again, granted).records, []);
  expect(openProposals(all).map(({ place, level }) => [place, level])).toEqual(
    expect.arrayContaining([
      ["kp1/t02", "phuong"],
      ["kp1/t01", "khuPho"],
    ]),
  );
  expect(openProposals(all)).toHaveLength(2);
  expect(grantedOnes(all)).toMatchObject([
    { decision: "12/QĐ-MTTQ", on: "2026-11-12", reason: "Hiến đất mở hẻm" },
  ]);
});

test("a household's stand with the household, a rule is no proposal, and a retracted one is none", () => {
  const proposal = spoken(
    proposalDraft({
      place: HOUSEHOLD,
      level: "phuong",
      period: "2026",
      group: undefined,
      reason: "Giúp xóm giềng",
      byRule: undefined,
    }),
  );
  const dropped = spoken(grantDraft(GRANT));
  const back = said({
    jti: id((last += 1)),
    type: "statement.retracted",
    sub: dropped.claims.jti,
    in: HOUSEHOLD,
    body: { reason: "mistake" },
    iat: YEAR + 60,
  });
  const { id: household, records } = householdOf(proposal, dropped, back);
  const ward = wardOf(
    said({
      jti: id(99),
      type: "commendation.proposed",
      sub: "phuong-3",
      body: { level: "phuong", period: "2026", rule: { name: "Tiêu biểu", of: "household", pledged: true } },
    }),
  ).records;
  expect(commendationsIn(ward, [{ id: household, records }])).toMatchObject([
    { stage: "proposed", place: HOUSEHOLD, reason: "Giúp xóm giềng" },
  ]);
});

const CONSENT = id(50);
const agreed = (jti = CONSENT, at = YEAR) => spoken(namedConsentDraft(HOUSEHOLD, "Bà Ánh", at), at, jti);
const NAMED = grantDraft({ ...GRANT, consent: CONSENT, area: "kp2", name: "Hộ bà Ánh, tổ 7" });

test("a handbook shows groups of its area, and a household only by the name that it agreed to", () => {
  const group = spoken(grantDraft({ ...GRANT, place: "kp2/t07", group: "Tổ tự quản" }));
  const records = wardOf(group, spoken(grantDraft(GRANT)), spoken(NAMED)).records;
  const shown = shownCommendations(records, "phuong-3", "kp2");
  expect(shown.map(({ name, reason }) => [name, reason])).toEqual([
    ["Hộ bà Ánh, tổ 7", "Hiến đất mở hẻm"],
    // Its words are a disclosure that the public has not got.
    ["Tổ tự quản", undefined],
  ]);
  expect(shownCommendations(records, "phuong-3", "kp1")).toEqual([]);
  const bare = wardOf(without(spoken(NAMED), "name")).records;
  expect(shownCommendations(bare, "phuong-3", "kp2")).toEqual([]);
});

test("without a consent no name is even said", () => {
  const draft = grantDraft({ ...GRANT, name: "Hộ bà Ánh", area: "kp2" });
  expect(JSON.stringify(draft)).not.toMatch(/Ánh|kp2/);
  expect(findKind("commendation.granted", 1)?.public(spoken(draft))).toBe(false);
  expect(findKind("commendation.granted", 1)?.public(spoken(NAMED))).toBe(true);
});

test("who goes back on being named is named no more, until it agrees anew", () => {
  const withdrawn = spoken(namedWithdrawalDraft(HOUSEHOLD), YEAR + 100);
  const other = spoken({ ...namedWithdrawalDraft(HOUSEHOLD), body: { purposes: ["record"] } }, YEAR + 100);
  const shown = (...all: ReturnType<typeof said>[]) =>
    shownCommendations(wardOf(...all).records, "phuong-3", "kp2").length;
  expect(shown(agreed(), spoken(NAMED), other)).toBe(1);
  expect(shown(agreed(), spoken(NAMED), withdrawn)).toBe(0);
  expect(shown(withdrawn, spoken(NAMED), agreed())).toBe(0);
  const anew = id(51);
  const later = spoken(grantDraft({ ...GRANT, consent: anew, area: "kp2", name: "Hộ bà Ánh" }), YEAR + 200);
  expect(shown(agreed(), withdrawn, agreed(anew, YEAR + 200), later)).toBe(1);
});
