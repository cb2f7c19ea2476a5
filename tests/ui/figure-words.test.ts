import { beforeAll, describe, expect, test } from "vitest";
import type { Meeting } from "../../src/domain/meeting/meeting.ts";
import { REPORT_PARTS, type ReportFigure } from "../../src/domain/report/figure.ts";
import { yearPeriod } from "../../src/domain/report/period.ts";
import { reportOf } from "../../src/domain/report/report.ts";
import { grantDraft } from "../../src/domain/ward/commendations.ts";
import { expenseDraft, giftDraft } from "../../src/domain/ward/works.ts";
import { figureName, unitOf } from "../../src/ui/office/report/figure-words.ts";
import { makeTexts, speak } from "../../src/ui/text/i18n.ts";
import { report } from "../../src/ui/text/vi/report.ts";
import { vi } from "../../src/ui/text/vi.ts";
import { opinionOf, publishedWard, recordOf } from "../domain/report-source.ts";
import { id } from "../domain/statements.ts";

const texts = makeTexts({ ...vi, report });
beforeAll(() => speak(texts, "en"));

describe("a figure of the report", () => {
  test("is told of each kind here", () => {
    expect(new Set(figures().map(({ part }) => part))).toEqual(new Set(REPORT_PARTS));
  });

  test("is called on a Vietnamese screen as on the paper, or the ward's own", () => {
    const t = texts.getFixedT("vi", "report");
    for (const figure of figures()) {
      expect(figureName(t, figure).name).toBe(figure.name);
      expect(unitOf(t, figure.unit, 1)).toBe(figure.unit);
    }
  });

  test("has an English name and unit unless the ward named it", () => {
    const t = texts.getFixedT("en", "report");
    for (const figure of figures()) {
      const { name, own } = figureName(t, figure);
      expect([name, own]).toEqual([expect.any(String), figure.part === "indicators"]);
      if (own) continue;
      expect(name).not.toBe(figure.name);
      // A khu phố and a tổ keep their own word beside the English one.
      expect(name.replace(/\(.*\)/, "")).toMatch(/^[A-Za-z, ]+$/);
      if (figure.unit === "đồng" || figure.key.startsWith("gift.")) continue;
      expect(unitOf(t, figure.unit, 1)).toMatch(/^[a-z]+$/);
      expect(unitOf(t, figure.unit, 2)).toMatch(/^[a-z]+$/);
    }
    expect([0, 1, 2].map((count) => unitOf(t, "hộ", count))).toEqual([
      "households",
      "household",
      "households",
    ]);
    expect(unitOf(t, "ngày công", 2)).toBe("ngày công");
  });
});

/** Of a year in which a ward did everything that a report counts. */
function figures(): readonly ReportFigure[] {
  const source = publishedWard();
  const said = [
    giftDraft({ ...GIFT, kind: "other", unit: "bao xi măng" }),
    expenseDraft({ place: "kp2", on: "2026-11-02", amount: 900_000, work: GIFT.work }),
    grantDraft({
      place: "kp2",
      level: "phuong",
      period: "2026",
      on: "2026-11-12",
      decision: "12/QĐ-MTTQ",
      group: "Khu phố 2",
      reason: "Việc tốt",
      proposal: undefined,
      consent: undefined,
      area: undefined,
      name: undefined,
    }),
  ].map(({ type, sub, body }, at) => recordOf(80 + at, type, sub, body));
  const ward = { ...source.ward, records: [...source.ward.records, ...said] };
  const opinions = [opinionOf(1, "2026-11-03", "answered")];
  return reportOf({ ...source, ward, opinions, meetings: [MEETING] }, yearPeriod("2026")).figures;
}

const GIFT = {
  place: "kp2",
  on: "2026-11-02",
  quantity: 20,
  worth: 2_000_000,
  work: "Đường hẻm 4",
  by: undefined,
  note: undefined,
};

const MEETING: Meeting = {
  jti: id(60),
  kid: "k",
  at: 1,
  seq: 60,
  id: id(60),
  words: [],
  names: [id(60)],
  parts: [],
  joinedBy: [],
  area: "kp2",
  level: "neighbourhood",
  kind: "residents",
  date: "2026-11-18",
  time: undefined,
  place: "",
  subject: "Bàn quy ước",
  planned: false,
  invited: [],
  programme: [],
  documents: [],
  households: 40,
  present: 30,
  minutes: undefined,
  conclusions: undefined,
  chair: undefined,
  secretary: undefined,
};
