import { expect, test } from "vitest";
import { emptyPages, paginate } from "../../../src/domain/words/paginate.ts";

const text = (height: number) => ({ height });
const heading = (height: number) => ({ height, keepWithNext: true });

test("pages are filled in order, none beyond its height, and nothing is lost", () => {
  const blocks = Array.from({ length: 40 }, (_, at) => text(10 + ((at * 7) % 31)));
  const pages = paginate(blocks, 100);
  expect(pages.flat()).toEqual(blocks.map((_, at) => at));
  for (const page of pages)
    expect(page.reduce((sum, at) => sum + (blocks[at]?.height ?? 0), 0)).toBeLessThanOrEqual(100);
});

test("a heading goes over with what it heads, and so do two in a row", () => {
  expect(paginate([text(80), heading(10), text(20)], 100)).toEqual([[0], [1, 2]]);
  expect(paginate([text(70), heading(10), heading(10), text(20)], 100)).toEqual([[0], [1, 2, 3]]);
  expect(paginate([heading(10)], 100)).toEqual([[0]]);
});

test("what begins a page does, and what is taller than one has it to itself", () => {
  expect(paginate([text(10), { height: 10, breakBefore: true }, text(10)], 100)).toEqual([[0], [1, 2]]);
  expect(paginate([text(10), text(300), text(10)], 100)).toEqual([[0], [1], [2]]);
});

test.each([
  [10, 1, 2],
  [11, 1, 1],
  [12, 1, 4],
  [12, 0, 0],
])("%i pages and at least %i empty ones make %i empty ones", (pages, least, empty) => {
  expect(emptyPages(pages, least)).toBe(empty);
});
