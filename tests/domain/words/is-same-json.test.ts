import { expect, test } from "vitest";

import { isSameJson } from "../../../src/domain/words/is-same-json.ts";

test.each([
  [{ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 }, true],
  [{ a: 1, b: undefined }, { a: 1 }, true],
  [[1, 2], [2, 1], false],
  [{ a: null }, {}, false],
  ["1", 1, false],
])("%j and %j are the same but for the order of fields: %s", (one, other, is) => {
  expect(isSameJson(one, other)).toBe(is);
});
