import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

import { fillWard, WARD } from "./fill-ward.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder with the store of a furnished ward, to be copied; undefined in a project that makes none. */
    furnishedWard: string | undefined;
  }
}

/** Furnishes one ward for all test files of a project: each copies its store instead of making it again. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "so-tay-furnished-"));
  const env = { ...process.env, DATA_DIR: folder };
  fillWard(
    (...words) =>
      void execFileSync(process.execPath, ["scripts/so-tay.mjs", ...words], { env, stdio: "pipe" }),
    WARD,
  );
  project.provide("furnishedWard", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
