import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { runCli } from "../../src/server/cli.ts";
import { linkIn, type App } from "../e2e/app.ts";
import { createOfficeClient, type OfficeClient } from "../e2e/office-client.ts";

export const WARD = "phuong-thu";

/** A ward on a real server with so many households in each of two khu phố, and an office that speaks to it by `jose` alone. */
export async function settle(app: App, households = 6): Promise<OfficeClient> {
  const head = "Khu phố,Tổ,STT,Họ và tên chủ hộ,Số nhà,Đường,Số nhân khẩu,Ghi chú";
  const rows = [1, 2].flatMap((area) =>
    Array.from(
      { length: households },
      (_, at) => `${area},${1 + (at % 2)},${at + 1},Hộ ${area} ${at + 1},${at + 1},Lê Lợi,4,`,
    ),
  );
  const list = join(app.dir, "ho.csv");
  await command(app, "init", WARD, "--name", "Phường Thử");
  writeFileSync(list, `${[head, ...rows].join("\n")}\n`);
  await command(app, "import", WARD, list);
  for (const area of ["kp1", "kp2"]) await command(app, "publish", WARD, `demo/quy-uoc-${area}.md`);
  await app.start();
  return createOfficeClient(app.origin, WARD, await linkFor(app, "office"));
}

/** The link by which somebody enrols. */
export async function linkFor(app: App, ...role: readonly string[]): Promise<string> {
  return linkIn(await command(app, "invite", WARD, ...role));
}

/** What a command of the command line came to. */
export interface Ran {
  readonly code: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

/** Runs a command on the server's store but in this process, which saves starting one for each. */
export async function run(app: App, ...words: readonly string[]): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runCli(words, {
    env: app.env,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    now: Date.now,
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    webRoot: "dist/web",
    version: "0.0.0-test",
    asked: Promise.resolve(),
  });
  return { code, out, err };
}

async function command(app: App, ...words: readonly string[]): Promise<string> {
  const { code, out, err } = await run(app, ...words);
  if (code !== 0) throw new Error(`so-tay ${words.join(" ")}: ${err.join(" ")}`);
  return out.join("\n");
}
