import type { Kysely } from "kysely";
import type { Entry } from "../../domain/said.ts";
import { parseStatement } from "../../domain/statement.ts";
import type { Ward } from "../../domain/ward-facts.ts";
import { foldWard } from "../../domain/ward.ts";
import { parsePage } from "../../wire/page.ts";
import type { WardRow } from "../store/rows.ts";
import type { Schema } from "../store/schema.ts";
import { readPublicPage } from "./read-public.ts";

/** What anybody may know of a ward, read from the very page that anybody may read; with `current` only what a reader needs today. */
export async function readPublicFacts(db: Kysely<Schema>, ward: WardRow, current: boolean): Promise<Ward> {
  const { text } = await readPublicPage(db, ward, current);
  return foldWard(ward.ward, entriesOf(text));
}

function entriesOf(text: string): Entry[] {
  const page = parsePage(text);
  if (!page.ok) throw new Error(`the public page cannot be read: ${page.error}`);
  return page.value.lines.flatMap(({ seq, at, s }) => {
    const statement = parseStatement(s);
    return statement.ok ? [{ seq, at, standing: "log" as const, statement: statement.value }] : [];
  });
}
