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
  const known = new Map(areas.map((area) => [area.code, area]));
  for (const { area, areaNames } of rows) {
    const [outer = area] = area.split("/");
    if (!known.has(outer)) known.set(outer, { code: outer, name: areaNames.neighbourhood, kind: "khuPho" });
    if (!known.has(area)) known.set(area, { code: area, name: areaNames.group, kind: "to" });
  }
  const numeric = new Intl.Collator("en", { numeric: true });
  return [...known.values()].sort((a, b) => numeric.compare(a.code, b.code));
}

function registration(
  id: string,
  { area, number, head, address, members, note, phone }: HouseholdRow,
): Draft {
  const personal = { number, head, address, phone, note };
  return { type: "household.registered", sub: id, body: { area, members }, personal };
}
