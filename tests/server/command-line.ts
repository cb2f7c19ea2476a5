import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Draft } from "../../src/domain/statement.ts";
import { runCli } from "../../src/server/cli.ts";
import { say } from "../../src/server/keys/say.ts";
import { openStation } from "../../src/server/station.ts";
import { enrolment } from "./small-ward.ts";
import { createSpeaker, type Speaker } from "./speaker.ts";
import { makeStorePlace, type StorePlace } from "./store-place.ts";

/** What a command told, and how it ended. */
export interface Told {
  readonly code: number;
  readonly out: string[];
  readonly err: string;
}

/** The command line in a folder of its own, on a store that is not made yet. */
export interface CommandLine {
  readonly dir: string;
  readonly place: StorePlace;
  readonly run: (
    args: readonly string[],
    env?: Readonly<Record<string, string>>,
    asked?: Promise<void>,
  ) => Promise<Told>;
  /** Writes a file into the folder, and gives its path. */
  readonly file: (name: string, text: string | Uint8Array) => string;
  /** The payloads of a ward's log. */
  readonly log: (ward?: string) => Promise<{ type: string; sub: string; body: Record<string, unknown> }[]>;
  /** Takes the last statement away from a ward's log, as one who puts an older copy of the store in place. */
  readonly behind: (ward: string) => Promise<void>;
  /** What the ward key says. */
  readonly says: (ward: string, drafts: readonly Draft[]) => Promise<void>;
  /** A volunteer's phone that the ward has enrolled. */
  readonly enrolled: (ward: string, areas: readonly string[]) => Promise<Speaker>;
  readonly remove: () => Promise<void>;
}

export async function createCommandLine(): Promise<CommandLine> {
  const dir = mkdtempSync(join(tmpdir(), "so-tay-cli-"));
  const place = await makeStorePlace(join(dir, "data"));
  const ours = {
    DATA_DIR: place.dataDir,
    ORIGIN: "https://so-tay.example.vn",
    ...(place.database ? { DATABASE_URL: place.database.url } : {}),
  };

  async function says(ward: string, drafts: readonly Draft[]): Promise<void> {
    const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
    const opened = await openStation({ ...place, now: () => Date.now(), random });
    if (!opened.ok) throw new Error(opened.error);
    const station = opened.value;
    const told = await say(station, ward, await station.keys.findOrMake(ward), drafts);
    await station.close();
    if (!told.ok) throw new Error(told.error);
    const odd = told.value.find(({ verdict }) => verdict.status !== "accepted");
    if (odd) throw new Error(JSON.stringify(odd.verdict));
  }

  return {
    dir,
    place,
    says,
    async run(args, env = {}, asked = Promise.resolve()) {
      const [out, err]: [string[], string[]] = [[], []];
      const code = await runCli(args, {
        env: { ...ours, ...env },
        out: (line) => out.push(line),
        err: (line) => err.push(line),
        now: () => Date.now(),
        random: (bytes) => new Uint8Array(randomBytes(bytes)),
        webRoot: join(dir, "web"),
        version: "0.0.0-test",
        asked,
      });
      return { code, out, err: err.join("\n") };
    },
    file(name, text) {
      writeFileSync(join(dir, name), text);
      return join(dir, name);
    },
    async log(ward = "thu") {
      const store = await place.open();
      const rows = await store.db
        .selectFrom("statements")
        .selectAll()
        .where("ward", "=", ward)
        .orderBy("seq")
        .execute();
      await store.close();
      return rows.map(({ jws }) => JSON.parse(Buffer.from(jws.split(".")[1] ?? "", "base64url").toString()));
    },
    async behind(ward) {
      const { db, close } = await place.open();
      const { head } = await db
        .updateTable("wards")
        .set((eb) => ({ head: eb("head", "-", 1) }))
        .where("ward", "=", ward)
        .returning("head")
        .executeTakeFirstOrThrow();
      await db.deleteFrom("statements").where("ward", "=", ward).where("seq", ">", head).execute();
      await close();
    },
    async enrolled(ward, areas) {
      const phone = await createSpeaker(ward);
      await says(ward, [enrolment(phone, "volunteer", areas)]);
      return phone;
    },
    async remove() {
      await place.remove();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const LIST = "Khu phố,Tổ,STT,Họ và tên chủ hộ,Số nhà,Đường,Số nhân khẩu,Ghi chú";
export const LIST_OF_TWO = `${LIST}\n1,1,1,Trần Văn Một,1,Lê Lợi,2,\n10,1,1,Trần Văn Mười,2,Lê Lợi,3,\n`;

/** A command line whose ward `thu` is there, with two households in two khu phố. */
export async function createFoundedWard(): Promise<CommandLine> {
  const cli = await createCommandLine();
  await cli.run(["init", "thu", "--name", "Phường Thử", "--basis", "Căn cứ."]);
  await cli.run(["import", "thu", cli.file("hai.csv", LIST_OF_TWO)]);
  return cli;
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

export async function eventually(url: string): Promise<Response> {
  for (let i = 0; ; i++) {
    try {
      return await fetch(url);
    } catch (error) {
      if (i === 100) throw error;
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    }
  }
}
