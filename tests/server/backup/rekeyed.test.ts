import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { createKeyRing } from "../../../src/server/keys/keys.ts";
import { createCommandLine, type CommandLine } from "../command-line.ts";

let cli: CommandLine;
let file: string;
let former: string;
beforeEach(async () => {
  cli = await createCommandLine();
  await cli.run(["init", "thu"]);
  former = await kid();
  file = join(cli.dir, "so-tay.tar");
  await cli.run(["backup", file]);
});
afterEach(() => cli.remove());

test("a backup from before a change of the key brings the former key back neither here nor into the log", async () => {
  await cli.run(["rekey", "thu"]);
  const [fresh, changed] = [await kid(), await cli.log()];
  const told = await cli.run(["restore", file, "--replace"]);
  expect(told.code).toBe(0);
  expect(told.err).toContain("mới hơn khoá trong bản sao lưu");
  expect(await kid()).toBe(fresh);
  expect(await cli.log()).toHaveLength(1);
  await cli.run(["serve"], { PORT: "0" });
  expect(await cli.log()).toEqual(changed);
  expect((await cli.run(["verify", "thu"])).code).toBe(0);
});

test("a command tells the restored log of it, too", async () => {
  await cli.run(["rekey", "thu"]);
  const changed = await cli.log();
  await cli.run(["restore", file, "--replace"]);
  await cli.run(["describe", "thu", "--basis", "Căn cứ."]);
  expect((await cli.log()).slice(0, -1)).toEqual(changed);
});

test("keys that were ready when the power went stay, too", async () => {
  await createKeyRing(join(cli.dir, "data")).prepare("thu");
  const prepared = readFileSync(keyFile(), "utf8");
  expect((await cli.run(["restore", file, "--replace"])).code).toBe(0);
  expect(readFileSync(keyFile(), "utf8")).toBe(prepared);
});

test("a backup from after it brings the new key to where only the former one lies", async () => {
  const plain = readFileSync(keyFile());
  await cli.run(["rekey", "thu"]);
  await cli.run(["backup", file]);
  const fresh = await kid();
  cli.file("data/keys/thu.json", plain);
  await cli.run(["restore", file, "--replace"]);
  expect(await kid()).toBe(fresh);
  rmSync(join(cli.dir, "data"), { recursive: true });
  await cli.run(["restore", file]);
  expect(await kid()).toBe(fresh);
  expect(fresh).not.toBe(former);
  await cli.enrolled("thu", ["kp1"]);
});

function keyFile(): string {
  return join(cli.dir, "data", "keys", "thu.json");
}

async function kid(): Promise<string> {
  const keys = await createKeyRing(join(cli.dir, "data")).find("thu");
  return keys?.signer.kid ?? "";
}
