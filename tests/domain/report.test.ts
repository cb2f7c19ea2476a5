import { expect, test } from "vitest";
import { dayOf } from "../../src/domain/days/campaign-days.ts";
import { figureAddress, readReportAddress } from "../../src/domain/report/addresses.ts";
import { plain } from "../../src/domain/report/blocks.ts";
import { covenantsChapter } from "../../src/domain/report/chapters/covenants-chapter.ts";
import { reachChapter } from "../../src/domain/report/chapters/reach-chapter.ts";
import { amountText, partsText, shareText } from "../../src/domain/report/figure.ts";
import { outlineOf } from "../../src/domain/report/outline.ts";
import {
  campaignPeriod,
  periodBefore,
  readPeriod,
  reportPeriods,
  yearPeriod,
  type ReportPeriod,
} from "../../src/domain/report/period.ts";
import { figureOf, recordedYears, reportOf, type Report } from "../../src/domain/report/report.ts";
import { slidesOf } from "../../src/domain/report/slides.ts";
import type { ReportSource } from "../../src/domain/report/source.ts";
import {
  campaignOf,
  editionOf,
  householdsOf,
  NOON,
  opinionOf,
  publishedWard,
  recordOf,
} from "./report-source.ts";

const YEAR = yearPeriod("2026");

test("the published case comes out as it was published, of two years", () => {
  const report = reportOf(publishedWard(), YEAR);
  expect(texts(report, "people.households", "people.members")).toEqual(["1.003 hộ", "3.371 người"]);
  expect(texts(report, "reach.delivered", "reach.pledged", "reach.unmet")).toEqual([
    "940 hộ",
    "780 hộ",
    "63 hộ",
  ]);
  expect(shareText(get(report, "reach.delivered"))).toBe("93,72%");
  expect(texts(report, "gift.land.m²", "gift.worth", "gift.lampPost.trụ", "gift.cash")).toEqual([
    "15.600 m²",
    "3 tỷ 120 triệu đồng",
    "45 trụ",
    "6 triệu đồng",
  ]);
  expect(texts(report, "gift.labour.ngày công@kp2", "gift.labour.ngày công@kp3")).toEqual([
    "10 ngày công",
    "20 ngày công",
  ]);
  const counted = ["flags", "waste", "land-tax", "drug-users"].map((name) =>
    get(report, `indicator.${name}`),
  );
  expect(counted.map((figure) => amountText(figure))).toEqual(["81,85%", "98,06%", "195,2%", "17 người"]);
  expect(counted.map(({ before, ...one }) => amountText({ ...one, ...before }))).toEqual([
    "70%",
    "93%",
    "105%",
    "25 người",
  ]);
  expect(partsText(get(report, "indicator.flags"))).toBe("821 trên 1.003");
  expect(report.before?.id).toBe("nam-2025");
});

test("each figure is the sum of what its list holds, and has an address that is read back", () => {
  const { figures } = reportOf(publishedWard({ opinions: [opinionOf(1, "2026-11-03", "answered")] }), YEAR);
  for (const { value, lines } of figures)
    expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(value);
  expect(new Set(figures.map(({ key }) => key)).size).toBe(figures.length);
  for (const { key, list } of figures) {
    expect(readReportAddress(list.split("?")[1] ?? "")).toEqual({ period: "nam-2026", key });
  }
});

test("the khu phố add up to the ward", () => {
  const report = reportOf(publishedWard(), YEAR);
  for (const measure of [
    "people.households",
    "people.members",
    "reach.delivered",
    "gift.land.m²",
    "gift.worth",
  ]) {
    const parts = ["kp1", "kp2", "kp3"].map((area) => get(report, `${measure}@${area}`).value ?? 0);
    expect(parts.reduce((sum, one) => sum + one, 0)).toBe(get(report, measure).value);
  }
});

test("where data were erased nobody is to be met any more; what was done counts still", () => {
  const households = householdsOf(10, 30, 4, 2).map((one, at) =>
    at === 0 || at > 6 ? { ...one, erased: true } : one,
  );
  const report = reportOf(publishedWard({ households }), YEAR);
  expect(
    texts(report, "people.households", "reach.met", "reach.delivered", "reach.pledged", "reach.unmet"),
  ).toEqual(["10 hộ", "4 hộ", "4 hộ", "2 hộ", "3 hộ"]);
  expect(get(report, "reach.unmet").lines.map(({ id }) => id)).toEqual(
    households.slice(4, 7).map(({ id }) => id),
  );
  // Of one that lost some words alone the door is known.
  const known = households.map((one) => ({ ...one, number: 18 }));
  expect(texts(reportOf(publishedWard({ households: known }), YEAR), "reach.unmet")).toEqual(["6 hộ"]);
});

