import { sql, type Kysely } from "kysely";
import pg from "pg";
import { connectionTo, type Access } from "./postgres-pool.ts";
import type { Schema } from "./schema.ts";
import type { News } from "./store.ts";

/**
 * News between processes by LISTEN and NOTIFY. A notice is sent after the commit and by itself: inside a transaction it would
 * let one commit of the whole database at a time. One that was missed is made good by asking now and then.
 */
export function createNotices(db: Kysely<Schema>, { url }: Pick<Access, "url">): News {
  let listener: pg.Client | null = null;
  let isListening = false;
  let heard = true;
  let quiet = 0;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;
  let telling: Promise<void> | null = null;
  let tellAgain = false;

  function listen(): void {
    const client = new pg.Client(connectionTo(url));
    const lose = () => {
      if (listener !== client) return;
      [listener, isListening, heard] = [null, false, true];
      void client.end().catch(() => undefined);
    };
    client.on("error", lose);
    client.on("end", lose);
    client.on("notification", () => (heard = true));
    listener = client;
    client
      .connect()
      .then(() => client.query(`listen ${CHANNEL}`))
      .then(() => ([isListening, heard] = [true, true]), lose);
  }

  async function tell(): Promise<void> {
    do {
      tellAgain = false;
      // Whoever is not told asks by itself a little later.
      await sql`select pg_notify(${sql.lit(CHANNEL)}, '')`.execute(db).catch(() => undefined);
    } while (tellAgain);
    telling = null;
  }

  return {
    async othersWrote() {
      if (!listener && !retry && !closed) {
        listen();
        retry = setTimeout(() => (retry = undefined), RETRY_MILLISECONDS).unref();
      }
      quiet += 1;
      if (!heard && quiet < (isListening ? QUIET_LISTENING : QUIET_DEAF)) return false;
      [heard, quiet] = [false, 0];
      return true;
    },
    tellOthers() {
      if (closed) return;
      tellAgain = true;
      telling ??= tell();
    },
    async close() {
      closed = true;
      tellAgain = false;
      clearTimeout(retry);
      await telling;
      const last = listener;
      listener = null;
      await last?.end().catch(() => undefined);
    },
  };
}

const CHANNEL = "so_tay_commits";
const RETRY_MILLISECONDS = 1_000;
/** After so many times of asking without a notice the store is looked at all the same. */
const QUIET_LISTENING = 25;
const QUIET_DEAF = 2;
