import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import type { App } from "../e2e/app.ts";

/** Megabytes that a process holds in memory, as Linux tells. */
export function memoryOf(pid: number): number {
  const [, kilobytes = ""] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}

/** What runs a server that `heapOf` can ask. */
export const TELLING_SERVER = "tests/faults/telling-server.mjs";

/** Megabytes that a server keeps once all garbage is collected: what it holds on to, however busy the machine is. */
export async function heapOf(app: App): Promise<number> {
  const path = join(app.dir, "heap.json");
  const read = () =>
    existsSync(path)
      ? (JSON.parse(readFileSync(path, "utf8")) as { told: number; megabytes: number })
      : { told: 0, megabytes: 0 };
  const { told } = read();
  process.kill(app.pid(), "SIGUSR2");
  for (let i = 0; i < 1200; i++) {
    await sleep(25);
    const now = read();
    if (now.told > told) return now.megabytes;
  }
  throw new Error("the server does not tell of its memory");
}
