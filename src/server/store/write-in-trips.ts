import {
  CompiledQuery,
  DummyDriver,
  Transaction,
  type DatabaseConnection,
  type Dialect,
  type Kysely,
} from "kysely";
import type { Schema } from "./schema.ts";
import type { Write } from "./store.ts";

/**
 * Writes over a connection that takes several questions before it has answered the first: those that a transaction asks at
 * once travel together, its beginning with the first of them, which must change nothing that would matter should the
 * beginning fail. Answers come in order, and after one that failed the database refuses the rest, so that nothing of it
 * stays. See docs/decisions/0035-in-one-trip.md.
 */
export function writeInTrips(db: Kysely<Schema>, dialect: Dialect): Write {
  const executor = db.getExecutor();
  return (work) =>
    executor.provideConnection(async (connection) => {
      const run = (word: string) => connection.executeQuery(CompiledQuery.raw(word));
      const begun = run("begin");
      // Whoever asks hears of it; a work that fails before it asks anything must not leave it unheard.
      begun.catch(() => undefined);
      let first: { readonly reason: unknown } | undefined;
      /** Whatever went out beside the beginning counts for nothing where that failed. */
      async function ask<Answer>(consume: (by: DatabaseConnection) => Promise<Answer>): Promise<Answer> {
        try {
          return (await Promise.all([begun, consume(connection)]))[1];
        } catch (error) {
          first ??= { reason: error };
          throw error;
        }
      }
      const transaction = new Transaction<Schema>({
        config: { dialect },
        dialect,
        driver: new DummyDriver(),
        executor: executor.withConnectionProvider({ provideConnection: ask }),
      });
      try {
        const outcome = await work(transaction);
        await run("commit");
        // A commit is on the disk before anybody sees it.
        return { outcome, lasting: undefined };
      } catch (error) {
        await run("rollback").catch(() => undefined);
        // Why it failed, and not that the rest was refused after that.
        throw first ? first.reason : error;
      }
    });
}
