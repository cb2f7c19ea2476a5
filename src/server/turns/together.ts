import type { Kysely } from "kysely";
import type { Schema } from "../store/schema.ts";

/** Asks the store for one thing by its key; undefined where there is none. */
export type Find<Value> = (db: Kysely<Schema>, key: string) => Promise<Value | undefined>;

/** A key that somebody waits to have found. */
interface Asked<Value> {
  readonly key: string;
  readonly tell: (value: Value | undefined) => void;
  readonly fail: (reason: unknown) => void;
}

/**
 * Many requests that come in one turn of the event loop look for their things by one query: `findAll` gets the different
 * keys of a turn, and tells what there is of them.
 */
export function together<Value>(
  findAll: (db: Kysely<Schema>, keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): Find<Value> {
  const waiting = new WeakMap<Kysely<Schema>, Asked<Value>[]>();

  async function find(db: Kysely<Schema>): Promise<void> {
    const asked = waiting.get(db) ?? [];
    waiting.delete(db);
    try {
      const found = await findAll(db, [...new Set(asked.map(({ key }) => key))]);
      for (const { key, tell } of asked) tell(found.get(key));
    } catch (error) {
      for (const { fail } of asked) fail(error);
    }
  }

  return (db, key) =>
    new Promise((tell, fail) => {
      const asked = waiting.get(db);
      if (asked) asked.push({ key, tell, fail });
      else {
        waiting.set(db, [{ key, tell, fail }]);
        setImmediate(() => void find(db));
      }
    });
}
