import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createAttachmentFolder } from "../../../src/server/store/attachment-folder.ts";
import { createAttachmentTable } from "../../../src/server/store/attachment-table.ts";
import type { AttachmentStore } from "../../../src/server/store/attachments.ts";
import type { Store } from "../../../src/server/store/store.ts";
import { jpeg, nameOf } from "../photos.ts";
import { makeStorePlace, type StorePlace } from "../store-place.ts";

let dir: string;
let place: StorePlace;
let store: Store;
let now: number;
let drawn: number;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "so-tay-photos-"));
  place = await makeStorePlace();
  store = await place.open();
  for (const ward of ["mot", "hai"]) {
    const row = { ward, epoch: "e", head: 1, saved: 0, signed: 0 };
    await store.db.insertInto("wards").values(row).execute();
  }
  now = Date.now();
  drawn = 0;
});
afterEach(async () => {
  await store.close();
  await place.remove();
  rmSync(dir, { recursive: true, force: true });
});

const stores: Record<string, () => AttachmentStore> = {
  folder: () =>
    createAttachmentFolder({
      dataDir: dir,
      now: () => now,
      random: (bytes) => new Uint8Array(bytes).fill(++drawn),
    }),
  table: () => createAttachmentTable(store.db),
};

describe.each(Object.keys(stores))("photos in a %s", (kind) => {
  test("lie apart by ward, under their names, until they are dropped", async () => {
    const photos = stores[kind]!();
    const [one, two] = [jpeg(), jpeg()];
    const names = [nameOf(one), nameOf(two)].sort();
    expect(await photos.list("mot")).toEqual([]);
    expect(await photos.get("mot", nameOf(one))).toBeNull();
    await photos.put("mot", nameOf(one), one);
    await photos.put("mot", nameOf(two), two);
    await photos.put("mot", nameOf(one), one);
    await photos.put("hai", nameOf(one), one);
    expect(await photos.list("mot")).toEqual(names);
    expect(Buffer.from((await photos.get("mot", nameOf(one))) ?? []).equals(one)).toBe(true);
    await photos.drop("mot", nameOf(one));
    await photos.drop("mot", nameOf(one));
    expect([await photos.has("mot", nameOf(one)), await photos.has("hai", nameOf(one))]).toEqual([
      false,
      true,
    ]);
    expect(await photos.list("mot")).toEqual([nameOf(two)]);
  });
});

describe("a folder of photos", () => {
  test("is its owner's alone, and holds no half photo", async () => {
    const photos = stores["folder"]!();
    const photo = jpeg();
    await photos.put("mot", nameOf(photo), photo);
    const folder = join(dir, "attachments", "mot");
    expect([statSync(folder).mode & 0o777, statSync(join(folder, nameOf(photo))).mode & 0o777]).toEqual([
      0o700, 0o600,
    ]);
    // What a process that was killed over it has left lies in nobody's way, and goes after an hour.
    const left = join(folder, ".draft-left");
    writeFileSync(left, photo.subarray(0, 100));
    expect(await photos.list("mot")).toEqual([nameOf(photo)]);
    await photos.put("mot", nameOf(jpeg()), jpeg());
    expect(readdirSync(folder)).toContain(".draft-left");
    utimesSync(left, new Date(now - 7_200_000), new Date(now - 7_200_000));
    await photos.put("mot", nameOf(jpeg()), jpeg());
    expect(readdirSync(folder)).not.toContain(".draft-left");
  });

  test("throws where nothing can be written", async () => {
    const photos = stores["folder"]!();
    const photo = jpeg();
    const folder = join(dir, "attachments", "mot");
    mkdirSync(join(dir, "attachments"));
    writeFileSync(folder, "a file where the ward's folder belongs");
    await expect(photos.put("mot", nameOf(photo), photo)).rejects.toThrow("ENOTDIR");
  });
});
