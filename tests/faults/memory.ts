import { readFileSync } from "node:fs";

/** Megabytes that a process holds in memory, as Linux tells. */
export function memoryOf(pid: number): number {
  const [, kilobytes = ""] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}
