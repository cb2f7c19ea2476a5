// How much of what all cores could verify one process takes from many phones at once: in batches, and one by one.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import Database from "better-sqlite3";

import { enrolDevice } from "./lib/device.mjs";
import { measurePushing } from "./lib/push-load.mjs";
import { makeInvite, makeWard, WARD } from "./lib/ward.mjs";

const HOUSEHOLDS = 800;
// Statements of one client in one round; pushed one by one they stay below the server's limit of one device.
const KINDS = [
  { batch: 100, each: 400, atLeast: 0.7 },
  { batch: 1, each: 120, atLeast: 0.3 },
];

/** Many phones on one SQLite store, as lib/push-load.mjs says. */
export async function bench({ root, startServer }) {
  const dataDir = mkdtempSync(join(tmpdir(), "so-tay-push-many-"));
  await makeWard({ dataDir, root, households: HOUSEHOLDS });
  const server = await startServer({ dataDir });
  try {
    const store = new Database(join(dataDir, "so-tay.sqlite"), { readonly: true });
    const households = store.prepare("select household from households order by household").pluck().all();
    store.close();
    const office = await enrolDevice(server.origin, await makeInvite({ ...server }, "office"));
    const rows = [];
    const wards = [{ slug: WARD, office, households }];
    for (const kind of KINDS) rows.push(await measurePushing({ origin: server.origin, wards, kind }));
    return rows;
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
