import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countingPledge, type Household } from "../../src/domain/household-facts.ts";
import { foldHousehold } from "../../src/domain/household.ts";
import { heirOf } from "../../src/domain/household/mergers.ts";
import { copiesOf } from "../../src/domain/household/status.ts";
import type { Entry } from "../../src/domain/said.ts";
import { HOUSEHOLDS, CAMPAIGNS, authors, foldAll, historiesOf, inSight, mergersOf } from "./histories.ts";
import { RUNS, shuffled } from "./runs.ts";

// The rules at the end of PROTOCOL.md §2, each read off the entries once more in the plainest way.

/** Histories in which what the rule speaks of is all there is, in any order. */
function mixedOf(...types: readonly string[]): fc.Arbitrary<Entry[]> {
  return fc.oneof(historiesOf(...types), historiesOf()).chain(shuffled);
}

const PLEDGES = ["pledge.signed", "pledge.withdrawn", "pledge.preferred", "statement.retracted"];
const TAKEN_BACK = ["visit.logged", "statement.retracted", "statement.decided"];
const FIELDS = [
  "household.registered",
  "household.changed",
  "household.moved",
  "statement.retracted",
  "data.erased",
];
const CONSENTS = ["consent.given", "consent.withdrawn", "statement.retracted"];
const MERGERS = [
  "household.registered",
  "household.merged",
  "household.closed",
  "visit.logged",
  "statement.retracted",
];
const ERASURES = ["household.changed", "pledge.signed", "opinion.given", "opinion.answered", "data.erased"];

describe("the copies that a household was handed", () => {
  it("are one of an edition, and one more for each record that knew of it", () => {
    fc.assert(
      fc.property(mixedOf("handbook.delivered", "statement.retracted"), (entries) => {
        forEach(entries, (household, whole) => {
          const handed = whole
            .filter((entry) => says(entry, "handbook.delivered") && !isRetracted(entry, whole))
            .map(({ statement: { claims } }) => claims.body);
          const [others, firsts] = [true, undefined].map((more) =>
            handed.filter(({ another }) => another === more).map(({ edition }) => edition),
          );
          expect(copiesOf(household).sort()).toEqual([...new Set(firsts), ...(others ?? [])].sort());
        });
      }),
      RUNS,
    );
  });
});

describe("two pledges", () => {
  it("are both kept; the first in the log counts until another is preferred", () => {
    fc.assert(
      fc.property(mixedOf(...PLEDGES), (entries) => {
        forEach(entries, (household, whole) => {
          const signed = whole.filter((entry) => says(entry, "pledge.signed") && !isRetracted(entry, whole));
          expect(household.pledges.map(({ jti }) => jti)).toEqual(signed.map(jtiOf));
          for (const campaign of CAMPAIGNS) {
            const standing = signed.filter(
              (entry) => isOf(entry, campaign) && !isWithdrawn(entry, campaign, whole),
            );
            const choices = whole.filter((entry) => says(entry, "pledge.preferred") && isOf(entry, campaign));
            const choice = latest(choices.filter((entry) => !isRetracted(entry, whole)));
            const preferred = standing.find(
              (entry) => jtiOf(entry) === choice?.statement.claims.body["pledge"],
            );
            const counts = preferred ?? standing[0];
            expect(countingPledge(household, campaign)?.jti).toBe(counts && jtiOf(counts));
          }
        });
      }),
      RUNS,
    );
  });
});

describe("a retraction", () => {
  it("works by the same person, the office, or where the office let it through; before its target, too", () => {
    fc.assert(
      fc.property(mixedOf(...TAKEN_BACK), (entries) => {
        forEach(entries, (household, whole) => {
          for (const line of household.diary) {
            const entry = whole.find((one) => jtiOf(one) === line.jti);
            expect(line.retracted).toBe(entry !== undefined && isRetracted(entry, whole));
          }
          // What is taken back at once leaves no line; everything else leaves one.
          const lines = new Set(household.diary.map(({ jti }) => jti));
          for (const entry of whole) {
            const kept =
              lines.has(jtiOf(entry)) || says(entry, "statement.retracted") || isRetracted(entry, whole);
            expect(kept).toBe(true);
          }
        });
      }),
      RUNS,
    );
  });

  it("never takes back what a ward, a device, an erasure or a statement about one is", () => {
    fc.assert(
      fc.property(mixedOf(...TAKEN_BACK), (entries) => {
        for (const household of foldAll(entries).values()) {
          const back = household.diary.filter(({ retracted }) => retracted);
          expect(back.filter(({ type }) => /^(ward|device|data|statement)\./.test(type))).toEqual([]);
        }
      }),
      RUNS,
    );
  });
});

