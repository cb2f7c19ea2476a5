import { webcrypto } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";

import Database from "better-sqlite3";

/**
 * The least that taking statements costs: each signature verified in Node's thread pool, each batch inserted into one bare
 * table in one durable transaction. As many batches are under way at once as there are phones, so that one is verified
 * while another is written.
 * @returns {Promise<number>} milliseconds
 */
export async function verifyThenInsert({ dataDir, rows, keys, batch, lanes, schema }) {
  const path = join(dataDir, "bare.sqlite");
  const database = new Database(path);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  // The ward that each row names stands in another table.
  database.pragma("foreign_keys = OFF");
  database.exec(schema);
  const columns = Object.keys(rows[0]);
  const insert = database.prepare(
    `insert into statements (${columns}) values (${columns.map((name) => `@${name}`)})`,
  );
  const write = database.transaction((some) => some.forEach((row) => insert.run(row)));
  const known = new Map();
  for (const { kid, key } of keys) known.set(kid, await importKey(JSON.parse(key)));
  const signed = rows.map((row) => ({ row, key: known.get(row.kid), ...parts(row.jws) }));

  async function lane(first) {
    for (let at = first * batch; at < signed.length; at += lanes * batch) {
      const some = signed.slice(at, at + batch);
      const good = await Promise.all(some.map(verify));
      if (!good.every(Boolean)) throw new Error("a signature of the log is wrong");
      write(some.map(({ row }) => row));
    }
  }

  const start = performance.now();
  await Promise.all(Array.from({ length: lanes }, (_, at) => lane(at)));
  const elapsed = performance.now() - start;
  database.close();
  for (const end of ["", "-wal", "-shm"]) rmSync(path + end, { force: true });
  return elapsed;
}

function verify({ key, signature, bytes }) {
  return webcrypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, signature, bytes);
}

function parts(jws) {
  const end = jws.lastIndexOf(".");
  return { bytes: Buffer.from(jws.slice(0, end)), signature: Buffer.from(jws.slice(end + 1), "base64url") };
}

function importKey({ kty, crv, x, y }) {
  return webcrypto.subtle.importKey("jwk", { kty, crv, x, y }, { name: "ECDSA", namedCurve: "P-256" }, true, [
    "verify",
  ]);
}
