import { chmod } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { err, ok, type Result } from "../../domain/result.ts";
import { sync } from "../store/durable.ts";
import { keepMarks, renewAllEpochs } from "../store/epochs.ts";
import { readLogEnds, type LogEnd } from "../store/log-ends.ts";
import type { Access } from "../store/postgres-pool.ts";
import { openPostgres } from "../store/postgres.ts";
import { makeFolder } from "../store/sqlite.ts";
import type { StoreError, TellWait } from "../store/store.ts";
import { inStage } from "./in-stage.ts";
import { POSTGRES_FILE } from "./manifest.ts";
import { dumpDatabase, restoreDatabase, type ToolError } from "./postgres-tools.ts";
import { putFilesBeside } from "./put-files-beside.ts";
import {
  isEarlier,
  readBackup,
  stampOf,
  type Restored,
  type RestoreError,
  type Restoring,
} from "./restore.ts";

/** As for SQLite, and what PostgreSQL or its programs say. */
export type PostgresRestoreError =
  | { readonly why: RestoreError }
  | { readonly why: "store"; readonly error: StoreError }
  | ToolError;

/**
 * Puts the dump of a backup in the place of what the database holds, in one transaction, with a new epoch for each ward. What
 * it holds is dumped into the data folder first. Cut off between the two, the server finds itself behind its mark, does not
 * start, and the same command finishes.
 */
export async function restorePostgres(
  file: string,
  access: Access,
  restoring: Restoring,
): Promise<Result<Restored, PostgresRestoreError>> {
  const { dataDir, now, replace, tellWait } = restoring;
  return await inStage(restoring, async (stage) => {
    const manifest = await readBackup(file, stage, "postgres");
    if (!manifest.ok) return err({ why: manifest.error });
    const there = await look(access, tellWait);
    if (!there.ok) return there;
    const ahead = there.value.filter((end) => !isEarlier(end, manifest.value.wards));
    if (ahead.length > 0 && !replace) return err({ why: "not-older" });
    const stamp = stampOf(now());
    const keptAs = there.value.length > 0 ? join(dataDir, `so-tay-replaced-${stamp}.pgdump`) : null;
    const kept = keptAs === null ? ok(null) : await keep(access, keptAs);
    if (!kept.ok) return kept;
    const beside = await putFilesBeside(stage, dataDir, manifest.value.wards, stamp);
    const put = await restoreDatabase(access.url, join(stage, POSTGRES_FILE));
    if (!put.ok) return put;
    const renewed = await beginAnew(access, dataDir, restoring);
    return renewed.ok ? ok({ manifest: manifest.value, keptAs, ahead, ...beside }) : renewed;
  });
}

/** Gives each ward a new epoch after the database was put back by other means, and notes it beside the store. Returns where each log ends. */
export async function beginAnew(
  access: Access,
  dataDir: string,
  renewing: Pick<Restoring, "now" | "random" | "tellWait">,
): Promise<Result<readonly LogEnd[], PostgresRestoreError>> {
  const opened = await openPostgres(access, renewing.tellWait);
  if (!opened.ok) return err({ why: "store", error: opened.error });
  const { db, close } = opened.value;
  try {
    await renewAllEpochs(db, renewing);
    await makeFolder(dataDir);
    await keepMarks({ db }, dataDir);
    return ok(await readLogEnds(db));
  } finally {
    await close();
  }
}

/** Where the logs of the database end, unless a server or a command works on it. */
async function look(
  { url }: Access,
  tellWait?: TellWait,
): Promise<Result<readonly LogEnd[], PostgresRestoreError>> {
  const opened = await openPostgres({ url, connections: 1 }, tellWait);
  if (!opened.ok) return err({ why: "store", error: opened.error });
  const { db, close } = opened.value;
  try {
    const { rows } = await sql<{ pid: number }>`
      select pid from pg_stat_activity
      where datname = current_database() and application_name = 'so-tay' and pid <> pg_backend_pid()
    `.execute(db);
    return rows.length > 0 ? err({ why: "held" }) : ok(await readLogEnds(db));
  } finally {
    await close();
  }
}

async function keep({ url }: Access, file: string): Promise<Result<null, ToolError>> {
  const dumped = await dumpDatabase(url, file);
  if (!dumped.ok) return dumped;
  await chmod(file, 0o600);
  await sync(file);
  return dumped;
}
