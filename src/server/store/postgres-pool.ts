import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import pg from "pg";
import { digestOfText } from "../check/digest.ts";
import { PREPARED } from "./prepared.ts";
import { CONNECTION_LOST } from "./store-failure.ts";

/** Where the database is, and how many connections one process opens at most. */
export interface Access {
  readonly url: string;
  readonly connections: number;
}

/**
 * A pool of connections for Kysely. A connection that breaks, or that leaves a query without an answer, is never used again;
 * its error has the code `CONNECTION_LOST` unless the server gave one.
 */
export function createPostgresPool({ url, connections }: Access): PostgresPool {
  const pool = new pg.Pool({
    ...connectionTo(url),
    max: connections,
    // What nobody needs is given back to the server, which counts connections of all processes.
    idleTimeoutMillis: 60_000,
  });
  // One that breaks while nobody uses it leaves the pool by itself.
  pool.on("error", () => undefined);
  const open = new Set<pg.PoolClient>();
  pool.on("connect", (client) => open.add(client));
  pool.on("remove", (client) => open.delete(client));
  return {
    connect: async () => lend(await pool.connect().catch(sayLost)),
    async end() {
      await pool.end();
      await untilGone(pool, open);
    },
  };
}

/**
 * The pool ends once it has said goodbye on its connections; the server goes on counting each until it has heard that, and a
 * restore right after would be told that somebody still works here. One that hears nothing any more is not waited for.
 */
async function untilGone(pool: pg.Pool, open: ReadonlySet<pg.PoolClient>): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, GOODBYE_MILLISECONDS);
    const look = () => {
      if (open.size > 0) return;
      clearTimeout(timer);
      resolve();
    };
    pool.on("remove", look);
    look();
  });
}

/** How every connection of this program is set up. */
export function connectionTo(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: "so-tay",
    // What is asked at once goes out at once, and is answered in order.
    pipeline: true,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    statement_timeout: ANSWER_MILLISECONDS,
    lock_timeout: LOCK_MILLISECONDS,
    // A process that stands still must not keep a ward's row from all others.
    idle_in_transaction_session_timeout: ANSWER_MILLISECONDS,
    types: { getTypeParser },
  };
}

const CONNECT_MILLISECONDS = 5_000;
const GOODBYE_MILLISECONDS = 2_000;
const ANSWER_MILLISECONDS = 30_000;
const LOCK_MILLISECONDS = 15_000;
/** The server gives up first, unless nobody hears of it any more. */
const SILENCE_MILLISECONDS = 45_000;

function lend(client: pg.PoolClient): PostgresPoolClient {
  let broken: Error | undefined;
  const note = (error: Error) => {
    broken = error;
  };
  client.on("error", note);

  async function ask(text: string, values: readonly unknown[]) {
    if (broken) throw lost(broken);
    try {
      return await withinTime(client.query({ ...nameOf(text), text, values: [...values] }));
    } catch (error) {
      // What the server says of a query has a severity; anything else is about the connection.
      if (error instanceof Error && !("severity" in error)) broken = error;
      return sayLost(error);
    }
  }

  function query<Row>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  function query(sql: unknown, parameters: readonly unknown[] = []): unknown {
    if (typeof sql !== "string") throw new TypeError("nothing here reads by a cursor");
    return ask(sql, parameters);
  }

  return {
    query,
    release() {
      client.off("error", note);
      client.release(broken);
    },
  };
}

/** A query that has a name is parsed once for each connection; its plan is kept, too. */
function nameOf(text: string): { readonly name?: string } {
  return text.startsWith(PREPARED) ? { name: digestOfText(text) } : {};
}

async function withinTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(lost(new Error("the database is silent"))), SILENCE_MILLISECONDS);
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whatever the server did not say itself is the way to it. */
function sayLost(error: unknown): never {
  throw error instanceof Error && !("code" in error) ? lost(error) : error;
}

function lost(error: Error): Error {
  return Object.assign(error, { code: CONNECTION_LOST });
}

const BIGINT = pg.types.builtins.INT8;

/** Numbers of 64 bits as JavaScript's own, which count exactly up to 2^53. */
function getTypeParser(oid: number, format?: "text" | "binary"): (value: string) => unknown {
  if (oid === BIGINT && format !== "binary") return toNumber;
  return pg.types.getTypeParser(oid, format);
}

function toNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError("a number of the store is beyond 2^53");
  return number;
}
