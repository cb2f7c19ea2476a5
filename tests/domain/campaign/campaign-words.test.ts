import { describe, expect, it } from "vitest";
import { consentAt, itemAt } from "../../../src/domain/campaign/campaign-words.ts";
import type { Entry } from "../../../src/domain/said.ts";
import { foldWard } from "../../../src/domain/ward.ts";
import { id, logged, said, unsent, WARD } from "../statements.ts";

const FLAG = { id: "flag", text: "Treo cờ", article: 13 };
const WASTE = { id: "waste", text: "Gom rác", article: 11 };
const RECORD = [{ id: "record", text: "Lưu họ tên" }];

const opened = (iat: number, items: readonly object[], consent: object = { version: 1, purposes: RECORD }) =>
  said({
    jti: id(1000 + iat),
    type: "campaign.opened",
    sub: "2026",
    iat,
    body: { title: `Lần ${iat}`, from: "2026-10-01", to: "2026-12-31", editions: {}, items, consent },
  });

const fold = (...entries: readonly Entry[]) => {
  const [campaign] = foldWard(WARD, entries).campaigns;
  if (!campaign) throw new Error("no campaign");
  return campaign;
};

/** The campaign after openings that the ward heard of one after the other. */
const after = (...openings: readonly ReturnType<typeof opened>[]) =>
  fold(...openings.map((one, at) => logged(at + 1, one)));

describe("the words of an item", () => {
  it("stay for whoever signed them, once it is offered under another id or no more", () => {
    const campaign = after(
      opened(10, [FLAG, WASTE]),
      opened(20, [{ ...FLAG, id: "co", text: "Treo cờ đẹp" }]),
    );
    expect(campaign.items.map((item) => item.id)).toEqual(["co"]);
    // A phone that has not heard of the change asks the old ones on.
    for (const at of [15, 25]) {
      expect(itemAt(campaign, "flag", at)).toEqual(FLAG);
      expect(itemAt(campaign, "waste", at)).toEqual(WASTE);
    }
    expect(itemAt(campaign, "co", 25)?.text).toBe("Treo cờ đẹp");
    expect(itemAt(campaign, "tree", 25)).toBeUndefined();
  });

  it("are those of the moment where others came under the same id", () => {
    const [second, third] = [
      { ...FLAG, text: "Treo cờ đẹp" },
      { ...FLAG, article: 14 },
    ];
    const campaign = after(
      opened(10, [FLAG]),
      opened(20, [second]),
      opened(30, [second]),
      opened(40, [third]),
    );
    expect([5, 19, 20, 39, 40].map((at) => itemAt(campaign, "flag", at))).toEqual([
      FLAG,
      FLAG,
      second,
      second,
      third,
    ]);
  });

  it("are kept once they change, and only then", () => {
    const longer = after(opened(10, [FLAG]), opened(20, [FLAG, WASTE]));
    expect(longer.former).toEqual([]);
    const without = after(opened(10, [FLAG, WASTE]), opened(20, [FLAG]), opened(30, [FLAG]));
    expect(without.former).toEqual([{ words: WASTE, until: 20 }]);
  });

  it("outlast a closing, and hang on when things were said, not on when they came", () => {
    const closed = said({ jti: id(5), type: "campaign.closed", sub: "2026", iat: 15 });
    const [one, two] = [opened(10, [FLAG]), opened(20, [{ ...FLAG, text: "Treo cờ đẹp" }])];
    const inTurn = fold(logged(1, one), logged(2, closed), logged(3, two));
    const late = fold(logged(7, one, 90_000), logged(2, closed), logged(3, two));
    expect(itemAt(inTurn, "flag", 12)).toEqual(FLAG);
    expect(late.former).toEqual(inTurn.former);
    expect(fold(logged(1, one), unsent(two)).former).toEqual(inTurn.former);
  });

  it("are not changed by fields that a later version may add", () => {
    const strange = { ...FLAG, until: "x", words: 3 };
    const one = opened(10, [strange]);
    const first = { ...one, claims: { ...one.claims, body: { ...one.claims.body, former: 5 } } };
    expect(itemAt(after(first), "flag", 15)?.text).toBe("Treo cờ");
    expect(itemAt(after(first, opened(20, [{ ...FLAG, text: "B" }])), "flag", 15)?.text).toBe("Treo cờ");
  });
});

describe("what a household was asked to consent to", () => {
  it("is found by the version that it named, and where one was said twice by the moment", () => {
    const photo = [...RECORD, { id: "photo", text: "Lưu ảnh" }];
    const asked = (version: number, purposes: readonly object[]) => ({ version, purposes });
    const campaign = after(
      opened(10, [FLAG], asked(1, RECORD)),
      opened(20, [FLAG], asked(2, photo)),
      opened(30, [FLAG], asked(2, [])),
    );
    expect(consentAt(campaign, 1, 99)?.purposes).toEqual(RECORD);
    expect([25, 35].map((at) => consentAt(campaign, 2, at)?.purposes)).toEqual([photo, []]);
    expect(consentAt(campaign, "1", 15)?.purposes).toEqual(RECORD);
    expect(consentAt(campaign, 7, 99)).toBeUndefined();
  });
});
