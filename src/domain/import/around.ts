import { err, ok, type Result } from "../result.ts";
import { type AreaStep, groupIn, neighbourhoodIn, neighbourhoodOfSheet } from "./areas.ts";
import type { Header, Required } from "./find-columns.ts";
import type { ListError } from "./household-list.ts";
import type { Sheet, SheetRow } from "./sheet.ts";

/** The khu phố and tổ that titles, headings and the sheet's name give to the rows below them. */
export interface Around {
  neighbourhood: AreaStep | undefined;
  group: AreaStep | undefined;
}

/**
 * What the title rows above the headings say, and what the sheet's name adds. Refused where the name and the title tell of
 * two khu phố, as after copying a sheet, or where neither they nor a column name the khu phố and the tổ.
 */
export function startAround({ sheet, rows }: Sheet, header: Header): Result<Around, ListError> {
  const around: Around = { neighbourhood: undefined, group: undefined };
  for (const { row, cells } of rows) if (row < header.first) enter(around, cells);
  const named = neighbourhoodOfSheet(sheet);
  const byColumn = header.columns.neighbourhood !== undefined;
  if (!byColumn && named && around.neighbourhood && named.code !== around.neighbourhood.code) {
    return err({ code: "two-neighbourhoods", sheet, names: [named.name, around.neighbourhood.name] });
  }
  around.neighbourhood ??= named;
  around.group ??= groupIn(sheet);
  const missing = missingPlaces(rows, header, around);
  return missing.length > 0
    ? err({ code: "missing-columns", place: { sheet, row: header.first }, missing })
    : ok(around);
}

/** Takes what a title or a heading says into account for the rows below it. */
export function enter(around: Around, cells: readonly string[]): void {
  for (const cell of cells) {
    const neighbourhood = neighbourhoodIn(cell);
    // A tổ of the khu phố before is not one of this.
    if (around.neighbourhood && neighbourhood && around.neighbourhood.code !== neighbourhood.code) {
      around.group = undefined;
    }
    around.neighbourhood = neighbourhood ?? around.neighbourhood;
    around.group = groupIn(cell) ?? around.group;
  }
}

/** Whether a row is a merged heading between the households: 'TỔ 5', 'Khu phố 2'. */
export function isHeading(cells: readonly string[]): boolean {
  const [only, ...others] = cells.filter((cell) => cell !== "");
  return only !== undefined && others.length === 0 && (groupIn(only) ?? neighbourhoodIn(only)) !== undefined;
}

function missingPlaces(rows: readonly SheetRow[], header: Header, around: Around): Required[] {
  const headings = rows.filter(({ cells }) => isHeading(cells)).flatMap(({ cells }) => cells);
  const missing: Required[] = [];
  const named = around.neighbourhood ?? headings.find((cell) => neighbourhoodIn(cell));
  if (header.columns.neighbourhood === undefined && !named) missing.push("neighbourhood");
  const grouped = around.group ?? headings.find((cell) => groupIn(cell));
  if (header.columns.group === undefined && !grouped) missing.push("group");
  return missing;
}
