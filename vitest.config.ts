import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

import { findBrowser } from "./scripts/browser.mjs";
import { LongestFirst } from "./tests/longest-first.ts";

const second = 1000;
const long = process.env.SO_TAY_LONG === "1";

const screens = { environment: "jsdom", setupFiles: ["tests/setup-ui.ts"], testTimeout: 20 * second };
/** What waits for servers, stores and browsers runs three at a time, after all else: two leave a quarter of the machine idle. */
const waiting = { maxWorkers: 3, sequence: { groupOrder: 1 } };
/** Files of tests/ui that call `vi.mock`. */
const WITH_STAND_INS = ["tests/ui/meeting-signature.test.tsx"];

export default defineConfig({
  define: { __APP_VERSION__: JSON.stringify("0.0.0-test") },
  test: {
    // Two cores, shared with the browser that some tests drive.
    maxWorkers: 2,
    // A test that stays alone by mistake would hide all others.
    allowOnly: false,
    // Against a hang only: a busy machine may take its time, and the second that vitest gives is soon over on one.
    expect: { poll: { timeout: 15 * second } },
    sequence: { sequencer: LongestFirst },
    projects: [
      project("unit", {
        include: inFolders("domain", "wire", "properties", "scripts"),
        // What one file has read the others need not read again: none of them leaves anything behind in it.
        isolate: false,
        testTimeout: long ? 300 * second : 20 * second,
      }),
      // The phone's own code against a real server.
      project("phone", {
        include: inFolders("phone"),
        isolate: false,
        testTimeout: long ? 300 * second : 20 * second,
      }),
      // One window for all files of a worker, tidied before each.
      project("ui", {
        include: inFolders("ui"),
        exclude: WITH_STAND_INS,
        isolate: false,
        ...screens,
      }),
      // A module that one file puts another in the place of would stand there for all others.
      project("ui-alone", { include: WITH_STAND_INS, ...screens }),
      project("server", {
        include: inFolders("server"),
        exclude: inFolders("server/postgres"),
        isolate: false,
        ...waiting,
        testTimeout: long ? 300 * second : 60 * second,
        hookTimeout: 60 * second,
      }),
      // The same once more on the other store, but for what is about SQLite's own files or about no store at all.
      project("server-postgres", {
        include: inFolders("server"),
        exclude: inFolders("server/sqlite", "server/import", "server/backup"),
        isolate: false,
        ...waiting,
        globalSetup: ["tests/postgres-server.ts"],
        testTimeout: long ? 300 * second : 60 * second,
        hookTimeout: 60 * second,
      }),
      // Each waits much for its server, and none of them measures.
      project("faults", {
        include: inFolders("faults"),
        exclude: ["tests/faults/many.test.ts"],
        ...waiting,
        testTimeout: (long ? 7200 : 600) * second,
        hookTimeout: 120 * second,
      }),
      // This one measures.
      project("faults-many", {
        include: ["tests/faults/many.test.ts"],
        testTimeout: (long ? 7200 : 600) * second,
        hookTimeout: 120 * second,
      }),
      // What of it depends on the store, on the other one.
      project("faults-postgres", {
        include: ["kill", "fuzz", "fuzz-parcels", "rights", "secrecy"].map(
          (name) => `tests/faults/${name}.test.ts`,
        ),
        globalSetup: ["tests/postgres-server.ts"],
        ...waiting,
        testTimeout: (long ? 7200 : 600) * second,
        hookTimeout: 120 * second,
      }),
      // Each with browsers, a server, a folder and ports of its own: none of them measures, and time limits are ten times what
      // is seen on two cores, against a hang only.
      project("e2e", {
        include: inFolders("e2e"),
        isolate: false,
        ...waiting,
        globalSetup: ["tests/e2e/furnished-ward.ts"],
        setupFiles: ["tests/e2e/tell-failure.ts"],
        testTimeout: (long ? 1800 : 600) * second,
        hookTimeout: 600 * second,
        env: { CHROMIUM: findBrowser() ?? "" },
      }),
    ],
  },
});

function project(
  name: string,
  test: NonNullable<TestProjectInlineConfiguration["test"]>,
): TestProjectInlineConfiguration {
  return { extends: true, test: { name, environment: "node", pool: "forks", ...test } };
}

function inFolders(...folders: string[]): string[] {
  return folders.map((folder) => `tests/${folder}/**/*.test.{ts,tsx,mjs}`);
}
