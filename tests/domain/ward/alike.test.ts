import { describe, expect, test } from "vitest";
import { alikeAfter, alikeIn, type Numbered } from "../../../src/domain/ward/alike.ts";

interface Row extends Numbered {
  readonly id: string;
}

const row = (id: string, area: string, number: Numbered["number"], address?: string): Row => ({
  id,
  area,
  number,
  head: `Hộ ${id}`,
  address,
});
const ids = (groups: readonly (readonly Row[])[]) => groups.map((group) => group.map(({ id }) => id));

const ALIKE: readonly (readonly [string, Row, Row, boolean])[] = [
  [
    "the same number in the same street",
    row("a", "kp1/t01", 5, "12 Lê Lợi"),
    row("b", "kp1/t01", 5, "40/2 đường Lê Lợi"),
    true,
  ],
  [
    "a number that one list has as text",
    row("a", "kp1/t01", 5, "12 Lê Lợi"),
    row("b", "kp1/t01", "5", "lê lợi"),
    true,
  ],
  [
    "a letter behind the number",
    row("a", "kp1/t01", "5a", "12 Lê Lợi"),
    row("b", "kp1/t01", "5A", "14 Lê Lợi"),
    true,
  ],
  ["a street of neither", row("a", "kp1/t01", 5), row("b", "kp1/t01", 5, ""), true],
  ["another street", row("a", "kp1/t01", 5, "12 Lê Lợi"), row("b", "kp1/t01", 5, "12 Hùng Vương"), false],
  [
    "a street whose name is a number",
    row("a", "kp1/t01", 5, "12 đường 30/4"),
    row("b", "kp1/t01", 5, "12 đường 3/2"),
    false,
  ],
  ["another number", row("a", "kp1/t01", 5, "12 Lê Lợi"), row("b", "kp1/t01", 6, "12 Lê Lợi"), false],
  ["another tổ", row("a", "kp1/t01", 5, "12 Lê Lợi"), row("b", "kp1/t02", 5, "12 Lê Lợi"), false],
  [
    "no number at all",
    row("a", "kp1/t01", undefined, "12 Lê Lợi"),
    row("b", "kp1/t01", undefined, "14 Lê Lợi"),
    false,
  ],
];

describe("two households of one tổ are alike", () => {
  test.each(ALIKE)("by number and street: %s", (_, one, other, is) => {
    expect(ids(alikeIn([one, other]))).toEqual(is ? [["a", "b"]] : []);
  });
});

describe("before a whole tổ moves", () => {
  const rows = [
    row("a", "kp1/t01", 5, "12 Lê Lợi"),
    row("b", "kp1/t02", 5, "30 Lê Lợi"),
    row("c", "kp1/t02", 6, "32 Lê Lợi"),
    row("d", "kp1/t03", 6, "9 Lê Lợi"),
    // Alike long since: no move makes them so.
    row("e", "kp1/t02", 9, "50 Lê Lợi"),
    row("f", "kp1/t02", 9, "52 Lê Lợi"),
    row("g", "kp1/t04", 5, "7 Lê Lợi"),
  ];
  const to = (area: string, ...some: readonly string[]) => new Map(some.map((id) => [id, area]));

  test("it is told which households would be alike then, each group once", () => {
    expect(ids(alikeAfter(rows, to("kp1/t01", "b", "c", "e", "f")))).toEqual([["a", "b"]]);
    const both = new Map([...to("kp1/t01", "b", "c", "e", "f"), ...to("kp1/t01", "d")]);
    expect(ids(alikeAfter(rows, both))).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });

  test("nobody is told of where nobody goes", () => {
    expect(alikeAfter(rows, new Map())).toEqual([]);
    expect(alikeAfter(rows, to("kp1/t09", "b", "c", "e", "f"))).toEqual([]);
  });
});
