import { spelling } from "../vietnamese.ts";
import { groupBy } from "./group-by.ts";
import type { ExistingHousehold, HouseholdList, HouseholdRow, RefusedRow } from "./household-list.ts";
import { recognise, type Unclear } from "./recognise.ts";

/** The fields of a `household.changed` that a list may bring. */
export interface ChangedFields {
  readonly number?: number | string;
  readonly head?: string;
  readonly address?: string;
  readonly members?: number;
  readonly note?: string;
  readonly phone?: string;
}

export interface ImportPlan {
  readonly add: readonly HouseholdRow[];
  readonly change: readonly {
    readonly id: string;
    /** As the ward has it. */
    readonly household: ExistingHousehold;
    readonly row: HouseholdRow;
    readonly fields: ChangedFields;
  }[];
  readonly same: readonly { readonly id: string; readonly row: HouseholdRow }[];
  /** In the order of the file. */
  readonly refused: readonly RefusedRow[];
  /** Open households that no row is about, taken or refused. Nothing is done to them. */
  readonly missing: readonly ExistingHousehold[];
  readonly skipped: readonly string[];
}

/**
 * Sets a list beside what the ward has, tổ by tổ, and says what importing it does. Pure; the order of rows and of households
 * makes no difference to what is recognised. An empty cell says nothing: it erases no address, note or phone.
 */
export function planImport(list: HouseholdList, existing: readonly ExistingHousehold[]): ImportPlan {
  const add: HouseholdRow[] = [];
  const change: ImportPlan["change"][number][] = [];
  const same: ImportPlan["same"][number][] = [];
  const refused = [...list.refused];
  const left: ExistingHousehold[] = [];
  const households = groupBy(existing, ({ area }) => area);
  const rows = groupBy(list.rows, ({ area }) => area);
  for (const area of new Set([...rows.keys(), ...households.keys()])) {
    const found = recognise(rows.get(area) ?? [], households.get(area) ?? []);
    for (const { row, household } of found.known) {
      const fields = changesOf(row, household);
      if (Object.keys(fields).length === 0) same.push({ id: household.id, row });
      else change.push({ id: household.id, household, row, fields });
    }
    add.push(...found.unknown);
    refused.push(...found.unclear.map(refusal));
    left.push(...found.left);
  }
  const isMentioned = mentionedIn(refused);
  return {
    add,
    change,
    same,
    refused: inOrderOf(list.sheets, refused),
    missing: left.filter((household) => !isMentioned(household)),
    skipped: list.skipped,
  };
}

/** What a row says of a household that the ward has otherwise; an empty cell says nothing. */
export function changesOf(row: HouseholdRow, household: ExistingHousehold): ChangedFields {
  return {
    ...(String(row.number) === String(household.number) ? {} : { number: row.number }),
    ...(row.head === household.head ? {} : { head: row.head }),
    ...(row.address === "" || row.address === household.address ? {} : { address: row.address }),
    ...(row.members === household.members ? {} : { members: row.members }),
    ...(row.note === undefined || row.note === household.note ? {} : { note: row.note }),
    ...(row.phone === undefined || row.phone === household.phone ? {} : { phone: row.phone }),
  };
}

function refusal({ row, reason, like }: Unclear): RefusedRow {
  const { sheet, row: number, area, head, address } = row;
  return {
    sheet,
    row: number,
    reason,
    value: "",
    other: undefined,
    like,
    whole: row,
    about: { area, head, address },
  };
}

function inOrderOf(sheets: readonly string[], refused: readonly RefusedRow[]): RefusedRow[] {
  return [...refused].sort((a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || a.row - b.row);
}

// A row that was refused, for its figure say, still tells that its household is there.
function mentionedIn(refused: readonly RefusedRow[]): (household: ExistingHousehold) => boolean {
  const alike = new Set(refused.flatMap(({ like }) => like.map(({ id }) => id)));
  const told = new Set(
    refused.map(({ about: { area = ANYWHERE, head, address } }) =>
      head === "" ? `${area} address ${spelling(address)}` : `${area} head ${spelling(head)}`,
    ),
  );
  return function isMentioned({ id, area, head, address }) {
    if (alike.has(id)) return true;
    return [area, ANYWHERE].some(
      (place) =>
        (head !== "" && told.has(`${place} head ${spelling(head)}`)) ||
        (address !== "" && told.has(`${place} address ${spelling(address)}`)),
    );
  };
}

const ANYWHERE = "*";
