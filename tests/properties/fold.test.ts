import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Household } from "../../src/domain/household-facts.ts";
import { foldHousehold } from "../../src/domain/household.ts";
import { inOrder, type Entry } from "../../src/domain/said.ts";
import type { Statement } from "../../src/domain/statement.ts";
import { unsent, without } from "../domain/statements.ts";
import { authors, clearHistoriesOf, foldAll, historiesOf, HOUSEHOLDS, renumbered } from "./histories.ts";
import { RUNS, shuffled } from "./runs.ts";

const withOrders = historiesOf().chain((entries) =>
  fc.record({ entries: fc.constant(entries), mixed: shuffled(entries) }),
);

const OPINIONS = ["opinion.given", "opinion.forwarded", "opinion.answered"];

describe("the fold of a set", () => {
  it("is the same in any order", () => {
    fc.assert(
      fc.property(withOrders, ({ entries, mixed }) => {
        expect(foldAll(mixed)).toEqual(foldAll(entries));
      }),
      RUNS,
    );
  });

  it("is the same where everything comes twice", () => {
    fc.assert(
      fc.property(withOrders, ({ entries, mixed }) => {
        expect(foldAll([...entries, ...mixed])).toEqual(foldAll(entries));
      }),
      RUNS,
    );
  });

  it("changes nothing of what it was given", () => {
    fc.assert(
      fc.property(historiesOf(), (entries) => {
        const before = JSON.stringify(entries);
        foldAll(entries);
        expect(JSON.stringify(entries)).toBe(before);
      }),
      RUNS,
    );
  });

  it("is the same where copies came in parts, each with some of the personal fields", () => {
    const parts = withOrders.chain(({ entries, mixed }) => {
      const cuts = fc.array(fc.boolean(), { minLength: 64, maxLength: 64 });
      return fc.record({ entries: fc.constant(entries), mixed: fc.constant(mixed), cuts });
    });
    fc.assert(
      fc.property(parts, ({ entries, mixed, cuts }) => {
        const halves = mixed.flatMap((entry) => [half(entry, cuts, true), half(entry, cuts, false)]);
        expect(foldAll(halves)).toEqual(foldAll(entries));
        expect(foldAll([...halves].reverse())).toEqual(foldAll(entries));
      }),
      RUNS,
    );
  });

  it("is the same however pulls were cut, and whatever of it this phone had made itself", () => {
    const cut = fc.record({ whole: withOrders, at: fc.nat(40), own: fc.nat(40) });
    fc.assert(
      fc.property(cut, ({ whole: { entries, mixed }, at, own }) => {
        const first = mixed.slice(0, at);
        const second = mixed.slice(Math.max(0, at - 3));
        // Its own copies stay in the phone until the ward has a backup of them.
        const outbox = entries
          .slice(0, own)
          .filter(({ seq }) => seq !== null)
          .map(({ statement }) => unsent(statement));
        expect(foldAll([...outbox, ...second, ...first])).toEqual(foldAll(entries));
      }),
      RUNS,
    );
  });

  it("takes the ward's in the order of its log, then the phone's own, marked as such", () => {
    fc.assert(
      fc.property(withOrders, ({ mixed }) => {
        const numbers = inOrder(mixed).map(({ seq }) => seq ?? Infinity);
        expect(numbers).toEqual([...numbers].sort((a, b) => (a === b ? 0 : a - b)));
        const standings = new Map(mixed.map(({ statement, standing }) => [statement.claims.jti, standing]));
        for (const household of foldAll(mixed).values()) {
          for (const { jti, standing } of household.diary) expect(standing).toBe(standings.get(jti));
          for (const facts of [
            household.pledges,
            household.visits,
            household.deliveries,
            household.consents,
          ]) {
            const own = facts.findIndex(({ seq }) => seq === null);
            expect(own < 0 || facts.slice(own).every(({ seq }) => seq === null)).toBe(true);
          }
        }
      }),
      RUNS,
    );
  });
});

describe("a server restored from an old backup", () => {
  it("numbers anew, and nothing that has a time of its own changes", () => {
    const numbered = fc
      .oneof(clearHistoriesOf(), clearHistoriesOf(...OPINIONS))
      .chain((entries) =>
        fc.record({ entries: fc.constant(entries), numbers: shuffled(entries.map((_entry, at) => at + 1)) }),
      );
    fc.assert(
      fc.property(numbered, ({ entries, numbers }) => {
        const again = renumbered(entries, numbers);
        for (const one of HOUSEHOLDS) {
          const [before, after] = [entries, again].map((list) =>
            timed(foldHousehold(one, mine(list, one), authors)),
          );
          expect(after).toEqual(before);
        }
      }),
      RUNS,
    );
  });
});

/** What does not hang on the order of the log: everything but the first pledge and the first registration. */
function timed(household: Household): object {
  const { members, number, head, address, phone, note, ended, purposes, preferred, opinions, pledges } =
    household;
  const { diary, erased, visits, deliveries, records } = household;
  return {
    members,
    number,
    head,
    address,
    phone,
    note,
    ended,
    preferred,
    erased,
    purposes: [...purposes].sort(),
    pledges: byId(
      pledges.map(({ jti, withdrawn, signer }) => ({
        jti,
        withdrawn,
        signer,
      })),
    ),
    opinions: byId(
      opinions.map(({ jti, status, answer }) => ({
        jti,
        status,
        answer,
      })),
    ),
    diary: diary.map(({ jti, retracted, personal }) => ({
      jti,
      retracted,
      personal,
    })),
    ids: [...visits, ...deliveries, ...records].map(({ jti }) => jti).sort(),
  };
}

function byId<Thing extends { readonly jti: string }>(things: readonly Thing[]): Thing[] {
  return [...things].sort((a, b) => (a.jti < b.jti ? -1 : 1));
}

function mine(entries: readonly Entry[], household: string): Entry[] {
  return entries.filter(
    ({ statement: { claims } }) => claims.type === "data.erased" || (claims.in ?? claims.sub) === household,
  );
}

function half(entry: Entry, cuts: readonly boolean[], side: boolean): Entry {
  const away = entry.statement.disclosures.filter(
    (_one, at) => cuts[(at + digitOf(entry.statement)) % 64] === side,
  );
  return { ...entry, statement: without(entry.statement, ...away.map(({ name }) => name)) };
}

function digitOf({ claims }: Statement): number {
  return claims.n * 7;
}
