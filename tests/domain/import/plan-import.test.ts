import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { planImport } from "../../../src/domain/import/plan-import.ts";
import { brief, csv, goodList, imported, planOf, wardOf } from "./lists.ts";

const AN = "1,1,1,Trần Văn An,12,Lê Lợi,2,";
const BE = "1,1,2,Lê Thị Bé,14,Lê Lợi,3,";
const CHI = "1,1,3,Võ Minh Chí,16,Lê Lợi,4,";
const nothing = { add: [], change: {}, same: 0, refused: [], missing: [] };

test("a first import adds every household, a second nothing", async () => {
  expect(brief(await planOf([AN, BE, CHI], []))).toEqual({
    ...nothing,
    add: ["Trần Văn An", "Lê Thị Bé", "Võ Minh Chí"],
  });
  expect(brief(await planOf([AN, BE, CHI], await wardOf(AN, BE, CHI)))).toEqual({ ...nothing, same: 3 });
});

test("one row inserted on top changes the numbers below it", async () => {
  const rows = [
    "1,1,1,Cao Văn Mới,10,Lê Lợi,1,",
    AN.replace(",1,T", ",2,T"),
    BE.replace(",2,L", ",3,L"),
    CHI.replace(",3,V", ",4,V"),
  ];
  expect(brief(await planOf(rows, await wardOf(AN, BE, CHI)))).toEqual({
    ...nothing,
    add: ["Cao Văn Mới"],
    change: { h1: { number: 2 }, h2: { number: 3 }, h3: { number: 4 } },
  });
});

test("two heads swapped are two changed heads at the addresses where they are", async () => {
  const rows = ["1,1,1,Lê Thị Bé,12,Lê Lợi,2,", "1,1,2,Trần Văn An,14,Lê Lợi,3,", CHI];
  expect(brief(await planOf(rows, await wardOf(AN, BE, CHI)))).toEqual({
    ...nothing,
    change: { h1: { head: "Lê Thị Bé" }, h2: { head: "Trần Văn An" } },
    same: 1,
  });
});

test("two whole rows swapped change their numbers only", async () => {
  const rows = ["1,1,1,Lê Thị Bé,14,Lê Lợi,3,", "1,1,2,Trần Văn An,12,Lê Lợi,2,"];
  expect(brief(await planOf(rows, await wardOf(AN, BE)))).toEqual({
    ...nothing,
    change: { h1: { number: 2 }, h2: { number: 1 } },
  });
});

test("a head died and his wife follows", async () => {
  const rows = ["1,1,1,Phan Thị Hai,12,Lê Lợi,1,", BE];
  expect(brief(await planOf(rows, await wardOf(AN, BE)))).toEqual({
    ...nothing,
    change: { h1: { head: "Phan Thị Hai", members: 1 } },
    same: 1,
  });
});

test("a household got another house number", async () => {
  expect(brief(await planOf(["1,1,1,Trần Văn An,12A,Lê Lợi,2,"], await wardOf(AN)))).toEqual({
    ...nothing,
    change: { h1: { address: "12A Lê Lợi" } },
  });
});

describe("two of the same name", () => {
  const other = "1,1,2,Trần Văn An,40,Hùng Vương,5,";

  it("are told apart by their addresses, also when their numbers move", async () => {
    const rows = ["1,1,2,Trần Văn An,12,Lê Lợi,2,", "1,1,1,Trần Văn An,40,Hùng Vương,6,"];
    expect(brief(await planOf(rows, await wardOf(AN, other)))).toEqual({
      ...nothing,
      change: { h1: { number: 2 }, h2: { number: 1, members: 6 } },
    });
  });

  it("are refused when both addresses changed", async () => {
    const rows = ["1,1,1,Trần Văn An,13,Lê Lợi,2,", "1,1,2,Trần Văn An,41,Hùng Vương,5,"];
    expect(brief(await planOf(rows, await wardOf(AN, other)))).toEqual({
      ...nothing,
      refused: ["2 ambiguous", "3 ambiguous"],
    });
  });

  const [front, back] = [AN, "1,1,2,Trần Văn An,12,Lê Lợi,5,"];

  it("at one address are told apart by their numbers", async () => {
    expect(brief(await planOf([front, back], await wardOf(front, back)))).toEqual({ ...nothing, same: 2 });
    expect(brief(await planOf([back], await wardOf(front, back)))).toEqual({
      ...nothing,
      same: 1,
      missing: ["h1"],
    });
    expect(brief(await planOf([front, back], await wardOf(front)))).toEqual({
      ...nothing,
      add: ["Trần Văn An"],
      same: 1,
    });
  });

  it("at one address are refused when their numbers moved", async () => {
    const rows = ["1,1,2,Trần Văn An,12,Lê Lợi,2,", "1,1,3,Trần Văn An,12,Lê Lợi,5,"];
    expect(brief(await planOf(rows, await wardOf(front, back)))).toEqual({
      ...nothing,
      refused: ["2 ambiguous", "3 ambiguous"],
    });
  });

  it("in two tổ have nothing to do with each other", async () => {
    const elsewhere = AN.replace("1,1,1", "1,2,1");
    expect(brief(await planOf([elsewhere], await wardOf(AN)))).toEqual({
      ...nothing,
      add: ["Trần Văn An"],
      missing: ["h1"],
    });
  });
});

test("never by number alone", async () => {
  expect(brief(await planOf(["1,1,1,Bùi Văn Sáu,99,Hùng Vương,2,"], await wardOf(AN)))).toEqual({
    ...nothing,
    add: ["Bùi Văn Sáu"],
    missing: ["h1"],
  });
});

