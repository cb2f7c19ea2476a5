import type { Kysely } from "kysely";
import type { Area, PublicKey } from "../../domain/ward-facts.ts";
import type { Schema } from "../store/schema.ts";
import { listWards } from "./wards.ts";

/** A ward of this installation, as anybody may know it, with the areas that have a covenant to read. */
export interface WardHere {
  readonly ward: string;
  readonly name: string;
  readonly demo: boolean;
  readonly areas: readonly { readonly code: string; readonly name: string }[];
}

/** What a ward last said of itself. */
export interface Description {
  readonly name: string;
  readonly kind: string;
  readonly province: string;
  readonly keys: { readonly sign: PublicKey; readonly seal: PublicKey };
  readonly areas: readonly Area[];
  readonly demo?: boolean;
  readonly opinionDays?: number;
  readonly basis?: string;
}

/** The wards of this installation, for a first visitor to choose from. */
export async function listWardsHere(db: Kysely<Schema>): Promise<WardHere[]> {
  const here: WardHere[] = [];
  for (const ward of await listWards(db)) {
    const { name, demo = false, areas } = await describeWard(db, ward);
    const books = await areasWithBook(db, ward);
    const open = areas
      .filter(({ code }) => books.has(code))
      .map((area) => ({ code: area.code, name: area.name }));
    here.push({ ward, name, demo, areas: open });
  }
  return here;
}

/** The body of the newest `ward.described`. */
export async function describeWard(db: Kysely<Schema>, ward: string): Promise<Description> {
  const { jws } = await db
    .selectFrom("statements")
    .select("jws")
    .where("ward", "=", ward)
    .where("sub", "=", ward)
    .where("type", "=", "ward.described")
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  const payload = Buffer.from(jws.split(".")[1] ?? "", "base64url").toString();
  return (JSON.parse(payload) as { readonly body: Description }).body;
}

async function areasWithBook(db: Kysely<Schema>, ward: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("statements")
    .select("sub")
    .distinct()
    .where("ward", "=", ward)
    .where("public", "=", 1)
    .where("type", "=", "covenant.published")
    .execute();
  return new Set(rows.map(({ sub }) => sub));
}
