import figures from "../../demo/chi-tieu.json" with { type: "json" };
import { dayOf } from "../../src/domain/days/campaign-days.ts";
import type { OpinionCase } from "../../src/domain/matters/opinion-cases.ts";
import type { CovenantEdition, ReportHousehold, ReportSource } from "../../src/domain/report/source.ts";
import type { Campaign, Observation, WardRecord } from "../../src/domain/ward-facts.ts";
import { id, WARD } from "./statements.ts";

/** 28/11/2026 12:00 in Việt Nam, in seconds. */
export const NOON = Date.parse("2026-11-28T12:00:00+07:00") / 1000;

/** A campaign of a year's last three months. */
export function campaignOf(year: string): Campaign {
  return {
    ...fact(Number(year)),
    id: year,
    title: `Cam kết thực hiện quy ước năm ${year}`,
    from: `${year}-10-01`,
    to: `${year}-12-31`,
    editions: {},
    items: [],
    consent: { version: 1, purposes: [] },
    closed: false,
  };
}

/** The published case: 1003 households and 3371 people, 940 of whom got the handbook, and the figures of two years. */
export function publishedWard(more: Partial<ReportSource> = {}): ReportSource {
  return {
    ward: {
      slug: WARD,
      name: "Phường 3",
      areas: AREAS,
      campaigns: [campaignOf("2026")],
      indicators: Object.fromEntries(
        figures.definitions.map(({ id: name, article, ...one }) => [
          name,
          { ...one, id: name, article, better: one.better === "up" ? "up" : "down" },
        ]),
      ),
      records: figures.contributions.map(({ area, ...body }, at) =>
        recordOf(at, "contribution.recorded", area, { ...body, on: "2026-11-02" }),
      ),
      opinionDays: 15,
      editions: ["kp1", "kp2", "kp3"].map((area, at) => editionOf(at, area, 4, "2022-10-14")),
    },
    households: householdsOf(1003, 3371, 940, 780),
    observations: figures.observations.map(({ area, ...one }, at): Observation => {
      const { numerator, denominator, value } = one as Partial<Observation>;
      const about = area === "ward" ? WARD : area;
      return {
        ...fact(500 + at),
        about,
        indicator: one.indicator,
        period: one.period,
        numerator,
        denominator,
        value,
      };
    }),
    opinions: [],
    meetings: [],
    now: NOON,
    ...more,
  };
}

/** So many households over three khu phố with so many people, of whom the first ones got the handbook and pledged. */
export function householdsOf(
  count: number,
  people: number,
  delivered: number,
  pledged: number,
): ReportHousehold[] {
  return Array.from({ length: count }, (_, at) => ({
    id: id(10_000 + at),
    area: `kp${(at % 3) + 1}/t0${(at % 3) + 1}`,
    members: Math.floor(people / count) + (at < people % count ? 1 : 0),
    ...(at < delivered
      ? {
          days: [
            {
              campaign: "2026",
              visited: dayOf("2026-10-20"),
              met: dayOf("2026-10-20"),
              delivered: dayOf("2026-10-20"),
              ...(at < pledged ? { pledged: dayOf("2026-10-21") } : {}),
            },
          ],
        }
      : {}),
  }));
}

export function editionOf(
  at: number,
  area: string,
  edition: number,
  date: string,
  covenant = `${area}-quy-uoc`,
): CovenantEdition {
  return {
    jti: id(900 + at),
    at: 1,
    area,
    covenant,
    edition,
    title: `Quy ước ${area}`,
    recognition: { number: "1527/QĐ-UBND", date, authority: "UBND thị xã Kiến Tường" },
    inForce: date,
  };
}

export function opinionOf(at: number, on: string, status: OpinionCase["status"], area = "kp2"): OpinionCase {
  const seconds = Date.parse(`${on}T09:00:00+07:00`) / 1000;
  return {
    ...fact(700 + at),
    at: seconds,
    place: area,
    household: null,
    area,
    article: 11,
    channel: "meeting",
    source: "meeting",
    kind: undefined,
    mayPublish: false,
    text: "Xe rác tới mấy giờ?",
    by: undefined,
    forwarded: null,
    status,
    answer: undefined,
    published: null,
    settledAt: status === "answered" || status === "done" ? seconds + 86_400 : null,
    words: [],
  };
}

export function recordOf(at: number, type: string, sub: string, body: object, on = "2026-11-02"): WardRecord {
  return {
    ...fact(300 + at),
    at: Date.parse(`${on}T09:00:00+07:00`) / 1000,
    type,
    sub,
    body: body as Record<string, unknown>,
    personal: {},
  };
}

function fact(at: number) {
  return { jti: id(at), kid: "k", at: NOON, seq: at };
}

const AREAS = [1, 2, 3].flatMap((number) => [
  { code: `kp${number}`, name: `Khu phố ${number}`, kind: "khuPho" },
  { code: `kp${number}/t0${number}`, name: `Tổ ${number}`, kind: "to" },
]);