test("one thing alike and another number is unclear, and names whom it may be", async () => {
  const plan = await planOf(
    ["1,1,7,Phan Thị Hai,12,Lê Lợi,1,", "1,1,8,Lê Thị Bé,99,Hùng Vương,3,"],
    await wardOf(AN, BE),
  );
  expect(brief(plan)).toEqual({ ...nothing, refused: ["2 ambiguous", "3 ambiguous"] });
  expect(plan.refused.map(({ like }) => like.map(({ id }) => id))).toEqual([["h1"], ["h2"]]);
});

test("a row that fits one household by its head and another by its address is unclear", async () => {
  const ward = await wardOf(AN, BE);
  const sameNumber = ward.map((household) => ({ ...household, number: 1 }));
  expect(brief(await planOf(["1,1,1,Trần Văn An,14,Lê Lợi,2,"], sameNumber))).toEqual({
    ...nothing,
    refused: ["2 ambiguous"],
  });
});

test("a household without an address is known by its head where the number agrees", async () => {
  const bare = "1,1,1,Trần Văn An,,,2,";
  expect(brief(await planOf([bare], await wardOf(bare)))).toEqual({ ...nothing, same: 1 });
  expect(brief(await planOf(["1,1,2,Trần Văn An,,,2,"], await wardOf(bare)))).toEqual({
    ...nothing,
    refused: ["2 ambiguous"],
  });
  const twins = [bare, "1,1,2,Trần Văn An,,,4,"];
  expect(brief(await planOf(twins, await wardOf(...twins)))).toEqual({ ...nothing, same: 2 });
});

test("an empty cell erases nothing; a filled one changes", async () => {
  const ward = await wardOf("1,1,1,Trần Văn An,12,Lê Lợi,2,Hộ neo đơn");
  expect(brief(await planOf(["1,1,1,Trần Văn An,,,2,"], ward))).toEqual({ ...nothing, same: 1 });
  expect(brief(await planOf(["1,1,1,Trần Văn An,12,Lê Lợi,3,Đi làm xa"], ward))).toEqual({
    ...nothing,
    change: { h1: { members: 3, note: "Đi làm xa" } },
  });
});

test("capitals and the place of a tone do not make another person", async () => {
  const ward = await wardOf("1,1,1,Võ Công Hòa,12,Lê Lợi,2,");
  expect(brief(await planOf(["1,1,9,VÕ CÔNG HOÀ,12,LÊ LỢI,2,"], ward))).toEqual({
    ...nothing,
    change: { h1: { number: 9, head: "VÕ CÔNG HOÀ", address: "12 LÊ LỢI" } },
  });
});

test("a vanished row closes nothing, and a refused one is not taken for vanished", async () => {
  const ward = await wardOf(AN, BE, CHI);
  expect(brief(await planOf([AN, "1,1,2,Lê Thị Bé,14,Lê Lợi,ba,"], ward))).toEqual({
    ...nothing,
    same: 1,
    refused: ["3 bad-members"],
    missing: ["h3"],
  });
});

test("what the ward has closed does not come back with an old list", async () => {
  const ward = (await wardOf(AN, BE)).map((household) => ({ ...household, open: household.id !== "h1" }));
  const plan = await planOf([AN, BE], ward);
  expect(brief(plan)).toEqual({ ...nothing, same: 1, refused: ["2 closed"] });
});

test("the order of rows and households makes no difference, and what is taken stays taken", async () => {
  const names = fc.constantFrom("An", "Bé", "Chí");
  const households = fc.array(
    fc.tuple(names, fc.constantFrom("", "1", "2", "3"), fc.integer({ min: 1, max: 6 })),
    { maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(households, households, fc.infiniteStream(fc.nat()), async (before, after, random) => {
      const ward = await wardOf(...unique(before));
      const list = await goodListOrNone(unique(after));
      if (list === undefined) return;
      const plan = planImport(list, ward);
      const shuffled = planImport({ ...list, rows: shuffle(list.rows, random) }, shuffle(ward, random));
      expect(sorted(shuffled)).toEqual(sorted(plan));
      const again = planImport(list, imported(plan, ward));
      expect([again.add, again.change]).toEqual([[], []]);
      expect(again.same).toHaveLength(plan.add.length + plan.change.length + plan.same.length);
      expect(list.rows).toHaveLength(
        plan.add.length + plan.change.length + plan.same.length + plan.refused.length,
      );
    }),
    { numRuns: 300 },
  );
});

function unique(households: readonly (readonly [string, string, number])[]): string[] {
  const byNumber = new Map(
    households.map(([head, house, number]) => [number, `1,1,${number},${head},${house},,2,`]),
  );
  return [...byNumber.values()];
}

async function goodListOrNone(rows: readonly string[]) {
  return rows.length === 0 ? undefined : goodList(csv(...rows));
}

function sorted(plan: ReturnType<typeof planImport>): unknown {
  const rows = (items: readonly { readonly row: { readonly row: number }; readonly id: string }[]) =>
    items.map(({ row, id }) => `${row.row} ${id}`).sort();
  return [
    plan.add.map(({ row }) => row).sort(),
    rows(plan.change),
    rows(plan.same),
    plan.refused.map(({ row, reason }) => `${row} ${reason}`).sort(),
    plan.missing.map(({ id }) => id).sort(),
  ];
}

function shuffle<T>(items: readonly T[], random: Iterator<number>): T[] {
  return items
    .map((item) => ({ item, at: Number(random.next().value) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
