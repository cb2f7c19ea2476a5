import type { Kysely } from "kysely";

import { parseStatement } from "../../src/domain/statement.ts";
import { readPage } from "../../src/server/read.ts";
import { toDevice } from "../../src/server/store/rows.ts";
import type { Schema } from "../../src/server/store/schema.ts";
import { findWard } from "../../src/server/wards/wards.ts";
import { must } from "../phone/test-phone.ts";

/** All that a device reads of its ward from number 0, as it is sent to it, by id; and the scope that it is told. */
export interface Reading {
  readonly scope: string;
  readonly lines: ReadonlyMap<string, string>;
}

export async function readingOf(db: Kysely<Schema>, slug: string, kid: string): Promise<Reading> {
  const ward = await findWard(db, slug);
  if (!ward) throw new Error("no ward");
  const row = await db.selectFrom("devices").selectAll().where("kid", "=", kid).executeTakeFirstOrThrow();
  const { lines, end } = await readPage(db, ward, toDevice(row), { after: 0, limit: 10_000 });
  return {
    scope: end.scope,
    lines: new Map(lines.map(({ s }) => [must(parseStatement(s)).claims.jti, s])),
  };
}
