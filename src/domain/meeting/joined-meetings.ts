import { isStatementId, isWithin } from "../ids.ts";
import type { WardRecord } from "../ward-facts.ts";
import { levelOf, meetingOf, type MatchWord, type Meeting } from "./meeting.ts";

/**
 * The meetings out of their words by the first word's id, in the log's order, with those joined that the office said are one
 * (`meeting.matched`). Of all words about the same two the latest holds. The one that was begun first leads: it tells what is
 * said once, the others fill what it leaves open; minutes and conclusions of all stand one after the other. A word that was
 * said of all together (`together`) stands in the place of whatever was said of these before.
 */
export function joinMeetings(
  words: ReadonlyMap<string, readonly WardRecord[]>,
  records: readonly WardRecord[],
  ward: string,
): Meeting[] {
  const single = [...words].map(([id, said]) => meetingOf(id, said, ward));
  const byName = new Map(single.flatMap((one) => one.names.map((name) => [name, one] as const)));
  const ties = matchesIn(records).flatMap(({ pair, same, record }) => {
    const [one, other] = pair.map((name) => byName.get(name));
    return same && one && other && one !== other ? [{ one, other, record }] : [];
  });
  const tied = new Set(ties.flatMap(({ one, other }) => [one, other]));
  const groups = groupBy([...tied], (a, b) =>
    ties.some(({ one, other }) => (one === a && other === b) || (one === b && other === a)),
  );
  const joined = groups.map((group) => {
    const parts = group.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const said = parts.flatMap(({ id }) => words.get(id) ?? []);
    const by = new Set(ties.filter(({ one }) => parts.includes(one)).map(({ record }) => record));
    return joinedOf(parts, said, [...by].map(matchWord), ward);
  });
  return [...single.filter((one) => !tied.has(one)), ...joined];
}

/** The last word on whether two meetings are one. */
interface Match {
  /** Ids of the two, in their order. */
  readonly pair: readonly [string, string];
  readonly same: boolean;
  readonly record: WardRecord;
}

/** The latest word about each two of which anybody said whether they are one. */
export function matchesIn(records: readonly WardRecord[]): Match[] {
  const found = new Map<string, Match>();
  for (const record of records) {
    const { meetings, same } = record.body;
    if (record.type !== "meeting.matched" || !Array.isArray(meetings)) continue;
    for (const pair of pairsOf(meetings.filter(isStatementId))) {
      const known = found.get(pair.join(" "));
      if (!known || isLater(record, known.record))
        found.set(pair.join(" "), { pair, same: same === true, record });
    }
  }
  return [...found.values()];
}

/** Whether a word is about these two, by whatever id it names them. */
export function isBetween({ pair: [one, other] }: Pick<Match, "pair">, a: Meeting, b: Meeting): boolean {
  return (
    a !== b &&
    ((a.names.includes(one) && b.names.includes(other)) || (a.names.includes(other) && b.names.includes(one)))
  );
}

/** Things that hang together by twos, each group in their order. */
function groupBy<Thing>(things: readonly Thing[], isTied: (one: Thing, other: Thing) => boolean): Thing[][] {
  const groups: Thing[][] = [];
  for (const thing of things) {
    const tied = groups.filter((group) => group.some((one) => isTied(one, thing)));
    const rest = groups.filter((group) => !tied.includes(group));
    groups.splice(0, groups.length, ...rest, [...tied.flat(), thing]);
  }
  return groups;
}

/** The area of several meetings: the nearest that holds all of them, or the ward. */
export function areaAround(areas: readonly string[], ward: string): string {
  const [first = ward, ...others] = areas;
  if (areas.includes(ward)) return ward;
  for (let code = first; code !== ""; code = code.slice(0, Math.max(0, code.lastIndexOf("/"))))
    if (others.every((area) => isWithin(area, code))) return code;
  return ward;
}

