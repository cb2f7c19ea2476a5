import { IDBFactory, IDBKeyRange } from "fake-indexeddb";

import { phoneDatabase, type PhoneDatabase } from "../../src/phone/store/database.ts";

/** Copies the whole storage of a phone, keys included, as a phone's own backup or a cloning app does. */
export async function cloneStorage(db: PhoneDatabase): Promise<IDBFactory> {
  const contents = await db.transaction("r", db.tables, () =>
    Promise.all(db.tables.map((table): PromiseLike<unknown[]> => table.toArray())),
  );
  const factory = new IDBFactory();
  const copy = phoneDatabase({ indexedDB: factory, IDBKeyRange });
  await copy.transaction("rw", copy.tables, async () => {
    for (const [at, table] of copy.tables.entries()) await table.bulkPut(contents[at] ?? []);
  });
  copy.close();
  return factory;
}
