import type { Statement } from "../../domain/statement.ts";
import { digestOfText } from "../check/digest.ts";
import type { Db } from "../store/rows.ts";
import { unique } from "./around.ts";
import { inChunks } from "./in-chunks.ts";
import { numberKey } from "./numbers.ts";

/** Who used the numbers of statements that come late: nearly always there is none, and nothing is asked. */
export async function findUsed(
  db: Db,
  ward: string,
  fresh: readonly Statement[],
  highest: ReadonlyMap<string, number>,
): Promise<Map<string, Set<string>>> {
  const used = new Map<string, Set<string>>();
  const late = fresh.filter(({ kid, claims }) => claims.n <= (highest.get(kid) ?? 0));
  for (const kid of new Set(late.map((one) => one.kid))) {
    const numbers = unique(late.filter((one) => one.kid === kid).map(({ claims }) => claims.n));
    for (const { n, digest } of await inChunks(numbers, (some) => findUsers(db, { ward, kid }, some))) {
      const key = numberKey(kid, n);
      used.set(key, (used.get(key) ?? new Set()).add(digest));
    }
  }
  return used;
}

async function findUsers(
  db: Db,
  { ward, kid }: { readonly ward: string; readonly kid: string },
  numbers: readonly number[],
): Promise<{ readonly n: number; readonly digest: string }[]> {
  const of = (table: "statements" | "held") =>
    db.selectFrom(table).select(["n", "jws"]).where("ward", "=", ward).where("kid", "=", kid);
  const kept = await of("statements")
    .where("n", "in", numbers)
    .unionAll(of("held").where("n", "in", numbers))
    .execute();
  const rejected = db.selectFrom("rejects").select(["n", "digest"]).where("ward", "=", ward);
  return [
    ...kept.map(({ n, jws }) => ({ n, digest: digestOfText(jws.slice(0, jws.lastIndexOf("."))) })),
    ...(await rejected.where("kid", "=", kid).where("n", "in", numbers).execute()),
  ];
}

/** The key that each invite of the batch's enrolments opened to first. */
export async function findInvitesUsed(
  db: Db,
  ward: string,
  batch: readonly Statement[],
): Promise<Map<string, string>> {
  const invites = unique(
    batch.flatMap(({ claims }) => (claims.type === "device.enrolled" ? [String(claims.body["invite"])] : [])),
  );
  const rows = await inChunks(invites, (some) =>
    db
      .selectFrom("used_invites")
      .select(["invite", "kid"])
      .where("ward", "=", ward)
      .where("invite", "in", some)
      .execute(),
  );
  return new Map(rows.map(({ invite, kid }) => [invite, kid]));
}