function joinedOf(
  parts: readonly Meeting[],
  said: readonly WardRecord[],
  joinedBy: readonly MatchWord[],
  ward: string,
): Meeting {
  const id = parts[0]?.id ?? "";
  const tellers = tellersOf(parts, said, ward);
  const [lead = parts[0] as Meeting] = tellers;
  const area = areaAround(
    tellers.map((one) => one.area),
    ward,
  );
  // Whoever was counted in a part of it is no count of all.
  const ofAll = tellers.filter((one) => one.area === area);
  const latest = tellers.reduce((best, next) => (next.at > best.at ? next : best), lead);
  return {
    ...lead,
    jti: latest.jti,
    kid: latest.kid,
    at: latest.at,
    seq: latest.seq,
    id,
    words: parts
      .flatMap(({ words }) => words)
      .toSorted((a, b) => (a.seq ?? Infinity) - (b.seq ?? Infinity) || a.at - b.at),
    names: [...new Set(parts.flatMap(({ names }) => names))],
    parts,
    joinedBy,
    area,
    level: levelOf(area, ward),
    time: firstOf(tellers, ({ time }) => time),
    place: firstOf(tellers, ({ place }) => place || undefined) ?? "",
    planned: tellers.every(({ planned }) => planned),
    invited: tellers.find(({ invited }) => invited.length > 0)?.invited ?? [],
    programme: tellers.find(({ programme }) => programme.length > 0)?.programme ?? [],
    documents: [...new Set(tellers.flatMap(({ documents }) => documents))],
    households: largest(ofAll.map(({ households }) => households)),
    present: largest(tellers.map(({ present }) => present)),
    minutes: oneAfterAnother(tellers.map(({ minutes }) => minutes)),
    conclusions: oneAfterAnother(tellers.map(({ conclusions }) => conclusions)),
    chair: firstOf(tellers, ({ chair }) => chair),
    secretary: firstOf(tellers, ({ secretary }) => secretary),
  };
}

/** What tells of the whole: the last word about all together, and each part of which something was said since, or apart from it. */
function tellersOf(parts: readonly Meeting[], said: readonly WardRecord[], ward: string): readonly Meeting[] {
  const together = said.filter(({ body }) => Array.isArray(body["together"]));
  const [first] = together;
  if (first === undefined) return parts;
  const word = together.reduce((best, next) => (isLater(next, best) ? next : best), first);
  const told = new Set([...(word.body["together"] as readonly unknown[]), word.body["meeting"]]);
  const left = parts.filter(({ id, jti, at }) => jti !== word.jti && (!told.has(id) || at > word.at));
  return [meetingOf(parts[0]?.id ?? word.jti, [word], ward), ...left];
}

/** Of one moment the greater id, so that no numbering shows. */
function isLater(next: WardRecord, best: WardRecord): boolean {
  return next.at === best.at ? next.jti > best.jti : next.at > best.at;
}

function pairsOf(ids: readonly string[]): (readonly [string, string])[] {
  const sorted = [...new Set(ids)].sort();
  return sorted.flatMap((one, at) => sorted.slice(at + 1).map((other) => [one, other] as const));
}

function matchWord({ jti, kid, at, seq, sub }: WardRecord): MatchWord {
  return { jti, kid, at, seq, area: sub };
}

function firstOf<Value>(
  all: readonly Meeting[],
  read: (one: Meeting) => Value | undefined,
): Value | undefined {
  return all.map(read).find((value) => value !== undefined);
}

function largest(counts: readonly (number | undefined)[]): number | undefined {
  const known = counts.filter((count) => count !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

/** Texts of several devices, each once; undefined where nobody wrote any. */
function oneAfterAnother(texts: readonly (string | undefined)[]): string | undefined {
  const known = [
    ...new Set(texts.map((text) => text?.trim()).filter((text) => text !== undefined && text !== "")),
  ];
  return known.length === 0 ? undefined : known.join("\n\n");
}
