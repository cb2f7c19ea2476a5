import type { TestProject } from "vitest/node";

import { startPostgres } from "../scripts/postgres.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the PostgreSQL server of this run; undefined in a project whose tests run on SQLite. */
    postgres: string | undefined;
  }
}

/** One PostgreSQL server for all test files of a project; each test makes a schema of its own on it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  project.provide("postgres", server.url);
  return server.stop;
}
