import { isCovered, type Erasure } from "../../domain/said.ts";
import { isOneOf, prepared } from "../store/prepared.ts";
import { readRow, toErasure, type Db } from "../store/rows.ts";

/** A device of a ward. */
interface Author {
  readonly ward: string;
  readonly kid: string;
}

/**
 * Which of these erasures, by their numbers in the log, cover what a device said, be that in the log or held: an erasure
 * goes wherever its target does (PROTOCOL.md §4), and the target is still where it came from.
 */
export async function erasuresOfOwn(
  db: Db,
  author: Author,
  numbers: readonly number[],
): Promise<ReadonlySet<number>> {
  if (numbers.length === 0) return new Set();
  const read = (await erasuresNumbered(db, author.ward, numbers)).map((row) => ({
    seq: row.seq,
    erasure: toErasure(row),
  }));
  const said = (
    await ownNear(
      db,
      author,
      read.flatMap(({ erasure }) => targetsOf(erasure)),
    )
  ).map(readRow);
  const covering = read.filter(({ erasure }) => said.some((statement) => isCovered(statement, erasure)));
  return new Set(covering.map(({ seq }) => seq));
}

/** The statements that erasures list, by the erasures' numbers in the log; those that cover a whole subject are left out. */
export async function statementsListed(
  db: Db,
  ward: string,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  if (numbers.length === 0) return new Map();
  const rows = await erasuresNumbered(db, ward, numbers);
  return new Map(
    rows.flatMap((row): [number, readonly string[]][] => {
      const { statements } = toErasure(row);
      return statements ? [[row.seq, statements]] : [];
    }),
  );
}

function targetsOf({ sub, statements }: Erasure): readonly string[] {
  return statements ?? [sub];
}

const erasuresNumbered = prepared((db, ward: string, numbers: readonly number[]) =>
  db
    .selectFrom("erasures")
    .selectAll()
    .where("ward", "=", ward)
    .where(isOneOf(db, "seq", numbers)),
);

/** What the device said that may be covered by an erasure of these: of what is held all, which is little. */
async function ownNear(db: Db, { ward, kid }: Author, targets: readonly string[]) {
  return [...(await loggedNear(db, ward, kid, targets)), ...(await heldOf(db, ward, kid))];
}

const loggedNear = prepared((db, ward: string, kid: string, targets: readonly string[]) =>
  db
    .selectFrom("statements")
    .select(["jws", "disclosures"])
    .where("ward", "=", ward)
    .where("kid", "=", kid)
    .where(({ or }) => or(NAMES.map((name) => isOneOf(db, name, targets)))),
);

/** Where a statement may have what an erasure names. */
const NAMES = ["jti", "sub", "inside"] as const;

const heldOf = prepared((db, ward: string, kid: string) =>
  db.selectFrom("held").select(["jws", "disclosures"]).where("ward", "=", ward).where("kid", "=", kid),
);
