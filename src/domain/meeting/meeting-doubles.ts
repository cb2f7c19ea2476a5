import { dateOf, dayAt } from "../days/campaign-days.ts";
import { isWithin } from "../ids.ts";
import type { WardRecord } from "../ward-facts.ts";
import { isBetween, matchesIn } from "./joined-meetings.ts";
import type { Meeting, MeetingWord } from "./meeting.ts";

/**
 * Meetings that are likely one: of one day, of the same area or of a khu phố and a tổ in it, at about the same time, at least one
 * of each two begun, not both by the same device, and nobody having said yet whether they are one. In each group any two are
 * likely one; it stands in the order in which they were begun.
 */
export function likelyDoubles(
  meetings: readonly Meeting[],
  records: readonly WardRecord[],
  ward: string,
): Meeting[][] {
  const matches = matchesIn(records);
  const isLikely = (one: Meeting, other: Meeting) =>
    one.date === other.date &&
    !(one.planned && other.planned) &&
    areOfOnePlace(one.area, other.area, ward) &&
    areNear(one, other) &&
    // Whoever began or announced both knew that they are two.
    speakerOf(one) !== speakerOf(other) &&
    !matches.some((match) => isBetween(match, one, other));
  const groups: Meeting[][] = [];
  for (const one of meetings.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const alike = groups.find((group) => group.every((other) => isLikely(one, other)));
    if (alike) alike.push(one);
    else groups.push([one]);
  }
  return groups.filter((group) => group.length > 1);
}

/** The word by which a meeting was begun: the earliest that says it took place; undefined of one that is only announced. */
export function beginningOf({ words }: Pick<Meeting, "words">): MeetingWord | undefined {
  return words.filter(({ planned }) => !planned).toSorted((a, b) => a.at - b.at)[0];
}

/** The device of its first word; of the first that is left, where that was taken back. */
function speakerOf({ id, words }: Meeting): string | undefined {
  return (words.find(({ jti }) => jti === id) ?? words[0])?.kid;
}

/** The ward's conference is not the meeting of a tổ that was on the same day. */
function areOfOnePlace(one: string, other: string, ward: string): boolean {
  if (one === other) return true;
  return one !== ward && other !== ward && (isWithin(one, other) || isWithin(other, one));
}

/** Of a meeting of which no hour is known nobody can say that it was at another. */
function areNear(one: Meeting, other: Meeting): boolean {
  const [a, b] = [spanOf(one), spanOf(other)];
  return a === null || b === null || Math.max(a.from, b.from) - Math.min(a.to, b.to) <= NEAR;
}

/** Seconds from the hour for which it was called, and the first word of its day about it, to the last; null where nothing tells. */
function spanOf({ date, time, words }: Meeting): { readonly from: number; readonly to: number } | null {
  const called = time === undefined ? [] : [Date.parse(`${date}T${time}:00+07:00`) / 1000];
  // What was written down on another day, or announced, tells nothing of the hour.
  const said = words.filter(({ planned, at }) => !planned && dateOf(dayAt(at)) === date).map(({ at }) => at);
  const all = [...called, ...said];
  return all.length === 0 ? null : { from: Math.min(...all), to: Math.max(...all) };
}

/** Two hours: a meeting lasts about as long, and a phone may begin late. */
const NEAR = 7200;
