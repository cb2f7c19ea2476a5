// How much of what all cores could verify one process takes from many phones at once where PostgreSQL keeps the wards.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import pg from "pg";

import { startPostgres } from "../../scripts/postgres.mjs";
import { command } from "../../scripts/server-process.mjs";
import { enrolDevice } from "./lib/device.mjs";
import { measurePushing } from "./lib/push-load.mjs";

const WARDS = 10;
const HOUSEHOLDS = 100;

/** The database runs on this machine, and writes each commit to the disk, as it does in earnest. */
export async function bench({ startServer }) {
  const dataDir = mkdtempSync(join(tmpdir(), "so-tay-push-postgres-"));
  const postgres = await startPostgres({ durable: true });
  const env = { DATABASE_URL: postgres.url, DATA_DIR: dataDir };
  const wards = [];
  const server = await makeWards(env).then(() => startServer({ dataDir, env }));
  try {
    for (const slug of slugs()) {
      const [link] = await command(["invite", slug, "office"], { ...env, ORIGIN: server.origin });
      const office = await enrolDevice(server.origin, link, "10.1.0.1");
      wards.push({ slug, office, households: await householdsOf(postgres.url, slug) });
    }
    const { origin } = server;
    return [
      await measurePushing({
        origin,
        wards,
        kind: { batch: 100, each: 400, atLeast: 0.5 },
        where: `, PostgreSQL, ${WARDS} wards`,
      }),
      await measurePushing({
        origin,
        wards: wards.slice(0, 1),
        kind: { batch: 1, each: 120, atLeast: 0.2 },
        where: ", PostgreSQL, one ward",
      }),
    ];
  } finally {
    await server.stop();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const slugs = () => Array.from({ length: WARDS }, (_, at) => `phuong-${at + 1}`);

async function makeWards(env) {
  const list = join(env.DATA_DIR, "danh-sach.csv");
  const lines = Array.from(
    { length: HOUSEHOLDS },
    (_, at) => `1;1;${at + 1};Trần Văn Mai;${at + 1};Lê Lợi;3`,
  );
  writeFileSync(
    list,
    ["Khu phố;Tổ;Số TT trong tổ;Họ và tên chủ hộ;Số nhà;Đường;Nhân khẩu", ...lines].join("\n"),
  );
  for (const slug of slugs()) {
    await command(["init", slug], env);
    await command(["import", slug, list], env);
  }
}

async function householdsOf(url, ward) {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query("select household from households where ward = $1 order by 1", [ward]);
  await client.end();
  return rows.map(({ household }) => household);
}
