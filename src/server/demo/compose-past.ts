import {
  recordCorrection,
  recordEncounter,
  recordSlip,
  type Around,
  type DoorCampaign,
} from "./at-the-door.ts";
import type { Chance } from "./chance.ts";
import { gatherOpinions, type DemoOpinion, type HouseholdPhone } from "./gather-opinions.ts";
import { planMeetings, recordMeeting } from "./hold-meetings.ts";
import { HOUR, hourOf, MINUTE, roundHours } from "./hours.ts";
import { leaderOf, neighbourhoodOf, VOLUNTEERS } from "./people.ts";
import { planVisits, PROGRESS, type DemoHousehold } from "./plan-visits.ts";
import { reportFigures, type DemoFigures } from "./report-figures.ts";
import type { NewId, Utterance } from "./utterance.ts";
import { walkRounds, type Encounter } from "./walk-rounds.ts";

/** What the past is made of. */
export interface PastParts {
  readonly ward: string;
  /** In the order of the list. */
  readonly households: readonly DemoHousehold[];
  readonly campaign: DoorCampaign;
  readonly opinions: readonly DemoOpinion[];
  readonly figures: DemoFigures;
  /** Seconds: nothing happens after it. */
  readonly now: number;
  readonly chance: Chance;
  readonly newId: NewId;
}

/** Everything that the demo's devices say, and the phones of households that are enrolled on the way. */
export interface Past {
  readonly utterances: readonly Utterance[];
  readonly phones: readonly HouseholdPhone[];
}

/** Days before now on which the ward, its volunteers and their first round begin. */
export const BEGINNING = { ward: -49, devices: -46, rounds: -42 } as const;

/** Six weeks of the ward's life up to now. The same list, day and seed give the same weeks; only ids differ. */
export function composePast(parts: PastParts): Past {
  const { ward, households, now, chance, newId, campaign } = parts;
  const around: Around = { campaign, chance, newId };
  const encounters = walkAll(parts);
  const meetings = planMeetings(countByNeighbourhood(households), now, chance);
  const opinions = gatherOpinions(parts.opinions, { encounters, meetings, now, chance, newId });
  const counts = countByNeighbourhood(households);
  return {
    utterances: [
      ...recordAll(encounters, around),
      ...meetings.map((meeting) => recordMeeting(meeting, counts.get(meeting.area) ?? 0, newId, chance)),
      ...opinions.utterances,
      ...reportFigures(parts.figures, { ward, now, chance, newId }),
    ],
    phones: opinions.phones,
  };
}

function walkAll({ households, now, chance }: PastParts): Encounter[] {
  // What was recorded in the last hours has not been sent yet by everybody.
  const hours = roundHours(hourOf(now, BEGINNING.rounds, 0), now - 4 * HOUR);
  return VOLUNTEERS.flatMap((volunteer) => {
    const progress = PROGRESS[neighbourhoodOf(volunteer.groups[0] ?? "")];
    if (!progress) throw new Error(`no progress is set for ${volunteer.groups.join()}`);
    const mine = households.filter(({ area }) => volunteer.groups.includes(area));
    return walkRounds(volunteer, planVisits(mine, progress, chance), hours, now, chance);
  });
}

/** What the phones recorded at all doors, some slips and two pledges taken twice among it. */
function recordAll(encounters: readonly Encounter[], around: Around): Utterance[] {
  const signed = encounters.filter(({ outcome }) => outcome === "signed");
  const at = (share: number) => signed[Math.floor(share * signed.length)];
  const slips = new Set([0.12, 0.47, 0.83].map(at));
  const corrected = new Set([0.2, 0.55, 0.9].map(at));
  return encounters.flatMap((encounter) => {
    const said = recordEncounter(encounter, around);
    if (slips.has(encounter)) said.unshift(...recordSlip(encounter, around));
    const pledge = said.at(-1);
    if (pledge && corrected.has(encounter)) said.push(...recordCorrection(encounter, pledge, around));
    if (TWICE.some((area) => encounter === lastOf(signed, area)))
      said.push(...recordEncounter(secondOf(encounter), around));
    return said;
  });
}

/** Tổ in each of which two volunteers met the same household on one day, neither knowing of the other. */
const TWICE = ["kp1/t03", "kp2/t06"];

function lastOf(signed: readonly Encounter[], area: string): Encounter | undefined {
  return signed.findLast(({ household }) => household.area === area);
}

/** The leader of the khu phố meets it too, before the first one's phone has sent anything. */
function secondOf(encounter: Encounter): Encounter {
  const by = leaderOf(neighbourhoodOf(encounter.household.area)).id;
  const to = encounter.to + 25 * MINUTE;
  return {
    ...encounter,
    by,
    from: to - 9 * MINUTE,
    to,
    givenBefore: true,
    sentAt: Math.max(encounter.sentAt, to) + 12 * MINUTE,
  };
}

function countByNeighbourhood(households: readonly DemoHousehold[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { area } of households) {
    const neighbourhood = neighbourhoodOf(area);
    counts.set(neighbourhood, (counts.get(neighbourhood) ?? 0) + 1);
  }
  return counts;
}
