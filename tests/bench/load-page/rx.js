// RxDB on Dexie, pulling over plain HTTP in batches of 1,000.
import { createRxDatabase } from "rxdb/plugins/core";
import { replicateRxCollection } from "rxdb/plugins/replication";
import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";

globalThis.rx = { load };

const schema = {
  version: 0,
  primaryKey: "jti",
  type: "object",
  properties: {
    jti: { type: "string", maxLength: 36 },
    seq: { type: "number" },
    at: { type: "number" },
    s: { type: "string" },
  },
  required: ["jti", "seq", "at", "s"],
};

/** Milliseconds until every record is kept. */
async function load(url) {
  const db = await createRxDatabase({ name: "rx", storage: getRxStorageDexie(), multiInstance: false });
  const { records } = await db.addCollections({ records: { schema } });
  const start = performance.now();
  const replication = replicateRxCollection({
    collection: records,
    replicationIdentifier: "bench",
    live: false,
    pull: {
      batchSize: 1000,
      async handler(checkpoint, limit) {
        const answer = await fetch(`${url}?after=${checkpoint?.seq ?? 0}&limit=${limit}`);
        return answer.json();
      },
    },
  });
  await replication.awaitInitialReplication();
  const elapsed = performance.now() - start;
  const statements = await records.count().exec();
  await db.close();
  return { elapsed, statements };
}
