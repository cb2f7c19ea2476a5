import { existsSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { openSqlite } from "../../../src/server/store/sqlite.ts";
import {
  createCommandLine,
  eventually,
  freePort,
  LIST_OF_TWO as TWO,
  type CommandLine,
} from "../command-line.ts";

let cli: CommandLine;
let dir: string;
let run: CommandLine["run"];
let file: CommandLine["file"];
let log: CommandLine["log"];
beforeEach(async () => {
  cli = await createCommandLine();
  ({ dir, run, file, log } = cli);
});
afterEach(() => cli.remove());

describe("backup and restore", () => {
  beforeEach(() => run(["init", "thu"]));
  const path = () => join(dir, "so-tay.tar");

  test("say in words how far they went, and what comes next", async () => {
    expect(await run(["backup", path()])).toMatchObject({ code: 0, out: [path()] });
    await run(["import", "thu", file("ho.csv", TWO)]);
    const refused = await run(["restore", path()]);
    expect([refused.code, refused.err.includes("--replace")]).toEqual([1, true]);
    expect((await log()).length).toBe(4);
    const { code, out, err } = await run(["restore", path(), "--replace"]);
    expect([code, out]).toEqual([0, ["thu"]]);
    for (const words of ["bản ghi số 1", "bản ghi số 4", "so-tay-replaced-"]) expect(err).toContain(words);
    expect((await log()).length).toBe(1);
    // It speaks with its old key.
    expect((await run(["import", "thu", file("ho.csv", TWO)])).code).toBe(0);
    expect((await run(["verify", "thu"])).code).toBe(0);
  });

  test("two at once come one after the other, and each is whole", async () => {
    await run(["backup", path()]);
    const both = await Promise.all([0, 1].map(() => run(["restore", path(), "--replace"])));
    expect(both.map(({ code, out }) => [code, out])).toEqual([
      [0, ["thu"]],
      [0, ["thu"]],
    ]);
    expect((await run(["verify", "thu"])).code).toBe(0);
  });

  test.each([
    "data/so-tay.sqlite",
    "data/so-tay.sqlite-wal",
    "data/heads.json",
    "data/backup.lock",
    "data/keys/thu.json",
    "data/keys/../so-tay.sqlite",
    "linked/so-tay.sqlite",
  ])("never take the place of the ward's own data: %s", async (name) => {
    symlinkSync(join(dir, "data"), join(dir, "linked"));
    const { code, out, err } = await run(["backup", `${dir}/${name}`]);
    expect([code, out, err.includes("là dữ liệu của chính sổ tay")]).toEqual([1, [], true]);
    expect((await run(["verify", "thu"])).code).toBe(0);
    expect((await run(["backup", join(dir, "data/so-tay.tar")])).code).toBe(0);
  });

  test("say what stands in the way", async () => {
    const nowhere = await run(["backup", join(dir, "none", "so-tay.tar")]);
    expect([nowhere.code, nowhere.err.includes("Không ghi được")]).toEqual([1, true]);
    expect((await run(["restore", path()])).err).toContain("Không đọc được");
    const strange = await run(["restore", file("ho.csv", TWO)]);
    expect([strange.code, strange.err.includes("không phải bản sao lưu")]).toEqual([1, true]);
    await run(["backup", path()]);
    const store = await openSqlite(join(dir, "data"));
    const held = await run(["restore", path()]);
    expect([held.code, held.err.includes("dừng sổ tay")]).toEqual([1, true]);
    if (store.ok) await store.value.close();
  });

  test("tell of a ward whose key is gone", async () => {
    rmSync(join(dir, "data/keys"), { recursive: true });
    const keyless = await run(["backup", path()]);
    expect([keyless.code, keyless.err.includes("Không thấy khoá")]).toEqual([1, true]);
    expect((await run(["restore", path()], { DATA_DIR: join(dir, "fresh") })).err).toContain(
      "Không thấy khoá",
    );
  });

  test("make nothing of a key that cannot be read, and say which, as every command does", async () => {
    const key = join(dir, "data/keys/thu.json");
    rmSync(key);
    // As with a file of another account: it is there, and reading it fails.
    mkdirSync(key);
    for (const args of [
      ["backup", path()],
      ["rekey", "thu"],
      ["publish", "thu", "demo/quy-uoc-kp1.md"],
      ["serve"],
    ]) {
      const { code, err } = await run(args);
      expect([args[0], code, err.includes(`'${key}'`)]).toEqual([args[0], 1, true]);
    }
    expect(existsSync(path())).toBe(false);
  });

  test("save nothing of a folder that holds no ward, and name it", async () => {
    const elsewhere = join(dir, "elsewhere");
    const { code, out, err } = await run(["backup", path()], { DATA_DIR: elsewhere });
    expect([code, out, err.includes(elsewhere), existsSync(path())]).toEqual([1, [], true, false]);
  });

  test("work beside a server, and wait for it to end, as each must", async () => {
    const port = await freePort();
    const env = { PORT: String(port), ORIGIN: `http://127.0.0.1:${port}` };
    let end = () => {};
    const serving = run(["serve"], env, new Promise<void>((resolve) => (end = resolve)));
    await eventually(`http://127.0.0.1:${port}/api/health`);
    expect((await run(["backup", path()], env)).code).toBe(0);
    expect((await run(["restore", path(), "--replace"], env)).code).toBe(1);
    end();
    await serving;
    expect((await run(["restore", path(), "--replace"], env)).code).toBe(0);
  });
});
