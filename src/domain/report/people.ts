import { keyAt, type Measured } from "./figure.ts";
import type { ReportPeriod } from "./period.ts";
import { byPlace, groupsOf, neighbourhoodsIn, neighbourhoodsOf, type ReportSource } from "./source.ts";

/** Who lives there, by today's list of households. */
export function measurePeople(source: ReportSource, period: ReportPeriod): readonly Measured[] {
  const { ward, households } = source;
  const { to } = period;
  const shared = { part: "people", form: "count" } as const;
  const areas = [
    { key: "area.neighbourhoods", name: "Khu phố", unit: "khu phố", of: neighbourhoodsOf(ward, to) },
    { key: "area.groups", name: "Tổ dân cư", unit: "tổ", of: groupsOf(ward, to) },
  ].map(({ key, name, unit, of }): Measured => {
    const lines = of.map(({ code }) => ({ of: "area" as const, id: code, place: code, amount: 1 }));
    return { ...shared, key, name, unit, place: ward.slug, value: of.length, lines };
  });
  const counted = byPlace(households, neighbourhoodsIn(source, period), ({ area }) => area).flatMap(
    ({ place, items }) => {
      const at = place === "" ? ward.slug : place;
      const lineOf =
        (amount: number) =>
        ({ id }: { readonly id: string }) =>
          ({ of: "household", id, place: id, amount }) as const;
      const members = items.reduce((sum, one) => sum + (one.members ?? 0), 0);
      return [
        {
          ...shared,
          key: keyAt("people.households", place),
          place: at,
          name: "Hộ",
          unit: "hộ",
          value: items.length,
          lines: items.map(lineOf(1)),
        },
        {
          ...shared,
          key: keyAt("people.members", place),
          place: at,
          name: "Nhân khẩu",
          unit: "người",
          value: members,
          lines: items.map((one) => lineOf(one.members ?? 0)(one)),
        },
      ] satisfies readonly Measured[];
    },
  );
  return [...areas, ...counted];
}