describe("of a changed field", () => {
  const fields = [
    ["members", "body"],
    ["head", "personal"],
    ["number", "personal"],
    ["address", "personal"],
    ["phone", "personal"],
    ["note", "personal"],
  ] as const;

  it("the latest min(made, received) holds, ties by number; what comes late with an older time shows in the diary only", () => {
    fc.assert(
      fc.property(mixedOf(...FIELDS), (entries) => {
        for (const one of HOUSEHOLDS) {
          const whole = inOrderOfFold(inSight(entries, [one]));
          const household = foldHousehold(one, whole, authors);
          const setting = whole.filter(
            (entry) =>
              /^household\.(registered|changed|moved)$/.test(typeOf(entry)) &&
              isKnown(entry) &&
              isAbout(entry, one) &&
              !isRetracted(entry, whole),
          );
          for (const [name, part] of fields) {
            const words = setting.map((entry) => ({ ...entry, value: valueOf(entry, name, part, whole) }));
            const last = latest(words.filter(({ value }) => value !== undefined));
            expect(household[name] ?? undefined).toBe(last?.value);
          }
        }
      }),
      RUNS,
    );
  });

  it("the area is the first registration's until a move", () => {
    fc.assert(
      fc.property(mixedOf(...FIELDS), (entries) => {
        for (const one of HOUSEHOLDS) {
          const whole = inOrderOfFold(inSight(entries, [one]));
          const standing = whole.filter((entry) => isAbout(entry, one) && !isRetracted(entry, whole));
          const moves = standing.filter((entry) => says(entry, "household.moved"));
          const first = standing.find((entry) => says(entry, "household.registered"));
          // A move may stand before the registration in the log, where a server was restored.
          const words = first && !moves.some((move) => isBefore(move, first)) ? [first, ...moves] : moves;
          const last = latest(words);
          expect(foldHousehold(one, whole, authors).area).toBe(last?.statement.claims.body["area"] ?? null);
        }
      }),
      RUNS,
    );
  });

  it("a purpose is agreed to if the last word on it was a consent", () => {
    fc.assert(
      fc.property(mixedOf(...CONSENTS), (entries) => {
        forEach(entries, (household, whole) => {
          const words = whole.filter(
            (entry) => typeOf(entry).startsWith("consent.") && !isRetracted(entry, whole),
          );
          for (const purpose of ["record", "photo", "__proto__"]) {
            const last = latest(words.filter((entry) => purposesOf(entry).includes(purpose)));
            expect(household.purposes.includes(purpose)).toBe(
              last !== undefined && says(last, "consent.given"),
            );
          }
        });
      }),
      RUNS,
    );
  });
});

describe("mergers", () => {
  it("make acts about the merged count for the heir, and its name and number not", () => {
    fc.assert(
      fc.property(mixedOf(...MERGERS), (entries) => {
        const alone = new Map(
          HOUSEHOLDS.map((one) => [one, foldHousehold(one, inSight(entries, [one]), authors)]),
        );
        for (const [heir, household] of foldAll(entries)) {
          const own = alone.get(heir);
          const { area, members, number, head, address, phone, note, ended } = household;
          expect(own).toMatchObject({ area, members, number, head, address, phone, note, ended });
          const whole = HOUSEHOLDS.filter((one) => heirOf(one, mergersOf(alone)) === heir);
          const visits = whole.flatMap((one) => alone.get(one)?.visits ?? []);
          expect(household.visits.map(({ jti }) => jti).sort()).toEqual(visits.map(({ jti }) => jti).sort());
        }
      }),
      RUNS,
    );
  });

  it("end for every chain in one heir, and hang on no ring", () => {
    const names = fc.constantFrom(..."abcdefgh");
    fc.assert(
      fc.property(fc.array(fc.tuple(names, names), { maxLength: 12 }), (steps) => {
        const mergers = new Map(steps);
        for (const one of "abcdefgh") {
          const heir = heirOf(one, mergers);
          const next = mergers.get(heir);
          // Either nobody stands for the heir, or the chain bites its tail and everybody in it stands alone.
          expect(next === undefined || heir === one).toBe(true);
          expect(heirOf(heir, mergers)).toBe(heir);
        }
      }),
      RUNS,
    );
  });
});

describe("an erasure", () => {
  it("leaves of every statement what no erasure covers, whichever came first", () => {
    fc.assert(
      fc.property(mixedOf(...ERASURES), (entries) => {
        forEach(entries, (household, whole) => {
          for (const line of household.diary) {
            const entry = whole.find((one) => jtiOf(one) === line.jti);
            const kept =
              entry?.statement.disclosures.filter(({ name }) => !isErased(entry, name, whole)) ?? [];
            expect(line.personal).toEqual(Object.fromEntries(kept.map(({ name, value }) => [name, value])));
            expect(line.erased).toBe((entry?.statement.disclosures.length ?? 0) - kept.length);
          }
          expect(household.erased).toBe(
            whole.some((entry) =>
              entry.statement.disclosures.some(({ name }) => isErased(entry, name, whole)),
            ),
          );
        });
      }),
      RUNS,
    );
  });

  it("leaves no trace of an erased word anywhere in what screens show", () => {
    fc.assert(
      fc.property(mixedOf(...ERASURES), (entries) => {
        forEach(entries, (household, whole) => {
          const shown = JSON.stringify(household);
          for (const entry of whole) {
            const gone = entry.statement.disclosures.filter(({ name }) => isErased(entry, name, whole));
            const words = gone.map(({ value }) => value).filter((value) => typeof value === "string");
            for (const word of words) expect(shown).not.toContain(JSON.stringify(word));
          }
        });
      }),
      RUNS,
    );
  });
});

