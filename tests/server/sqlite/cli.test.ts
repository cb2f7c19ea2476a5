import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve as resolvePath } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";

import { createCommandLine, freePort, LIST_OF_TWO as TWO, type CommandLine } from "../command-line.ts";

let cli: CommandLine;
let dir: string;
let run: CommandLine["run"];
let file: CommandLine["file"];
beforeEach(async () => {
  cli = await createCommandLine();
  ({ dir, run, file } = cli);
});
afterEach(() => cli.remove());

test.each([
  ["a file where its folder should be", "not-a-folder", "Không ghi được"],
  ["a folder where none can ever be made", "/proc", "Không ghi được"],
  ["a store of something else", "strange", "bị hỏng"],
])("says so of %s", async (_name, place, words) => {
  file("not-a-folder", "x");
  const strange = mkdtempSync(join(dir, "strange"));
  writeFileSync(join(strange, "so-tay.sqlite"), "x".repeat(10_000));
  const DATA_DIR = place === "strange" ? strange : resolvePath(dir, place, "data");
  for (const args of [["init", "thu"], ["serve"], ["demo"], ["invite", "thu", "office"]]) {
    const { code, err } = await run(args, { DATA_DIR });
    expect([code, err.includes(words)]).toEqual([1, true]);
  }
});

test("gives a store that is older than it was a new epoch, and says so", async () => {
  await run(["init", "thu"]);
  const old = readFileSync(join(dir, "data/so-tay.sqlite"));
  await run(["import", "thu", file("ho.csv", TWO)]);
  writeFileSync(join(dir, "data/so-tay.sqlite"), old);
  const epoch = async () =>
    (JSON.parse(readFileSync(join(dir, "data/heads.json"), "utf8")) as { thu: { epoch: string } }).thu.epoch;
  const before = await epoch();
  const { err } = await run(["serve"], { PORT: String(await freePort()) });
  expect(err).toContain("'thu'");
  const after = await epoch();
  expect(after).not.toBe(before);
  await run(["invite", "thu", "office"]);
  expect(await epoch()).toBe(after);
});

test("says so of a store whose damage shows only as a command works", async () => {
  await run(["init", "thu"]);
  await run(["import", "thu", file("ho.csv", TWO)]);
  const path = join(dir, "data/so-tay.sqlite");
  const database = new Database(path);
  const { rootpage } = database
    .prepare<[], { rootpage: number }>("select rootpage from sqlite_master where name = 'statements'")
    .get() ?? { rootpage: 0 };
  const size = Number(database.pragma("page_size", { simple: true }));
  database.close();
  const bytes = readFileSync(path);
  bytes.fill(0xff, (rootpage - 1) * size, rootpage * size);
  writeFileSync(path, bytes);
  const { code, err } = await run(["verify", "thu"]);
  expect([code, err.includes("bị hỏng")]).toEqual([1, true]);
});
