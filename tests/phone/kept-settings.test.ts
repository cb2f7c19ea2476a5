import "fake-indexeddb/auto";
import { webcrypto } from "node:crypto";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { expect, test } from "vitest";
import { setPin } from "../../src/phone/acts/lock.ts";
import { readFirstLook, readKeptSettings } from "../../src/phone/look/first-look.ts";
import { readFormAhead } from "../../src/phone/look/form-ahead.ts";
import { phoneDatabase } from "../../src/phone/store/database.ts";

/** As a browser answers whose storage cannot be opened just now, or is forbidden altogether. */
const BROKEN: readonly (readonly [string, IDBFactory])[] = [
  [
    "fails",
    factoryOf(() => {
      const request = new EventTarget();
      setTimeout(() => request.dispatchEvent(new Event("error")));
      return request as IDBOpenDBRequest;
    }),
  ],
  [
    "is forbidden",
    factoryOf(() => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    }),
  ],
];

test.each(BROKEN)(
  "where the storage %s nobody goes by as if there were no PIN, and nothing is shown",
  async (_, broken) => {
    await expect(readKeptSettings(broken)).resolves.toMatchObject({
      language: "vi",
      locked: true,
      isUnread: true,
    });
    await expect(readFirstLook(broken, "/", 0, "1")).resolves.toBeNull();
    await expect(readFormAhead(broken, "x")).resolves.toBeNull();
  },
);

test("a phone with no database at all has no PIN", async () => {
  const factory = new IDBFactory();
  expect((await readKeptSettings(factory)).locked).toBe(false);
  expect(await factory.databases()).toEqual([]);
});

test("a PIN is known again as soon as the storage can be read", async () => {
  const factory = new IDBFactory();
  const db = phoneDatabase({ indexedDB: factory, IDBKeyRange });
  const env = {
    db,
    subtle: webcrypto.subtle as unknown as SubtleCrypto,
    now: () => 0,
    random: (bytes: number) => webcrypto.getRandomValues(new Uint8Array(bytes)),
  };
  await db.open();
  expect((await readKeptSettings(factory)).locked).toBe(false);
  await setPin({ env }, "2580", null);
  expect((await readKeptSettings(factory)).locked).toBe(true);
});

function factoryOf(open: () => IDBOpenDBRequest): IDBFactory {
  return Object.assign(Object.create(IDBFactory.prototype) as IDBFactory, { open });
}
