import { err, ok, type Result } from "../domain/result.ts";
import { parseStatement } from "../domain/statement.ts";
import type { PageLine } from "../wire/page.ts";
import type { Arrival } from "./change.ts";
import type { MembershipRow, PhoneDatabase } from "./database.ts";
import { readWardFacts } from "./kept-facts.ts";
import { trust, type Trusted } from "./trust.ts";

/** Reads the lines of a page. One that is no statement of this ward cannot be kept, and stops no others. */
export function readLines(ward: string, lines: readonly PageLine[]): Arrival[] {
  return lines.flatMap(({ seq, at, s }): Arrival[] => {
    const read = parseStatement(s);
    if (!read.ok || read.value.claims.ward !== ward) return [];
    return [{ statement: read.value, seq, at, standing: "log" }];
  });
}

/** What of a page may be believed, and the ward's keys after it. */
export async function believe(
  subtle: SubtleCrypto,
  db: PhoneDatabase,
  { ward, pins }: Pick<MembershipRow, "ward" | "pins">,
  lines: readonly PageLine[],
): Promise<Result<Trusted<Arrival>, "wrong-ward-key">> {
  const { devices } = await readWardFacts(db, ward);
  const trusted = await trust(subtle, readLines(ward, lines), pins, (kid) => devices[kid]?.key);
  return trusted.ok ? ok(trusted.value) : err(trusted.error);
}
