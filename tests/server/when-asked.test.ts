import { EventEmitter } from "node:events";
import { expect, test } from "vitest";

import { whenAsked } from "../../src/server/when-asked.ts";

test.each(["SIGTERM", "SIGINT"])("a second %s is heard too, so that it does not kill", async (signal) => {
  const process = new EventEmitter();
  const asked = whenAsked(process);
  // What nobody listens to ends a process at once; `emit` tells whether anybody did.
  expect(process.emit(signal)).toBe(true);
  await asked;
  expect(process.emit(signal)).toBe(true);
});
