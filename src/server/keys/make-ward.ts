import type { Kysely } from "kysely";
import { err, ok, type Result } from "../../domain/result.ts";
import type { Area } from "../../domain/ward-facts.ts";
import type { Acceptor } from "../accept.ts";
import { newEpoch } from "../store/epochs.ts";
import type { Schema } from "../store/schema.ts";
import type { KeyRing } from "./keys.ts";
import { say } from "./say.ts";

/** What a new ward says of itself, besides its keys. */
export interface NewWard {
  readonly name: string;
  readonly kind: string;
  readonly province: string;
  readonly areas: readonly Area[];
  /** Only of a ward whose people are invented. */
  readonly demo?: true;
  /** Days within which it means to answer an opinion, where it says its own. */
  readonly opinionDays?: number;
  /** On which basis it keeps the list of its households, where it says one. */
  readonly basis?: string;
}

interface Parts {
  readonly db: Kysely<Schema>;
  readonly acceptor: Acceptor;
  readonly keys: KeyRing;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
}

/** Fills in what is not said of a new ward. */
export function describe(known: {
  readonly name: string;
  readonly kind?: string | undefined;
  readonly province?: string | undefined;
}): NewWard {
  return { name: known.name, kind: known.kind ?? "phuong", province: known.province ?? "", areas: [] };
}

/**
 * Makes a ward: its keys, its row, and `ward.described` as number 1 of its log. One whose making was cut off before that is
 * made again, with the keys that it has.
 */
export async function makeWard(
  parts: Parts,
  slug: string,
  description: NewWard,
): Promise<Result<null, "ward-exists" | "refused" | "store-full">> {
  const { db, keys, random } = parts;
  const there = await db.selectFrom("wards").select("head").where("ward", "=", slug).executeTakeFirst();
  if (there && there.head > 0) return err("ward-exists");
  const wardKeys = await keys.findOrMake(slug);
  const row = { ward: slug, epoch: newEpoch(random), head: 0, saved: 0, signed: 0 };
  if (!there) await db.insertInto("wards").values(row).execute();
  const { sign, seal } = wardKeys;
  const body = { ...description, keys: { sign, seal } };
  const told = await say(parts, slug, wardKeys, [{ type: "ward.described", sub: slug, body }]);
  if (!told.ok) return err("store-full");
  return told.value[0]?.verdict.status === "accepted" ? ok(null) : err("refused");
}
