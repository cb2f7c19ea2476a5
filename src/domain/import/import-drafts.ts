import type { Draft } from "../statement.ts";
import type { Area } from "../ward-facts.ts";
import type { HouseholdRow } from "./household-list.ts";
import type { ImportPlan } from "./plan-import.ts";

/** What carrying out a plan says of households: each new one, then each changed one. `newId` draws a UUIDv7. */
export function importDrafts({ add, change }: ImportPlan, newId: () => string): readonly Draft[] {
  return [
    ...add.map((row) => registration(newId(), row)),
    ...change.map(({ id, fields: { members, ...personal } }): Draft => {
      const body = members === undefined ? {} : { members };
      return { type: "household.changed", sub: id, body, personal };
    }),
  ];
}

/** The areas of the ward and those that rows bring along, each khu phố before its tổ. */
export function withNewAreas(areas: readonly Area[], rows: readonly HouseholdRow[]): readonly Area[] {
  return withAreas(areas, areasOf(rows));
}

/** The khu phố and tổ in which rows stand, each once. */
export function areasOf(rows: readonly HouseholdRow[]): readonly Area[] {
  const found = new Map<string, Area>();
  for (const { area, areaNames } of rows) {
    const [outer = area] = area.split("/");
    if (!found.has(outer)) found.set(outer, { code: outer, name: areaNames.neighbourhood, kind: "khuPho" });
    if (!found.has(area)) found.set(area, { code: area, name: areaNames.group, kind: "to" });
  }
  return [...found.values()];
}

/** Areas with others added that are not among them yet, in the order of their codes. */
export function withAreas(areas: readonly Area[], more: readonly Area[]): readonly Area[] {
  const known = new Set(areas.map(({ code }) => code));
  const numeric = new Intl.Collator("en", { numeric: true });
  return [...areas, ...more.filter(({ code }) => !known.has(code))].sort((a, b) =>
    numeric.compare(a.code, b.code),
  );
}

function registration(
  id: string,
  { area, number, head, address, members, note, phone }: HouseholdRow,
): Draft {
  const personal = { number, head, address, phone, note };
  return { type: "household.registered", sub: id, body: { area, members }, personal };
}
