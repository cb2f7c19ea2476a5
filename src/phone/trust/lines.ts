import { err, ok, type Result } from "../../domain/result.ts";
import { readKept, readPlain } from "../../domain/signed/plain-form.ts";
import { parseStatement, type Statement } from "../../domain/statement.ts";
import type { PageLine, PlainLine } from "../../wire/page.ts";
import type { Arrival } from "../log/change.ts";
import type { PhoneDatabase } from "../store/database.ts";
import type { IncomingRow, MembershipRow } from "../store/rows.ts";
import { open } from "../store/seal.ts";
import { readWardFacts } from "../views/kept-facts.ts";
import { trust, type Trusted } from "./trust.ts";

/** Reads the lines of a page. One that is no statement of this ward cannot be kept, and stops no others. */
export function readLines(ward: string, lines: readonly (PageLine | PlainLine)[]): Arrival[] {
  return readEach(ward, lines, (line) => ("plain" in line ? readPlain(line.plain) : parseStatement(line.s)));
}

/** The same of lines that wait for the switch of a second reading. */
export function readIncoming(ward: string, rows: readonly IncomingRow[]): Arrival[] {
  return readEach(ward, rows, ({ sealed }) => readKept(open(sealed)));
}

function readEach<Line extends Pick<PageLine, "seq" | "at">>(
  ward: string,
  lines: readonly Line[],
  readOne: (line: Line) => Result<Statement, string>,
): Arrival[] {
  const arrivals: Arrival[] = [];
  for (const line of lines) {
    const { seq, at } = line;
    const read = readOne(line);
    if (!read.ok || read.value.claims.ward !== ward) continue;
    arrivals.push({ statement: read.value, seq, at, standing: "log" });
  }
  return arrivals;
}

/** What of the statements read may be believed, and the ward's keys after them. */
export async function believe(
  subtle: SubtleCrypto,
  db: PhoneDatabase,
  { ward, pins }: Pick<MembershipRow, "ward" | "pins">,
  arrivals: readonly Arrival[],
): Promise<Result<Trusted<Arrival>, "wrong-ward-key">> {
  const { devices } = await readWardFacts(db, ward);
  const trusted = await trust(subtle, arrivals, pins, (kid) => devices[kid]?.key);
  return trusted.ok ? ok(trusted.value) : err(trusted.error);
}
