import { afterEach, beforeEach } from "vitest";

import { forgetHeard, tellHeard } from "./witness.ts";

// Where a journey fails it is told what its phones showed and heard: alone the step that was waited for says little.
beforeEach(forgetHeard);
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") console.error(`What the phones showed:\n${await tellHeard()}`);
});
