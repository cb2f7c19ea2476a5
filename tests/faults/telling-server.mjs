// The server as scripts/so-tay.mjs runs it; asked by SIGUSR2, it tells what is left once all garbage is collected.
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");
let told = 0;
process.on("SIGUSR2", () => void tell());
await import("../../scripts/so-tay.mjs");

async function tell() {
  // What finalizers let go of is garbage only in the next turn.
  for (let turn = 0; turn < 3; turn++) {
    collect();
    await setImmediate();
  }
  const { heapUsed, external } = process.memoryUsage();
  const path = join(process.env.DATA_DIR, "heap.json");
  told += 1;
  writeFileSync(`${path}.new`, JSON.stringify({ told, megabytes: (heapUsed + external) / 2 ** 20 }));
  renameSync(`${path}.new`, path);
}
