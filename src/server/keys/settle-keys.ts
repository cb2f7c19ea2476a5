import type { Kysely } from "kysely";
import type { Acceptor } from "../accept.ts";
import { namedKey } from "../check/key-file.ts";
import { readRow, WARD_KEY_INVITE } from "../store/rows.ts";
import type { Schema } from "../store/schema.ts";
import type { KeyRing } from "./keys.ts";

interface Parts {
  readonly db: Kysely<Schema>;
  readonly acceptor: Acceptor;
  readonly keys: KeyRing;
}

/**
 * Brings key file and log of a ward together, whatever was cut off or put back: a log of before a change of the key is told of
 * it, and prepared keys that the log has named come in the place of the former ones. Returns whether the ward speaks by a key
 * that is here: `here`, `replaced` where that is so only since now, `other`, or `none` where no keys are here.
 */
export async function settleKeys(
  { db, acceptor, keys }: Parts,
  ward: string,
): Promise<"here" | "replaced" | "other" | "none"> {
  const found = await keys.find(ward);
  if (!found) return "none";
  let newest = await newestKey(db, ward);
  if (newest !== found.signer.kid && found.succession.length > 0) {
    await acceptor.push(ward, found.succession);
    newest = await newestKey(db, ward);
  }
  if (newest === found.signer.kid) return "here";
  if (found.next === null || newest !== found.next.signer.kid) return "other";
  await keys.replace(ward, await readSuccession(db, ward, found.signer.kid, newest));
  return "replaced";
}

/** Whether the key that speaks for a ward by its log is here, or is about to be. */
export async function isKeyHere({ db, keys }: Omit<Parts, "acceptor">, ward: string): Promise<boolean> {
  const newest = await newestKey(db, ward);
  return newest !== undefined && (await keys.isOurs(ward, newest)) === true;
}

/** The key that speaks for a ward by its log. */
async function newestKey(db: Kysely<Schema>, ward: string): Promise<string | undefined> {
  const all = db.selectFrom("devices").select("kid").where("ward", "=", ward);
  const keys = all.where("invite", "=", WARD_KEY_INVITE).orderBy("enrolled_seq", "desc").limit(1);
  return (await keys.executeTakeFirst())?.kid;
}

/** What the log says of a change of the key: who comes, that word of the new one itself, and that the former one is revoked. */
async function readSuccession(
  db: Kysely<Schema>,
  ward: string,
  former: string,
  kid: string,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("statements")
    .selectAll()
    .where("ward", "=", ward)
    .where("sub", "in", [ward, former])
    .where("type", "in", ["ward.described", "device.revoked"])
    .orderBy("seq")
    .execute();
  const described = rows.filter((row) => namedKey(readRow(row).claims) === kid);
  const revoked = rows.filter((row) => row.type === "device.revoked");
  return [...described.slice(0, 2), ...revoked.slice(0, 1)].map(
    ({ jws, disclosures }) => `${jws}~${disclosures}`,
  );
}
