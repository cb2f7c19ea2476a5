import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";

import { linesTogether } from "../../../src/server/http/log.ts";

test("lines of one turn are written together, in order, and each of the next as well", async () => {
  const written: string[] = [];
  const log = linesTogether((lines) => written.push(lines));
  log.write("one\n");
  log.write("two\n");
  expect(written).toEqual([]);
  await setImmediate();
  log.write("three\n");
  await setImmediate();
  expect(written).toEqual(["one\ntwo", "three"]);
});
