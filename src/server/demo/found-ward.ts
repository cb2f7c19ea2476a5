import { isWithin, uuidV7 } from "../../domain/ids.ts";
import type { HouseholdRow } from "../../domain/import/household-list.ts";
import type { Draft } from "../../domain/statement.ts";
import type { Area } from "../../domain/ward-facts.ts";
import { makeWard } from "../keys/make-ward.ts";
import { say } from "../keys/say.ts";
import type { Station } from "../station.ts";
import { BEGINNING } from "./compose-past.ts";
import type { DemoClock } from "./demo-clock.ts";
import type { DemoPapers } from "./demo-papers.ts";
import { dateOf, DAY, hourOf, MINUTE, workday } from "./hours.ts";
import type { DemoHousehold } from "./plan-visits.ts";

/** The slug of the demo's ward. */
export const DEMO_WARD = "phuong-3";

/** The parts of a station that making the demo works on. */
export type DemoStation = Pick<Station, "db" | "acceptor" | "keys" | "now" | "random">;

/** Makes the ward as its office would: areas and households from the list, covenants with handbooks, the campaign; all said by the ward key. */
export async function foundWard(
  station: DemoStation,
  clock: DemoClock,
  papers: DemoPapers,
  now: number,
): Promise<readonly DemoHousehold[]> {
  const day = workday(now, BEGINNING.ward);
  const beginning = hourOf(now, day, 8);
  clock.moveTo(beginning);
  const areas = areasOf(papers.households);
  const made = await makeWard(station, DEMO_WARD, {
    name: "Phường 3",
    kind: "phuong",
    province: "Tây Ninh",
    areas,
    demo: true,
    basis:
      "Phường giữ danh sách hộ theo kế hoạch vận động thực hiện quy ước hằng năm của phường (căn cứ ví dụ).",
  });
  if (!made.ok) throw new Error(`the demo's ward is not made: ${made.error}`);
  clock.moveTo(beginning + 20 * MINUTE);
  const households = papers.households.map((row) => ({ row, id: uuidV7(clock.now(), station.random(10)) }));
  await sayAll(
    station,
    households.map(({ row, id }) => registrationOf(row, id)),
  );
  clock.moveTo(hourOf(now, day, 14));
  await sayAll(station, [
    ...papers.covenants.flatMap((paper) => publicationOf(paper, papers.translations)),
    openingOf(papers, now),
    ...stockOf(papers),
  ]);
  return households.map(({ row, id }) => {
    const { area, head, note = "" } = row;
    return { id, area, head, note, number: Number(row.number) };
  });
}

async function sayAll(station: DemoStation, drafts: readonly Draft[]): Promise<void> {
  const keys = await station.keys.find(DEMO_WARD);
  if (!keys) throw new Error("the demo's ward has no keys");
  const told = await say(station, DEMO_WARD, keys, drafts);
  if (!told.ok) throw new Error(`the demo's ward says nothing: ${told.error}`);
  const odd = told.value.find(({ verdict }) => verdict.status !== "accepted");
  if (odd) throw new Error(`${odd.statement.claims.type} of the demo: ${JSON.stringify(odd.verdict)}`);
}

/** Each khu phố before its tổ, in the order of the list. */
function areasOf(rows: readonly HouseholdRow[]): Area[] {
  const areas = new Map<string, Area>();
  for (const { area, areaNames } of rows) {
    const [neighbourhood = area] = area.split("/");
    areas.set(neighbourhood, { code: neighbourhood, name: areaNames.neighbourhood, kind: "khuPho" });
    areas.set(area, { code: area, name: areaNames.group, kind: "to" });
  }
  return [...areas.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function registrationOf(
  { area, members, number, head, address, phone, note }: HouseholdRow,
  id: string,
): Draft {
  return {
    type: "household.registered",
    sub: id,
    body: {
      area,
      members,
    },
    personal: {
      number,
      head,
      address,
      phone,
      note,
    },
  };
}

function publicationOf(
  { area, covenant, handbook }: DemoPapers["covenants"][number],
  files: DemoPapers["translations"],
): Draft[] {
  const translations = files.filter((file) => file.area === area).map(({ translation }) => translation);
  return [
    { type: "covenant.published", sub: area, body: covenant },
    {
      type: "handbook.published",
      sub: area,
      body: translations.length === 0 ? handbook : { ...handbook, translations },
    },
  ];
}

/** The handbooks that came from the printer, and each khu phố's share by its households; what is over stays at the office. */
function stockOf({ covenants, households }: DemoPapers): Draft[] {
  const stocked = (sub: string, edition: unknown, copies: number): Draft => ({
    type: "handbook.stocked",
    sub,
    body: { edition, copies },
  });
  const shareOf = (area: string) =>
    households.filter((household) => isWithin(household.area, area)).length / households.length;
  return [
    ...covenants.slice(0, 1).map(({ handbook }) => stocked(DEMO_WARD, handbook["edition"], COPIES)),
    ...covenants.map(({ area, handbook }) =>
      stocked(area, handbook["edition"], Math.floor(COPIES * shareOf(area))),
    ),
  ];
}

/** As in the published case. */
const COPIES = 940;

/** The campaign of the file; where its days are not those of this demo's weeks, it runs in these. */
function openingOf({ campaign: { campaign, body } }: DemoPapers, now: number): Draft {
  const [first, last] = [dateOf(now + BEGINNING.rounds * DAY), dateOf(now + 14 * DAY)];
  const fits = body.from <= first && body.to >= last;
  const days = fits ? {} : { from: dateOf(now + BEGINNING.ward * DAY), to: dateOf(now + 40 * DAY) };
  return { type: "campaign.opened", sub: campaign, body: { ...body, ...days } };
}
