import { daysOf } from "../../domain/days/campaign-days.ts";
import type { Household } from "../../domain/household-facts.ts";
import { mergedInto } from "../../domain/household/mergers.ts";
import { metIn } from "../../domain/household/met.ts";
import { copiesOf, isDelivered, statusOf } from "../../domain/household/status.ts";
import { requestsIn } from "../../domain/matters/data-requests.ts";
import type { HouseholdMatters } from "../../domain/matters/household-matters.ts";
import type { HouseholdRow, MergedHousehold } from "../api/phone.ts";
import type { WardFacts } from "./kept-facts.ts";

/** A household's line in the round, but for what searching needs. */
export type RowFacts = Omit<HouseholdRow, "search">;

/** What is kept of each household. */
export interface HouseholdView {
  /** Null where it is no more, or was never registered in sight. */
  readonly row: RowFacts | null;
  /** The household it was merged into. */
  readonly into: string | null;
  /** How it was called, for whoever looks for it still; absent where it was not merged. */
  readonly gone?: Omit<MergedHousehold, "into" | "search">;
  /** What it said and asked, of one that is no more as well, and what that was handed; absent where there is none, or another stands for it. */
  readonly matters?: HouseholdMatters;
}

/** What the round shows of a household; `circular` where it was merged into itself by detours, and so stands for itself. */
export function householdView(
  household: Household,
  { campaign, dated }: Pick<WardFacts, "campaign" | "dated">,
  circular: boolean,
): HouseholdView {
  const { id, area, number, head, address, members, note, ended } = household;
  const into = mergedInto(household);
  const isOpen = area !== null && (ended === null || (into !== null && circular));
  const copies = copiesOf(household);
  const matters = into === null || circular ? mattersOf(household, isOpen ? [] : copies) : {};
  if (!isOpen) {
    const gone = into === null || area === null ? {} : { gone: { id, area, number, head, address } };
    return { row: null, into, ...gone, ...matters };
  }
  const status = statusOf(household, campaign);
  const delivered = isDelivered(household, campaign);
  const said = household.visits.findLast((visit) => visit.note)?.note;
  const row = { id, area, number, head, address, members, note, said, status, delivered };
  const days = daysOf(household, dated);
  const records = household.records.filter(({ type }) => LISTED.has(type));
  // Absent where there are none: twenty thousand rows are read at once.
  const met = metIn(household);
  const more = {
    ...(household.erased ? { erased: true } : {}),
    ...(copies.length > 0 ? { copies } : {}),
    ...(days.length > 0 ? { days } : {}),
    ...(met.length > 0 ? { metIn: met } : {}),
    ...(records.length > 0 ? { records } : {}),
  };
  return { row: { ...row, ...more }, into, ...matters };
}

function mattersOf(
  { id, area, number, head, opinions, records }: Household,
  copies: ReturnType<typeof copiesOf>,
): Pick<HouseholdView, "matters"> {
  const requests = requestsIn(records);
  if (opinions.length + requests.length + copies.length === 0) return {};
  // What is not about a household is about what one said.
  const answers = records.filter(({ sub }) => sub !== id);
  return { matters: { household: { id, area, number, head }, opinions, requests, answers, copies } };
}

/** Whether a view may tell the number in the log of a statement of this type, or that it has none yet. */
export function showsNumber(type: string): boolean {
  return LISTED.has(type) || /^(opinion|request)\./.test(type);
}

/** What the ward's office sums up over many households. */
const LISTED: ReadonlySet<string> = new Set([
  "commendation.granted",
  "commendation.proposed",
  "contribution.recorded",
  "indicator.observed",
  "meeting.attended",
  "round.assigned",
]);