/** Each household that stands, with the entries that count for it in the order of the fold. */
function forEach(
  entries: readonly Entry[],
  look: (household: Household, whole: readonly Entry[]) => void,
): void {
  const alone = new Map(HOUSEHOLDS.map((one) => [one, foldHousehold(one, inSight(entries, [one]), authors)]));
  const mergers = mergersOf(alone);
  for (const [heir, household] of foldAll(entries)) {
    const whole = HOUSEHOLDS.filter((one) => heirOf(one, mergers) === heir);
    look(household, inOrderOfFold(inSight(entries, whole)));
  }
}

/** The log's by number, then this phone's own in the order in which they were made. Each stands once in a history. */
function inOrderOfFold(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => (isBefore(a, b) ? -1 : 1));
}

function isBefore(a: Entry, b: Entry): boolean {
  if (a.seq !== null || b.seq !== null) return (a.seq ?? Infinity) < (b.seq ?? Infinity);
  return a.statement.claims.n < b.statement.claims.n;
}

function weightOf({ at, statement }: Entry): number {
  return Math.min(statement.claims.iat, at === null ? Infinity : Math.floor(at / 1000));
}

/** Of entries in the order of the fold the one that holds. */
function latest<One extends Entry>(entries: readonly One[]): One | undefined {
  return entries.reduce<One | undefined>(
    (best, one) => (best && weightOf(one) < weightOf(best) ? best : one),
    undefined,
  );
}

function jtiOf({ statement }: Entry): string {
  return statement.claims.jti;
}

function typeOf({ statement }: Entry): string {
  return statement.claims.type;
}

function isKnown({ statement }: Entry): boolean {
  return statement.claims.v === 1;
}

function says(entry: Entry, type: string): boolean {
  return typeOf(entry) === type && isKnown(entry);
}

function isAbout({ statement }: Entry, household: string): boolean {
  return statement.claims.sub === household;
}

function isOf({ statement }: Entry, campaign: string): boolean {
  return statement.claims.body["campaign"] === campaign;
}

function purposesOf({ statement }: Entry): readonly unknown[] {
  const { purposes } = statement.claims.body;
  return Array.isArray(purposes) ? purposes : [];
}

function isWithdrawn(pledge: Entry, campaign: string, whole: readonly Entry[]): boolean {
  const withdrawals = whole.filter(
    (entry) => says(entry, "pledge.withdrawn") && isOf(entry, campaign) && !isRetracted(entry, whole),
  );
  return withdrawals.some((entry) => {
    const [made, gone] = [weightOf(pledge), weightOf(entry)];
    return made < gone || (made === gone && isBefore(pledge, entry));
  });
}

function isRetracted(target: Entry, whole: readonly Entry[]): boolean {
  if (/^(ward|device|data|statement)\./.test(typeOf(target))) return false;
  const author = authors(target.statement.kid);
  return whole.some((entry) => {
    if (!says(entry, "statement.retracted") || entry.statement.claims.sub !== jtiOf(target)) return false;
    const speaker = authors(entry.statement.kid);
    const same =
      entry.statement.kid === target.statement.kid || (speaker && author && speaker.person === author.person);
    const accepted = whole.some((one) => {
      const { sub, body } = one.statement.claims;
      return says(one, "statement.decided") && sub === jtiOf(entry) && body["decision"] === "accept";
    });
    return Boolean(same) || speaker?.role === "office" || accepted;
  });
}

function isErased(entry: Entry | undefined, name: string, whole: readonly Entry[]): boolean {
  return whole.some(({ statement: { claims } }) => {
    if (!entry || claims.type !== "data.erased" || claims.v !== 1 || typeOf(entry) === "data.erased")
      return false;
    const { statements, names } = claims.body;
    const { sub, in: inside, jti } = entry.statement.claims;
    const reached = Array.isArray(statements)
      ? statements.includes(jti)
      : [sub, inside, jti].includes(claims.sub);
    return reached && (!Array.isArray(names) || names.includes(name));
  });
}

function valueOf(entry: Entry, name: string, part: "body" | "personal", whole: readonly Entry[]): unknown {
  if (part === "body") return entry.statement.claims.body[name];
  if (isErased(entry, name, whole)) return undefined;
  return entry.statement.disclosures.find((one) => one.name === name)?.value;
}
