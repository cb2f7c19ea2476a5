import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A file in which tests/faults/proof.ts leaves a line for each proof.
 * @returns {{ path: string, print: () => void }} where it lies, and what prints it as a table and removes it
 */
export function collectProofs() {
  const folder = mkdtempSync(join(tmpdir(), "so-tay-proofs-"));
  const path = join(folder, "proofs.ndjson");
  return {
    path,
    print() {
      const lines = existsSync(path) ? readFileSync(path, "utf8").trim().split("\n") : [];
      rmSync(folder, { recursive: true, force: true });
      if (lines.length === 0) return;
      console.log("\n| proof | counts | seed | minutes |\n| --- | --- | --- | --- |");
      for (const { name, counts, seed, seconds } of lines.map((line) => JSON.parse(line))) {
        console.log(`| ${name} | ${counts} | ${seed} | ${(seconds / 60).toFixed(1)} |`);
      }
    },
  };
}
