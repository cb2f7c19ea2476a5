import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, expect, test } from "vitest";

import { openStation } from "../../../src/server/station.ts";
import { verifyLog } from "../../../src/server/verify/verify-log.ts";
import { findWard } from "../../../src/server/wards/wards.ts";
import type { PushAnswer } from "../../../src/wire/answers.ts";
import { openHouse, WARD, type Answer, type House } from "../house.ts";
import { absence } from "../small-ward.ts";

/** A disk that is nearly full, and a way to make room on it. */
interface Disk {
  readonly dir: string | undefined;
  /** Leaves little room. */
  readonly fill: (house: House) => Promise<void>;
  readonly makeRoom: (house: House) => Promise<void>;
}

const cleanups: (() => void)[] = [];
let house: House | undefined;
afterEach(async () => {
  await house?.remove();
  house = undefined;
  for (const cleanUp of cleanups.splice(0).reverse()) cleanUp();
});

const limit: Disk = {
  dir: undefined,
  async fill({ station: { db } }) {
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
    await sql`pragma max_page_count = ${sql.lit((rows[0]?.page_count ?? 0) + 20)}`.execute(db);
  },
  async makeRoom({ station: { db } }) {
    await sql`pragma max_page_count = 1000000`.execute(db);
  },
};

/** A file system of 3 MB in memory, where this process may mount one; null elsewhere. */
function smallDisk(): Disk | null {
  const dir = mkdtempSync(join(tmpdir(), "so-tay-full-"));
  cleanups.push(() => rmSync(dir, { recursive: true, force: true }));
  if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=3m", "tmpfs", dir]).status !== 0) return null;
  cleanups.push(() => spawnSync("umount", ["-l", dir]));
  const ballast = join(dir, "ballast");
  return {
    dir,
    async fill() {
      // Until not a byte more of it finds room; then room for a few statements.
      try {
        writeFileSync(ballast, Buffer.alloc(1_500_000));
        for (;;) writeFileSync(ballast, Buffer.alloc(16_384), { flag: "a" });
      } catch (error) {
        expect(error).toMatchObject({ code: "ENOSPC" });
      }
      truncateSync(ballast, statSync(ballast).size - 200_000);
    },
    async makeRoom() {
      rmSync(ballast);
    },
  };
}

// A tmpfs is as full as a disk gets; the store's own limit shows the same where nobody may mount one.
test.each([
  ["the store's own limit", () => limit],
  ["a small file system", () => smallDisk() ?? limit],
])(
  "on a full disk (%s) the ward takes nothing by halves, and goes on when there is room",
  async (_, make) => {
    const disk = make();
    const home = process.env["TMPDIR"];
    if (disk.dir !== undefined) process.env["TMPDIR"] = disk.dir;
    try {
      house = await openHouse();
    } finally {
      if (home === undefined) delete process.env["TMPDIR"];
      else process.env["TMPDIR"] = home;
    }
    const { households, station } = house;
    const anna = await house.enrolled("volunteer", ["kp1"]);
    await disk.fill(house);
    const note = "Nhà khoá cửa ".repeat(100);
    const pushed: { readonly texts: readonly string[]; readonly answer: Answer }[] = [];
    while (pushed.length < 500 && (pushed.at(-1)?.answer.status ?? 200) === 200) {
      const texts = [
        await anna.say(absence(households[0], note)),
        await anna.say(absence(households[1], note)),
      ];
      pushed.push({ texts, answer: await anna.call("POST", "/statements", { statements: texts }) });
    }
    const last = pushed.pop();
    expect([last?.answer.status, last?.answer.slug]).toEqual([507, "store-full"]);
    expect(pushed.length).toBeGreaterThan(0);
    const verdicts = pushed.flatMap(({ answer }) => answer.json<PushAnswer>().results);
    expect(new Set(verdicts.map(({ status }) => status))).toEqual(new Set(["accepted"]));
    const [accepted, refused] = [pushed.flatMap(({ texts }) => texts), last?.texts ?? []];
    // Whoever reads is served; whoever comes again is told the same.
    expect((await anna.page("after=0&limit=5000")).lines.map(({ s }) => s)).toEqual(
      expect.arrayContaining(accepted),
    );
    expect((await anna.call("POST", "/statements", { statements: refused })).status).toBe(507);
    const health = await house.ask({ method: "GET", url: "/api/health" });
    expect(health.status).toBe(200);
    await disk.makeRoom(house);
    expect((await anna.push(...refused)).results.map(({ status }) => status)).toEqual([
      "accepted",
      "accepted",
    ]);
    await house.app.close();
    await station.close();

    const again = await openStation({ ...house.place, now: Date.now, random: station.random });
    if (!again.ok) throw new Error(again.error);
    const { db } = again.value;
    const rows = await db.selectFrom("statements").selectAll().orderBy("seq").execute();
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_row, at) => at + 1));
    const kept = rows.map(({ jws, disclosures }) => `${jws}~${disclosures}`);
    expect(kept).toEqual(expect.arrayContaining([...accepted, ...refused]));
    const flaws = [];
    for await (const flaw of verifyLog(db, (await findWard(db, WARD))!)) flaws.push(flaw);
    expect(flaws).toEqual([]);
    await again.value.close();
  },
);
