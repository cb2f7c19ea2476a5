import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { attachmentName, keepAttachment } from "../../../src/server/attachments.ts";
import { backUp } from "../../../src/server/backup/back-up.ts";
import { restore, type Restored } from "../../../src/server/backup/restore.ts";
import { openStation } from "../../../src/server/station.ts";
import { openHouse, WARD, type House } from "../house.ts";
import { jpeg, paperPledge } from "../photos.ts";
import { absence } from "../small-ward.ts";

let house: House;
let dir: string;
let file: string;
beforeEach(async () => {
  house = await openHouse();
  dir = mkdtempSync(join(tmpdir(), "so-tay-backup-"));
  file = join(dir, "so-tay.tar");
});
afterEach(async () => {
  await house.remove();
  rmSync(dir, { recursive: true, force: true });
});

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
const backUpHouse = () => backUp(house.station, file, "0.0.0-test");
const restoreTo = (dataDir: string, replace = false) =>
  restore(file, { dataDir, replace, random, now: () => Date.UTC(2026, 10, 25, 6, 7, 8) });

async function done(dataDir: string, replace = false): Promise<Restored> {
  const restored = await restoreTo(dataDir, replace);
  if (!restored.ok) throw new Error(restored.error);
  return restored.value;
}

async function rowIn(dataDir: string): Promise<{ epoch: string; head: number; saved: number }> {
  const opened = await openStation({ dataDir, now: Date.now, random });
  if (!opened.ok) throw new Error(opened.error);
  const row = await opened.value.db.selectFrom("wards").selectAll().executeTakeFirstOrThrow();
  await opened.value.close();
  return row;
}

describe("a backup", () => {
  test("is one file for its owner alone, with the log and the ward's key in it, and raises `saved`", async () => {
    const made = await backUpHouse();
    expect(made).toMatchObject({ ok: true, value: [{ ward: WARD, head: 4 }] });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    // Any tar reads it.
    const names = execFileSync("tar", ["-tf", file], { encoding: "utf8" }).trim().split("\n");
    expect(names).toEqual(["manifest.json", "so-tay.sqlite", `keys/${WARD}.json`]);
    expect(readdirSync(dir)).toEqual(["so-tay.tar"]);
    const phone = await house.enrolled("volunteer", ["kp1"]);
    const answer = await phone.push(await phone.say(absence(house.households[0])));
    expect(answer).toMatchObject({ head: 6, saved: 4 });
    expect((await phone.page()).end.saved).toBe(4);
  });

  test("is whole while others write, and `saved` is never above what is inside", async () => {
    const phone = await house.enrolled("volunteer", ["kp1"]);
    let writing = true;
    const writer = (async () => {
      while (writing) await phone.push(await phone.say(absence(house.households[0])));
    })();
    for (let i = 0; i < 5; i++) {
      const made = await backUpHouse();
      expect(made.ok).toBe(true);
      const inside = join(dir, `inside-${i}`);
      await done(inside);
      const { head } = await rowIn(inside);
      expect((await house.station.db.selectFrom("wards").selectAll().executeTakeFirstOrThrow()).saved).toBe(
        head,
      );
    }
    writing = false;
    await writer;
  });

  test("is whole under its name where two are made at once, and `saved` is not above what is inside", async () => {
    for (let at = 0; at < 8; at += 1) {
      const photo = jpeg(200_000);
      await house.wardSays(...paperPledge(house.households[0], photo));
      await keepAttachment(house.station, WARD, photo);
    }
    for (let round = 0; round < 8; round += 1) {
      const later = pause(5 + round * 5).then(async () => {
        await house.wardSays(absence(house.households[0]));
        return await backUpHouse();
      });
      const made = await Promise.all([backUpHouse(), later]);
      expect(made.map(({ ok }) => ok)).toEqual([true, true]);
      const { saved } = await house.station.db.selectFrom("wards").selectAll().executeTakeFirstOrThrow();
      const inside = join(dir, `inside-${round}`);
      await done(inside);
      expect((await rowIn(inside)).head).toBe(saved);
      expect(readdirSync(dir).filter((name) => name.endsWith(".part"))).toEqual([]);
    }
  });

  test("that cannot be put into place raises nothing, leaves nothing behind, and keeps the one before", async () => {
    await backUpHouse();
    const before = readFileSync(file);
    await house.wardSays(absence(house.households[0]));
    const folder = join(dir, "folder");
    mkdirSync(join(folder, "so-tay.tar", "full"), { recursive: true });
    await expect(backUp(house.station, join(folder, "so-tay.tar"), "x")).rejects.toThrow("EISDIR");
    expect((await house.station.db.selectFrom("wards").selectAll().executeTakeFirstOrThrow()).saved).toBe(4);
    expect(readdirSync(folder)).toEqual(["so-tay.tar"]);
    expect(readFileSync(file)).toEqual(before);
  });

  test("holds the photos, and a restore brings them back and keeps those that only the replaced log names", async () => {
    const [photo, later] = [jpeg(), jpeg()];
    await house.wardSays(...paperPledge(house.households[0], photo));
    await keepAttachment(house.station, WARD, photo);
    await backUpHouse();
    const first = file;
    await house.wardSays(...paperPledge(house.households[1], later));
    await keepAttachment(house.station, WARD, later);
    file = join(dir, "later.tar");
    await backUpHouse();
    const fresh = join(dir, "fresh");
    await done(fresh);
    file = first;
    await done(fresh, true);
    const of = (folder: string, bytes: Uint8Array) =>
      readFileSync(join(fresh, folder, WARD, attachmentName(bytes)));
    expect(of("attachments", photo)).toEqual(photo);
    expect(of("attachments-replaced-20261125T060708000", later)).toEqual(later);
    expect(statSync(join(fresh, "attachments", WARD, attachmentName(photo))).mode & 0o777).toBe(0o600);
  });

  test("of a log that began anew meanwhile raises nothing", async () => {
    const { db } = house.station;
    // The last moment before the file is in place.
    const beginAnew = () => {
      void db.updateTable("wards").set({ epoch: "another" }).execute();
      return 0;
    };
    await backUp({ ...house.station, now: beginAnew }, file, "x");
    expect((await db.selectFrom("wards").selectAll().executeTakeFirstOrThrow()).saved).toBe(0);
  });
});

