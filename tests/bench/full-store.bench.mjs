// Whether a push and a pull take longer where the store holds a million statements of a thousand wards.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import Database from "better-sqlite3";

import { openClient } from "./lib/client.mjs";
import { makeFullWard } from "./lib/full-ward.mjs";
import { median, milliseconds } from "./lib/numbers.mjs";
import { WARD } from "./lib/ward.mjs";

// Five statements each: two thousand, and what describes the ward.
const HOUSEHOLDS = 400;
const COPY = 1000;
const WARDS = { few: 10, many: 1000 };
const ROUNDS = 60;
const AT_MOST = 1.3;

/**
 * Two servers, each with the same ward of two thousand signed statements and copies of them as further wards; they are asked
 * in turns. Behind each other they share the machine, so that only one of the two works at any time.
 */
export async function bench({ root, startServer }) {
  const places = [];
  try {
    for (const wards of [WARDS.few, WARDS.many])
      places.push(
        await makePlace({
          root,
          startServer,
          wards,
          dataDir: mkdtempSync(join(tmpdir(), "so-tay-full-store-")),
        }),
      );
    // Only now: a server hangs up on whoever is silent while the other store is being filled.
    for (const place of places) await place.open();
    const [few, many] = places;
    const times = { push: { few: [], many: [] }, pull: { few: [], many: [] } };
    for (let round = 0; round < ROUNDS; round += 1)
      for (const kind of ["push", "pull"]) {
        times[kind].few.push(await timed(few[kind]));
        times[kind].many.push(await timed(many[kind]));
      }
    return [row("one push of a statement", times.push), row(`one pull of ${COPY} statements`, times.pull)];
  } finally {
    for (const { stop } of places) await stop();
  }
}

function row(what, times) {
  // The first ones warm up.
  const [few, many] = [times.few, times.many].map((all) => median(all.slice(10)));
  const [less, more] = [WARDS.few, WARDS.many].map((wards) => (wards * COPY).toLocaleString("en"));
  return {
    what: `${what}, ${more} stored in ${WARDS.many.toLocaleString("en")} wards`,
    measured: `${milliseconds(many)}, ${(many / few).toFixed(2)} ×`,
    yardstick: `with ${less} stored ${milliseconds(few)}`,
    atMost: `at most ${AT_MOST} ×: ${milliseconds(few * AT_MOST)}`,
    holds: many <= few * AT_MOST,
  };
}

async function makePlace({ root, startServer, wards, dataDir }) {
  const { server: first, device } = await makeFullWard({
    dataDir,
    root,
    households: HOUSEHOLDS,
    startServer,
  });
  await first.stop();
  copyWard(join(dataDir, "so-tay.sqlite"), wards);
  const server = await startServer({ dataDir });
  const path = `/api/wards/${WARD}/statements`;
  const households = new Database(join(dataDir, "so-tay.sqlite"), { readonly: true });
  const [sub] = households.prepare("select household from households where ward = ?").pluck().all(WARD);
  households.close();
  let client;
  let token;
  return {
    async open() {
      client = await openClient(server.origin);
      token = await device.token();
    },
    async push() {
      const text = await device.say({ type: "visit.logged", sub, body: { outcome: "absent" }, personal: {} });
      const bytes = client.request(path, token, JSON.stringify({ statements: [text] }));
      return async () => {
        const [{ status }] = JSON.parse(await client.send(bytes)).results;
        if (status !== "accepted") throw new Error(`the server did not accept: ${status}`);
      };
    },
    pull() {
      const headers = { authorization: `Bearer ${token}` };
      return async () => {
        const answer = await fetch(`${server.origin}${path}?after=${COPY}&limit=${COPY}`, { headers });
        const lines = (await answer.text()).split("\n").length;
        if (answer.status !== 200 || lines < COPY) throw new Error(`pull: ${answer.status}, ${lines} lines`);
      };
    },
    async stop() {
      client?.close();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Gets a call ready, and times it alone. */
async function timed(prepare) {
  const call = await prepare();
  const start = performance.now();
  await call();
  return performance.now() - start;
}

/** Makes further wards out of the one that is there: every other one gets its first thousand statements, the others its second. */
function copyWard(path, wards) {
  const store = new Database(path);
  store.pragma("cache_size = -500000");
  store.exec(`
    create temp table copies (ward text, first integer);
    insert into copies
      with recursive i (n) as (select 1 union all select n + 1 from i where n < ${wards - 1})
      select 'ban-sao-' || n, (n % 2) * ${COPY} from i;
    insert into wards (ward, epoch, head, saved, signed)
      select copies.ward, epoch, ${COPY}, 0, signed from copies, wards;`);
  for (const table of ["devices", "households"]) copyRows(store, table, "", {});
  copyRows(store, "statements", `where seq > first and seq <= first + ${COPY}`, { seq: "seq - first" });
  store.pragma("wal_checkpoint(truncate)");
  store.close();
}

/** Every copy's rows of a table, but for its ward the same unless said. */
function copyRows(store, table, where, others) {
  const columns = store.pragma(`table_info(${table})`).map(({ name }) => name);
  const values = columns.map((name) => (name === "ward" ? "copies.ward" : (others[name] ?? `t.${name}`)));
  store.exec(
    `insert into ${table} (${columns}) select ${values} from copies cross join (select * from ${table}) t ${where}`,
  );
}
