import { expect, test } from "vitest";
import { findKind } from "../../../src/domain/kinds/all.ts";
import { foldWard } from "../../../src/domain/ward.ts";
import {
  cashOf,
  expensesIn,
  giftsIn,
  sumsOf,
  worksOf,
  worthOf,
  yearsOf,
} from "../../../src/domain/ward/works.ts";
import { formatDong } from "../../../src/domain/words/money.ts";
import { VIETNAMESE } from "../../../src/domain/words/number-format.ts";
import { id, kid, logged, said, type Said } from "../statements.ts";

let last = 100;
const gift = (sub: string, body: object, more: Partial<Said> = {}) =>
  said({
    jti: id((last += 1)),
    type: "contribution.recorded",
    sub,
    iat: Date.parse("2026-05-02T09:00+07:00") / 1000,
    body: body as Record<string, unknown>,
    ...more,
  });
const spent = (sub: string, amount: number, work: string, on: string) =>
  said({ jti: id((last += 1)), type: "spending.recorded", sub, body: { amount, for: work, on } });
const recordsOf = (...statements: ReturnType<typeof said>[]) =>
  foldWard(
    "phuong-3",
    statements.map((one, at) => logged(at + 1, one)),
  ).records;

const ROAD = "Mở rộng lộ ven kênh";
const land = (quantity: number, worth: number, work = ROAD) => ({
  kind: "land",
  quantity,
  unit: "m²",
  worth,
  for: work,
});

test("the published case: 15,600 m² of land worth 3 tỷ 120 triệu đồng, lamp posts, days of work, cash", () => {
  const gifts = giftsIn(
    recordsOf(
      gift("kp1", land(600, 120_000_000, "Mở rộng đường hẻm")),
      gift("kp2", land(6400, 1_280_000_000)),
      gift("kp3", land(8600, 1_720_000_000, "Làm đường vào vườn")),
      gift("kp1", { kind: "lampPost", quantity: 12, unit: "trụ", for: "Đèn hẻm" }),
      gift("kp2", { kind: "lampPost", quantity: 33, unit: "trụ", for: "Đèn hẻm" }),
      gift("kp2", { kind: "labour", quantity: 10, unit: "ngày công", for: ROAD }),
      gift("kp3", { kind: "labour", quantity: 20, unit: "ngày công", for: ROAD }),
      gift("kp1", { kind: "cash", quantity: 6_000_000, unit: "đồng", for: "Đèn hẻm" }),
    ),
    [],
  );
  expect(sumsOf(gifts).map(({ kind, quantity, unit }) => [kind, quantity, unit])).toEqual([
    ["land", 15_600, "m²"],
    ["cash", 6_000_000, "đồng"],
    ["labour", 30, "ngày công"],
    ["lampPost", 45, "trụ"],
  ]);
  expect(formatDong(worthOf(gifts), VIETNAMESE)).toBe("3 tỷ 120 triệu đồng");
  expect(formatDong(cashOf(gifts), VIETNAMESE)).toBe("6 triệu đồng");
});

test("a work adds up what was collected and what was spent, whatever its letters and spaces", () => {
  const records = recordsOf(
    gift("kp1", { kind: "cash", quantity: 6_000_000, unit: "đồng", for: "Đèn hẻm 4", on: "2025-12-30" }),
    gift("kp1", { kind: "cash", quantity: 2, unit: "lượng vàng", worth: 9_000_000, for: "đèn  hẻm 4 " }),
    gift("kp1", { kind: "cash", quantity: 3, unit: "chỉ vàng", for: "Đèn hẻm 4" }),
    gift("kp1", land(20, 4_000_000, "Lề đường")),
    spent("kp1", 5_500_000, "Đèn hẻm 4", "2026-06-01"),
  );
  const [lamps, road, ...others] = worksOf(giftsIn(records, []), expensesIn(records));
  expect(others).toEqual([]);
  expect(lamps).toMatchObject({
    name: "Đèn hẻm 4",
    collected: 15_000_000,
    spent: 5_500_000,
    worth: 0,
    from: "2025-12-30",
    to: "2026-06-01",
  });
  expect(road).toMatchObject({ name: "Lề đường", collected: 0, spent: 0, worth: 4_000_000 });
  expect(yearsOf([...giftsIn(records, []), ...expensesIn(records)])).toEqual(["2026", "2025"]);
});

test("gifts of households count, what was taken back does not, and a correction stands in its place", () => {
  const wrong = gift("kp1", land(600, 1_200_000_000));
  const records = recordsOf(
    wrong,
    said({
      jti: id(90),
      type: "statement.retracted",
      sub: wrong.claims.jti,
      in: "kp1",
      body: { reason: "mistake" },
    }),
    gift("kp1", { ...land(600, 120_000_000), corrects: wrong.claims.jti }),
  );
  const household = {
    id: id(7),
    records: [
      {
        jti: id(91),
        kid: kid(1),
        at: 1000,
        seq: 1,
        type: "contribution.recorded",
        sub: id(7),
        body: { kind: "cash", quantity: 500_000, unit: "đồng", for: ROAD },
        personal: { by: "Bà Tám" },
      },
    ],
  };
  const gifts = giftsIn(records, [household]);
  expect(gifts.map(({ place, worth, by }) => [place, worth, by])).toEqual([
    ["kp1", 120_000_000, undefined],
    [id(7), undefined, "Bà Tám"],
  ]);
});

test("who gave is never in the open, and what was spent is everybody's to read", () => {
  const kind = findKind("contribution.recorded", 1);
  expect(kind?.check(gift("kp1", { ...land(1, 1), by: "Bà Tám" }))).toBe("personal-field-in-body");
  expect(
    kind?.check(gift("kp1", land(1, 1), { personal: { by: "Bà Tám", note: "nhờ ghi tên" } })),
  ).toBeNull();
  expect(kind?.public(gift(id(7), land(1, 1)))).toBe(false);
  expect(findKind("spending.recorded", 1)?.public(spent("kp1", 1, "x", "2026-01-01"))).toBe(true);
});