test("a door that stayed shut was visited, and its household was not met", () => {
  const shut = [{ campaign: "2026", visited: dayOf("2026-10-02") }];
  const households = householdsOf(10, 30, 4, 2).map((one, at) => (at < 7 ? { days: shut, ...one } : one));
  const source = publishedWard({ households });
  const report = reportOf(source, YEAR);
  expect(texts(report, "reach.visited", "reach.met", "reach.unmet", "reach.met@kp1")).toEqual([
    "7 hộ",
    "4 hộ",
    "6 hộ",
    "2 hộ",
  ]);
  const { blocks } = outlineOf(report, source.ward);
  const words = blocks.map((block) => (block.kind === "passage" ? plain(block.pieces) : "")).join("\n");
  expect(words).toContain("đã tới 7 hộ (70% số hộ), gặp được 4 hộ (40% số hộ); trao sổ tay quy ước cho 4 hộ");
  expect(words).toContain("Còn 6 hộ (60% số hộ) chưa gặp được");
  const table = blocks.find((block) => block.kind === "table" && block.id === "reach");
  expect(table).toMatchObject({ head: expect.arrayContaining(["Hộ đã tới", "Hộ đã gặp"]) });
});

test("a year counts what fell into it, a campaign what was done for it", () => {
  const households = householdsOf(3, 9, 2, 2).map((one, at) => ({
    ...one,
    days: at === 0 ? [{ campaign: "2025", visited: 20_455, delivered: 20_455, pledged: 20_456 }] : one.days,
  }));
  const source = publishedWard({ households });
  source.ward.campaigns.toSpliced(0);
  const ward = { ...source.ward, campaigns: [campaignOf("2025"), campaignOf("2026")] };
  const of = (period: Parameters<typeof reportOf>[1]) =>
    figureOf(reportOf({ ...source, ward }, period), "reach.delivered");
  // 2026-01-02, for the campaign of the year before.
  expect(of(campaignPeriod(campaignOf("2025")))?.value).toBe(1);
  expect(of(yearPeriod("2025"))?.value).toBe(0);
  expect(of(yearPeriod("2026"))?.value).toBe(2);
  expect(of(campaignPeriod(campaignOf("2026")))).toMatchObject({ value: 1, before: { value: 1, of: 3 } });
});

test("gifts and spending count by their day, of a household for its khu phố", () => {
  const source = publishedWard();
  const [first] = source.households;
  const gift = { kind: "cash", quantity: 500_000, unit: "đồng", for: "Đèn hẻm", on: "2026-03-01" };
  const household = {
    ...(first as NonNullable<typeof first>),
    records: [recordOf(80, "contribution.recorded", "", gift)],
  };
  const records = [
    ...source.ward.records,
    recordOf(81, "contribution.recorded", "kp1", { ...gift, on: "2025-03-01" }),
    recordOf(82, "spending.recorded", "kp1", { for: "Đèn hẻm", amount: 4_000_000, on: "2026-11-20" }),
  ];
  const full = {
    ...source,
    ward: { ...source.ward, records },
    households: [household, ...source.households.slice(1)],
  };
  const report = reportOf(full, YEAR);
  expect(texts(report, "gift.cash", "gift.cash@kp1", "spent")).toEqual([
    "6 triệu 500 nghìn đồng",
    "6 triệu 500 nghìn đồng",
    "4 triệu đồng",
  ]);
  expect(get(report, "gift.cash").before).toEqual({ value: 500_000, of: undefined });
  const inCampaign = reportOf(full, campaignPeriod(campaignOf("2026")));
  expect(texts(inCampaign, "gift.cash")).toEqual(["6 triệu đồng"]);
});

test("an indicator whose whole is 0 gets a sentence, and one that nobody counted is not there", () => {
  const source = publishedWard();
  const [one] = source.observations;
  const nothing = { ...(one as NonNullable<typeof one>), period: "2026", numerator: 0, denominator: 0 };
  const report = reportOf({ ...source, observations: [nothing] }, YEAR);
  expect(texts(report, "indicator.flags")).toEqual([
    "chưa tính được tỷ lệ vì không có hộ hay việc nào thuộc diện tính",
  ]);
  expect(figureOf(report, "indicator.waste")).toBeUndefined();
});

