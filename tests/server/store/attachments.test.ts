import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createAttachmentFolder } from "../../../src/server/store/attachment-folder.ts";
import type { AttachmentStore } from "../../../src/server/store/attachments.ts";
import { jpeg, nameOf } from "../photos.ts";

let dir: string;
let now: number;
let drawn: number;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "so-tay-photos-"));
  now = Date.now();
  drawn = 0;
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const stores: Record<string, () => AttachmentStore> = {
  folder: () =>
    createAttachmentFolder({
      dataDir: dir,
      now: () => now,
      random: (bytes) => new Uint8Array(bytes).fill(++drawn),
    }),
};

describe.each(Object.keys(stores))("photos in a %s", (kind) => {
  test("lie apart by ward, under their names, until they are dropped", async () => {
    const store = stores[kind]!();
    const [one, two] = [jpeg(), jpeg()];
    const names = [nameOf(one), nameOf(two)].sort();
    expect(await store.list("mot")).toEqual([]);
    expect(await store.get("mot", nameOf(one))).toBeNull();
    await store.put("mot", nameOf(one), one);
    await store.put("mot", nameOf(two), two);
    await store.put("mot", nameOf(one), one);
    await store.put("hai", nameOf(one), one);
    expect(await store.list("mot")).toEqual(names);
    expect(Buffer.from((await store.get("mot", nameOf(one))) ?? []).equals(one)).toBe(true);
    await store.drop("mot", nameOf(one));
    await store.drop("mot", nameOf(one));
    expect([await store.has("mot", nameOf(one)), await store.has("hai", nameOf(one))]).toEqual([false, true]);
    expect(await store.list("mot")).toEqual([nameOf(two)]);
  });
});

describe("a folder of photos", () => {
  test("is its owner's alone, and holds no half photo", async () => {
    const store = stores["folder"]!();
    const photo = jpeg();
    await store.put("mot", nameOf(photo), photo);
    const folder = join(dir, "attachments", "mot");
    expect([statSync(folder).mode & 0o777, statSync(join(folder, nameOf(photo))).mode & 0o777]).toEqual([
      0o700, 0o600,
    ]);
    // What a process that was killed over it has left lies in nobody's way, and goes after an hour.
    const left = join(folder, ".draft-left");
    writeFileSync(left, photo.subarray(0, 100));
    expect(await store.list("mot")).toEqual([nameOf(photo)]);
    await store.put("mot", nameOf(jpeg()), jpeg());
    expect(readdirSync(folder)).toContain(".draft-left");
    utimesSync(left, new Date(now - 7_200_000), new Date(now - 7_200_000));
    await store.put("mot", nameOf(jpeg()), jpeg());
    expect(readdirSync(folder)).not.toContain(".draft-left");
  });

  test("throws where nothing can be written", async () => {
    const store = stores["folder"]!();
    const photo = jpeg();
    const folder = join(dir, "attachments", "mot");
    mkdirSync(join(dir, "attachments"));
    writeFileSync(folder, "a file where the ward's folder belongs");
    await expect(store.put("mot", nameOf(photo), photo)).rejects.toThrow("ENOTDIR");
  });
});
