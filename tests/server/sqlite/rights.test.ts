import { execFile } from "node:child_process";
import {
  chmodSync,
  chownSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

// The built command line in processes of its own: whoever runs the tests may be one whom no right of a file binds.

let dir: string;
let store: string;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "so-tay-rights-"));
  store = join(dir, "so-tay.sqlite");
  await run("init", "thu");
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test("are said to be missing of the very file, and once it has them everything works again", async () => {
  chmodSync(store, 0o400);
  const barred = await run("invite", "thu", "office");
  expect(barred.code).toBe(1);
  expect(barred.err).toContain(`Không ghi được vào thư mục dữ liệu '${dir}'.`);
  expect(barred.err).toContain(`'${store}'`);
  expect(readdirSync(dir).filter((name) => /-(wal|shm)$/.test(name))).toEqual([]);
  chmodSync(store, 0o600);
  expect(await run("invite", "thu", "office")).toMatchObject({ code: 0, err: "" });
});

test("are those of the store for what SQLite keeps beside it, whatever an attempt before has left", async () => {
  for (const suffix of ["-wal", "-shm"]) writeFileSync(`${store}${suffix}`, "", { mode: 0o400 });
  expect(await run("invite", "thu", "office")).toMatchObject({ code: 0, err: "" });
  chmodSync(store, 0o660);
  for (const suffix of ["-wal", "-shm"]) writeFileSync(`${store}${suffix}`, "", { mode: 0o400 });
  expect(await run("verify", "thu")).toMatchObject({ code: 0 });
  for (const name of readdirSync(dir).filter((one) => one.startsWith("so-tay.sqlite")))
    expect([name, statSync(join(dir, name)).mode & 0o777]).toEqual([name, 0o660]);
});

test("are said to be missing of a file beside it that is another's", async () => {
  putAnothers(`${store}-shm`);
  const { code, err } = await run("invite", "thu", "office");
  expect([code, err.includes(`'${store}-shm'`)]).toEqual([1, true]);
});

/** A file that these commands may neither write nor give themselves the right to. */
function putAnothers(path: string): void {
  if (!isRoot) return symlinkSync("/proc/version", path);
  writeFileSync(path, "", { mode: 0o644 });
  chownSync(path, 65_534, 65_534);
}

function run(...args: readonly string[]): Promise<{ readonly code: number; readonly err: string }> {
  const [command = "", ...all] = [...BOUND_BY_RIGHTS, process.execPath, "scripts/so-tay.mjs", ...args];
  return new Promise((resolve) => {
    execFile(command, all, { env: { ...process.env, DATA_DIR: dir } }, (error, _out, err) => {
      resolve({ code: error ? Number(error.code) : 0, err });
    });
  });
}

const isRoot = process.getuid?.() === 0;
/** Root is let in everywhere, unless it gives that up. */
const POWERS = "-dac_override,-dac_read_search,-fowner";
const BOUND_BY_RIGHTS = isRoot ? ["setpriv", `--bounding-set=${POWERS}`, `--inh-caps=${POWERS}`] : [];
