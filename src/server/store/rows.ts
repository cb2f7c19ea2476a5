import type { Kysely, Selectable, Transaction } from "kysely";
import type { Erasure } from "../../domain/said.ts";
import { parseStatement, type Disclosure, type Statement } from "../../domain/statement.ts";
import { decodeByBuffer } from "../check/base64url.ts";
import type {
  DeviceTable,
  ErasureTable,
  HeldTable,
  RejectTable,
  Schema,
  StatementTable,
  WardTable,
} from "./schema.ts";

export type Db = Kysely<Schema> | Transaction<Schema>;
export type LogRow = Selectable<StatementTable>;
export type HeldRow = Selectable<HeldTable>;
export type RejectRow = Selectable<RejectTable>;
export type WardRow = Selectable<WardTable>;

/** A device as the log knows it. */
export interface DeviceFact extends Omit<Selectable<DeviceTable>, "areas" | "households"> {
  readonly areas: readonly string[];
  readonly households: readonly string[];
}

/** Where a household stands. */
export interface HouseholdFact {
  readonly area: string | null;
  readonly heir: string;
}

/** Reads the lists of a device's row. */
export function toDevice(row: Selectable<DeviceTable>): DeviceFact {
  return {
    ...row,
    areas: JSON.parse(row.areas) as string[],
    households: JSON.parse(row.households) as string[],
  };
}

/** Reads the lists of an erasure's row. */
export function toErasure({ sub, statements, names }: Selectable<ErasureTable>): Erasure {
  return { sub, statements: fromJson(statements), names: fromJson(names) };
}

function fromJson(json: string | null): readonly string[] | null {
  return json === null ? null : (JSON.parse(json) as string[]);
}

/** What the device of a ward key has in place of an invite. */
export const WARD_KEY_INVITE = "";

/** Reads a stored row; it was checked before it was stored. */
export function readRow(row: Pick<LogRow | HeldRow, "jws" | "disclosures">): Statement {
  const read = parseStatement(`${row.jws}~${row.disclosures}`, decodeByBuffer);
  if (!read.ok) throw new Error(`a stored statement cannot be read: ${read.error}`);
  return read.value;
}

/** Disclosures as they are stored: each with its tilde. */
export function storedDisclosures(disclosures: readonly Disclosure[]): string {
  return disclosures.map(({ text }) => `${text}~`).join("");
}