describe("a restore", () => {
  test("into an empty folder brings log and key, under a new epoch", async () => {
    await backUpHouse();
    const fresh = join(dir, "fresh");
    const { epoch } = await house.station.db.selectFrom("wards").selectAll().executeTakeFirstOrThrow();
    expect(await done(fresh)).toMatchObject({ keptAs: null, ahead: [], keyless: [] });
    const row = await rowIn(fresh);
    expect(row).toMatchObject({ head: 4 });
    expect(row.epoch).not.toBe(epoch);
    for (const path of ["so-tay.sqlite", `keys/${WARD}.json`, "heads.json"])
      expect(statSync(join(fresh, path)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(fresh, `keys/${WARD}.json`))).toEqual(
      readFileSync(join(house.place.dataDir, `keys/${WARD}.json`)),
    );
    expect(readdirSync(fresh).sort()).toEqual(["backup.lock", "heads.json", "keys", "so-tay.sqlite"]);
    // The next start finds its own mark, and makes no epoch again.
    expect((await rowIn(fresh)).epoch).toBe(row.epoch);
  });

  test("refuses while a server or a command has the store open, told or not", async () => {
    await backUpHouse();
    expect(await restoreTo(house.place.dataDir)).toEqual({ ok: false, error: "held" });
    expect(await restoreTo(house.place.dataDir, true)).toEqual({ ok: false, error: "held" });
    const phone = await house.enrolled("volunteer", ["kp1"]);
    expect((await phone.push(await phone.say(absence(house.households[0])))).head).toBe(6);
  });

  test("takes the place of an earlier state, and keeps it under another name", async () => {
    await backUpHouse();
    const earlier = unpacked("earlier");
    await house.wardSays(absence(house.households[0]));
    await backUpHouse();
    const { keptAs, ahead } = await done(earlier);
    expect([keptAs, ahead]).toEqual([join(earlier, "so-tay-replaced-20261125T060708000.sqlite"), []]);
    expect(existsSync(keptAs ?? "")).toBe(true);
    expect((await rowIn(earlier)).head).toBe(5);
  });

  test("takes the place of what is further only when told, and says how far that was", async () => {
    await house.wardSays(absence(house.households[0]));
    await backUpHouse();
    const further = unpacked("further");
    await house.station.db.updateTable("wards").set({ head: 4 }).execute();
    await backUpHouse();
    expect(await restoreTo(further)).toEqual({ ok: false, error: "not-older" });
    expect((await rowIn(further)).head).toBe(5);
    expect((await done(further, true)).ahead).toMatchObject([{ ward: WARD, head: 5 }]);
    expect((await rowIn(further)).head).toBe(4);
  });

  test("takes the place of a damaged store only when told", async () => {
    await backUpHouse();
    const broken = join(dir, "broken");
    mkdirSync(broken);
    writeFileSync(join(broken, "so-tay.sqlite"), "x".repeat(10_000));
    writeFileSync(join(broken, "so-tay.sqlite-wal"), "y".repeat(10_000));
    expect(await restoreTo(broken)).toEqual({ ok: false, error: "not-older" });
    const { keptAs } = await done(broken, true);
    expect(readFileSync(keptAs ?? "", "utf8")).toBe("x".repeat(10_000));
    expect((await rowIn(broken)).head).toBe(4);
  });

  test("keeps a key that it replaces", async () => {
    await backUpHouse();
    const fresh = join(dir, "fresh");
    mkdirSync(join(fresh, "keys"), { recursive: true });
    writeFileSync(join(fresh, `keys/${WARD}.json`), "another");
    await done(fresh);
    expect(readFileSync(join(fresh, "keys-replaced-20261125T060708000", `${WARD}.json`), "utf8")).toBe(
      "another",
    );
    expect(readFileSync(join(fresh, `keys/${WARD}.json`), "utf8")).toContain("sign");
  });

  test.each([
    ["that is not there", "no-file", () => rmSync(file)],
    ["that is something else", "not-a-backup", () => writeFileSync(file, "x".repeat(5000))],
    ["that is empty", "not-a-backup", () => writeFileSync(file, "")],
    ["that was cut off", "not-a-backup", () => truncateSync(file, statSync(file).size - 4096)],
    ["that was cut off early", "not-a-backup", () => truncateSync(file, 20_000)],
    [
      "with another's manifest",
      "not-a-backup",
      () => remake((inside) => writeFileSync(join(inside, "manifest.json"), '{"format":"x"}')),
    ],
    [
      "whose store is damaged",
      "damaged",
      () => remake((inside) => writeFileSync(join(inside, "so-tay.sqlite"), "x".repeat(10_000))),
    ],
    [
      "whose store ends elsewhere than it says",
      "damaged",
      () =>
        remake((inside) => {
          const path = join(inside, "manifest.json");
          writeFileSync(path, readFileSync(path, "utf8").replace('"head": 4', '"head": 5'));
        }),
    ],
  ])("takes nothing of a file %s", async (_name, error, spoil) => {
    await backUpHouse();
    spoil();
    const fresh = join(dir, "fresh");
    expect(await restoreTo(fresh)).toEqual({ ok: false, error });
    expect(readdirSync(fresh)).toEqual(["backup.lock"]);
  });

  test("keeps within the folder what a strange file would put elsewhere", async () => {
    await backUpHouse();
    const inside = unpacked("inside");
    writeFileSync(join(dir, "escaped"), "x");
    execFileSync("tar", ["-cPf", file, "-C", inside, "manifest.json", "so-tay.sqlite", "../escaped"]);
    rmSync(join(dir, "escaped"));
    await restoreTo(join(dir, "a", "b"));
    expect(existsSync(join(dir, "a", "escaped"))).toBe(false);
    expect(existsSync(join(dir, "escaped"))).toBe(false);
  });

  function unpacked(name: string): string {
    const folder = join(dir, name);
    mkdirSync(folder);
    execFileSync("tar", ["-xf", file, "-C", folder]);
    return folder;
  }

  function remake(change: (inside: string) => void): void {
    const inside = unpacked("inside");
    change(inside);
    execFileSync("tar", ["-cf", file, "-C", inside, ...readdirSync(inside)]);
  }
});