test("opinions count by the day on which they came, with what became of them", () => {
  const opinions = [
    opinionOf(1, "2026-10-03", "answered"),
    opinionOf(2, "2026-10-04", "done", "kp1"),
    opinionOf(3, "2026-10-05", "forwarded"),
    opinionOf(4, "2026-11-01", "given"),
    opinionOf(5, "2026-11-25", "received"),
    opinionOf(6, "2025-11-25", "answered"),
    { ...opinionOf(7, "2026-10-06", "given"), erasedAt: NOON },
  ];
  const report = reportOf(publishedWard({ opinions }), YEAR);
  expect(
    ["given", "settled", "forwarded", "open", "late", "erased", "given@kp1"].map(
      (name) => get(report, `opinion.${name}`).value,
    ),
  ).toEqual([6, 2, 1, 2, 2, 1, 1]);
  const without = reportOf(publishedWard({ opinions: opinions.slice(0, 6) }), YEAR);
  expect(figureOf(without, "opinion.erased")).toBeUndefined();
  expect(get(report, "opinion.given").before?.value).toBe(1);
});

test("covenants are told by khu phố: in force, made, amended, replaced and recognised", () => {
  const source = publishedWard();
  const editions = [
    editionOf(1, "kp1", 4, "2022-10-14"),
    editionOf(2, "kp2", 4, "2022-10-14"),
    editionOf(3, "kp1", 5, "2026-05-01"),
    editionOf(4, "kp2", 1, "2026-06-01", "quy-uoc-moi"),
    editionOf(5, "kp3", 1, "2026-07-01"),
    editionOf(6, "kp3", 2, "2027-01-05"),
  ];
  const report = reportOf({ ...source, ward: { ...source.ward, editions } }, YEAR);
  const count = (name: string) => get(report, `covenant.${name}`).value;
  expect(["inForce", "new", "amended", "replaced", "recognised"].map(count)).toEqual([3, 1, 1, 1, 3]);
  expect(["new@kp3", "amended@kp1", "replaced@kp2", "amended@kp3"].map(count)).toEqual([1, 1, 1, 0]);
  const before = reportOf({ ...source, ward: { ...source.ward, editions } }, yearPeriod("2022"));
  expect(figureOf(before, "covenant.inForce")).toMatchObject({ value: 2, of: 3 });
  expect(figureOf(before, "covenant.amended")?.value).toBe(2);
});

test("a covenant that is suspended or abolished is not carried out, and the decisions of the period are told in words", () => {
  const source = publishedWard();
  const decided = (at: number, area: string, outcome: string, date: string, articles?: number[]) =>
    recordOf(at, "covenant.decided", area, {
      covenant: `${area}-quy-uoc`,
      outcome,
      decision: { number: `${at}/QĐ-UBND`, date, authority: "UBND phường" },
      from: date,
      ...(articles ? { articles } : {}),
    });
  const records = [
    decided(91, "kp1", "abolished", "2026-05-04"),
    decided(92, "kp2", "suspended", "2026-06-01", [5, 7]),
    decided(93, "kp3", "suspended", "2025-06-01"),
  ];
  const ward = { ...source.ward, records };
  const report = reportOf({ ...source, ward }, YEAR);
  expect(get(report, "covenant.inForce")).toMatchObject({ value: 1, of: 3 });
  expect(
    ["suspended", "abolished", "suspended@kp2"].map((name) => get(report, `covenant.${name}`).value),
  ).toEqual([1, 1, 1]);
  expect(get(report, "covenant.suspended").before?.value).toBe(1);
  const told = covenantsChapter({ report, ward }).flatMap((block) =>
    block.kind === "passage" && block.id === "suspended" ? block.pieces : [],
  );
  expect(told.join("")).toBe(
    "Quyết định số 91/QĐ-UBND ngày 04/05/2026 của UBND phường bãi bỏ quy ước Khu phố 1 từ 04/05/2026." +
      " Quyết định số 92/QĐ-UBND ngày 01/06/2026 của UBND phường tạm ngừng thực hiện Điều 5, 7 của quy ước Khu phố 2 từ 01/06/2026.",
  );
});

