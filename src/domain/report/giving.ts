import {
  cashOf,
  expensesIn,
  giftsIn,
  sumsOf,
  worthOf,
  type Expense,
  type Gift,
  type GiftKind,
} from "../ward/works.ts";
import { keyAt, type FigureLine, type Measured } from "./figure.ts";
import { isDuring, type ReportPeriod } from "./period.ts";
import { byPlace, neighbourhoodsIn, type ReportSource } from "./source.ts";

/** What was given and spent in the days of a period: by kind and unit, its worth, the cash, and what became of it. */
export function measureGiving(source: ReportSource, period: ReportPeriod): readonly Measured[] {
  const { ward, households } = source;
  const areas = new Map(households.map(({ id, area }) => [id, area]));
  const areaOf = ({ place }: { readonly place: string }) => areas.get(place) ?? place;
  const neighbourhoods = neighbourhoodsIn(source, period);
  const gifts = giftsDuring(source, period);
  const expenses = expensesIn(ward.records).filter(({ on }) => isDuring(on, period));
  const given = byPlace(gifts, neighbourhoods, areaOf).flatMap(({ place, items }) =>
    giftFigures(items).map((figure) => ({
      ...figure,
      key: keyAt(figure.key, place),
      place: place || ward.slug,
    })),
  );
  const spent = byPlace(expenses, neighbourhoods, areaOf)
    .filter(({ items }) => items.length > 0)
    .map(({ place, items }) => ({
      ...spending(items),
      key: keyAt("spent", place),
      place: place || ward.slug,
    }));
  return [...given, ...spent];
}

/** The gifts of the days of a period, of areas and of households. */
export function giftsDuring({ ward, households }: ReportSource, period: ReportPeriod): readonly Gift[] {
  return giftsIn(ward.records, households).filter(({ on }) => isDuring(on, period));
}

/** How a paper names what was given. */
export const GIFT_NAMES: Readonly<Record<GiftKind, string>> = {
  land: "Đất hiến làm đường, công trình",
  cash: "Tiền mặt",
  labour: "Ngày công",
  lampPost: "Trụ đèn chiếu sáng",
  other: "Hiện vật khác",
};

type Unplaced = Omit<Measured, "place">;

const GIVING = { part: "giving", form: "count" } as const;

function giftFigures(gifts: readonly Gift[]): readonly Unplaced[] {
  const inKind = sumsOf(gifts.filter(({ kind }) => kind !== "cash")).map(
    ({ kind, unit, quantity }): Unplaced => {
      const same = gifts.filter(
        (gift) => gift.kind === kind && sumsOf([gift])[0] && isSameUnit(gift.unit, unit),
      );
      const lines = same.map((gift) => lineOf(gift, gift.quantity));
      return { ...GIVING, key: `gift.${kind}.${unit}`, name: GIFT_NAMES[kind], unit, value: quantity, lines };
    },
  );
  const cash = gifts.filter(({ kind }) => kind === "cash");
  const worth = gifts.filter((gift) => worthOf([gift]) > 0);
  return [
    ...inKind,
    ...money("gift.cash", "Tiền mặt đóng góp", cash, (gift) => cashOf([gift])),
    ...money("gift.worth", "Đất, ngày công, hiện vật quy ra tiền", worth, (gift) => worthOf([gift])),
  ];
}

function money(
  key: string,
  name: string,
  gifts: readonly Gift[],
  worth: (gift: Gift) => number,
): readonly Unplaced[] {
  if (gifts.length === 0) return [];
  const lines = gifts.map((gift) => lineOf(gift, worth(gift)));
  return [{ ...GIVING, key, name, unit: "đồng", value: sum(lines), lines }];
}

function spending(expenses: readonly Expense[]): Omit<Unplaced, "key"> {
  const lines = expenses.map(
    ({ jti, place, amount }) => ({ of: "expense", id: jti, place, amount }) as const,
  );
  return { ...GIVING, name: "Đã chi", unit: "đồng", value: sum(lines), lines };
}

function lineOf({ jti, place }: Gift, amount: number): FigureLine {
  return { of: "gift", id: jti, place, amount };
}

// As `sumsOf` takes units for the same.
function isSameUnit(one: string, other: string): boolean {
  const plain = (unit: string) =>
    unit.normalize("NFC").trim().replaceAll(/\s+/g, " ").toLocaleLowerCase("vi");
  return plain(one) === plain(other);
}

function sum(lines: readonly FigureLine[]): number {
  return lines.reduce((all, { amount }) => all + amount, 0);
}