test("a conference is shown each section by itself: its words with the first picture, the next one alone", () => {
  const source = publishedWard();
  const slides = slidesOf(outlineOf(reportOf(source, YEAR), source.ward));
  const handed = slides.filter(({ title }) => title === "Trao sổ tay quy ước và vận động hộ cam kết");
  expect(handed.map(({ words, shown }) => [words === "", shown?.kind])).toEqual([
    [false, "table"],
    [true, "chart"],
  ]);
  expect(handed[0]?.words).toContain("940 hộ");
  expect(slides.every(({ words, shown }) => words !== "" || shown !== null)).toBe(true);
  // What leads into the paper is for readers, not for a hall.
  expect(slides[0]?.title).toBe("ĐẶC ĐIỂM TÌNH HÌNH");
});

test("a year of which nothing is on record is told from one of which something is", () => {
  expect(reportOf(publishedWard(), yearPeriod("2024")).isEmpty).toBe(true);
  expect(reportOf(publishedWard(), yearPeriod("2025"))).toMatchObject({ isEmpty: false, before: null });
  expect(reportOf(publishedWard(), YEAR).isEmpty).toBe(false);
});

test("periods are years and campaigns, each with the one before and an address", () => {
  const campaigns = [campaignOf("2025"), campaignOf("2026")];
  expect(reportPeriods(recordedYears(publishedWard()), campaigns).map(({ id }) => id)).toEqual([
    "nam-2026",
    "nam-2025",
    "dot-2026",
    "dot-2025",
  ]);
  expect(readPeriod("dot-2026", campaigns)).toEqual(campaignPeriod(campaignOf("2026")));
  expect(readPeriod("nam-2026", campaigns)).toEqual(YEAR);
  expect(["nam-26", "dot-2020", "", "nam-2026-1"].map((id) => readPeriod(id, campaigns))).toEqual(
    Array(4).fill(undefined),
  );
  expect(periodBefore(campaignPeriod(campaignOf("2026")), campaigns)?.id).toBe("dot-2025");
  expect(periodBefore(campaignPeriod(campaignOf("2025")), campaigns)).toBeUndefined();
  expect(figureAddress("nam-2026", "gift.land.m²@kp2")).toBe(
    "/phuong/bao-cao?ky=nam-2026&so=gift.land.m%C2%B2%40kp2",
  );
});

function get(report: Report, key: string) {
  const figure = figureOf(report, key);
  if (!figure) throw new Error(`no figure ${key}`);
  return figure;
}

function texts(report: Report, ...keys: readonly string[]): string[] {
  return keys.map((key) => amountText(get(report, key)));
}

test("numbers by khu phố add up to the ward's, also where one has ended in the period or before it with households in it", () => {
  const source = publishedWard();
  const areas = source.ward.areas.map((area) => (area.code === "kp3" ? { ...area, to: "2026-11-29" } : area));
  const ended = { ...source, ward: { ...source.ward, areas } };
  const report = reportOf(ended, YEAR);
  expect(texts(report, "area.neighbourhoods")).toEqual(["2 khu phố"]);
  for (const measure of ["people.households", "reach.delivered", "gift.labour.ngày công"]) {
    const parts = ["kp1", "kp2", "kp3"].map((place) => figureOf(report, `${measure}@${place}`)?.value ?? 0);
    expect(parts.reduce((sum, one) => sum + one, 0)).toBe(get(report, measure).value);
  }
  const inForce = get(report, "covenant.inForce");
  expect([inForce.value, inForce.of, get(report, "covenant.inForce@kp3").value]).toEqual([2, 2, 0]);
  expect(rowsOf(ended, YEAR)).toEqual([
    "Khu phố 1",
    "Khu phố 2",
    "Khu phố 3 (đến 29/11/2026)",
    "Toàn phường",
  ]);
  const next = yearPeriod("2027");
  expect(get(reportOf(ended, next), "people.households@kp3").value).toBeGreaterThan(0);
  const moved = ended.households.map((one) => ({ ...one, area: one.area.replace("kp3", "kp2") }));
  expect(figureOf(reportOf({ ...ended, households: moved }, next), "people.households@kp3")).toBeUndefined();
});

/** How the rows of the table of the reach are called. */
function rowsOf(source: ReportSource, period: ReportPeriod): readonly unknown[] {
  const report = reportOf(source, period);
  const [, ...blocks] = reachChapter({ report, ward: source.ward });
  return blocks.flatMap((block) => (block.kind === "table" ? block.rows.map(([name]) => name) : []));
}
