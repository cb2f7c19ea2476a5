import { factOf, type Opinion } from "../household-facts.ts";
import { isWithin } from "../ids.ts";
import { isRecord } from "../jws.ts";
import { isSettled } from "../kinds/opinion-answered.ts";
import { FROM_ANYONE } from "../kinds/opinion-given.ts";
import type { WardRecord } from "../ward-facts.ts";
import { crossingWords, wordsAbout, type AnswerWord } from "./crossing.ts";

/** How an opinion came: at a door, at a meeting, from a household's or volunteer's own phone, or from somebody without an account. */
export type OpinionSource = Opinion["channel"] | "anyone";

/** Somebody's opinion and what became of it, wherever it was given. */
export interface OpinionCase extends Opinion {
  /** Where it stands, as what speaks of it names it: a household, an area, or the ward as a whole. */
  readonly place: string;
  /** The household that it is of; null of a meeting's, or of somebody unknown. */
  readonly household: OpinionHousehold | null;
  /** Code of the area in which that lies; null where it is the whole ward's. */
  readonly area: string | null;
  readonly source: OpinionSource;
  /** All that the ward said of it, what holds last. */
  readonly words: readonly AnswerWord[];
}

export interface OpinionHousehold {
  readonly id: string;
  readonly area: string | null;
  readonly number: number | string | undefined;
  readonly head: string | undefined;
}

/** A household with what it said. */
export interface HouseholdOpinions {
  readonly household: OpinionHousehold;
  readonly opinions: readonly Opinion[];
  readonly answers: readonly AnswerWord[];
}

/** All opinions of a ward, the newest first. `records` are those about areas, with what was said of them, as the ward's fold lists them. */
export function opinionCases(
  households: readonly HouseholdOpinions[],
  records: readonly WardRecord[],
  ward: string,
): OpinionCase[] {
  const ofHouseholds = households.flatMap(({ household, opinions, answers }) =>
    opinions.map((one): OpinionCase => {
      const { id, area } = household;
      const words = wordsAbout(answers, one.jti);
      return { ...one, place: id, household, area, source: one.channel, words };
    }),
  );
  return [...ofHouseholds, ...casesOfAreas(records, ward)].sort((a, b) => b.at - a.at);
}

/**
 * Whole days since it was given, by days of Việt Nam (UTC+7); of one that nobody waits for any more until it was settled, or
 * its words were erased. Both times in seconds.
 */
export function daysOpen({ at, settledAt, erasedAt }: Dated, now: number): number {
  return Math.max(0, dayOf(settledAt ?? erasedAt ?? now) - dayOf(at));
}

/** Whether it is unanswered for longer than the ward means to take, in days; of one without words nobody can answer. */
export function isLate(one: Dated, now: number, days: number): boolean {
  return one.settledAt === null && one.erasedAt === undefined && daysOpen(one, now) > days;
}

type Dated = Pick<OpinionCase, "at" | "settledAt" | "erasedAt">;

/** The words about it that were said without hearing of each other: the office is to look at them. None of one that was erased. */
export function crossingIn({
  words,
  erasedAt,
}: Pick<OpinionCase, "words" | "erasedAt">): readonly AnswerWord[] {
  return erasedAt === undefined ? crossingWords(words) : [];
}

/** How an opinion stands, as the office sorts them. */
export type OpinionState = "open" | "forwarded" | "answered" | "done" | "erased";

/** What a status means to whoever works through them: one that was merely read is open still, until its words are erased. */
export function stateOf({ status, erasedAt }: Pick<Opinion, "status" | "erasedAt">): OpinionState {
  if (erasedAt !== undefined && !isSettled(status)) return "erased";
  return status === "given" || status === "received" ? "open" : status;
}

/** What the office looks for; null where it does not matter. */
export interface OpinionFilter {
  readonly state: OpinionState | "late" | "crossing" | null;
  readonly area: string | null;
  readonly kind: NonNullable<Opinion["kind"]> | "none" | null;
  /** As text; "" for those about no article. */
  readonly article: string | null;
}

/** Those that fit, in their order; `now` in seconds, `days` is the ward's limit. */
export function selectOpinions(
  all: readonly OpinionCase[],
  { state, area, kind, article }: OpinionFilter,
  now: number,
  days: number,
): OpinionCase[] {
  return all.filter(
    (one) =>
      (state === null || isIn(state, one)) &&
      (area === null || (one.area !== null && isWithin(one.area, area))) &&
      (kind === null || (one.kind ?? "none") === kind) &&
      (article === null || String(one.article ?? "") === article),
  );

  function isIn(wanted: NonNullable<OpinionFilter["state"]>, one: OpinionCase): boolean {
    if (wanted === "crossing") return crossingIn(one).length > 0;
    return wanted === "late" ? isLate(one, now, days) : stateOf(one) === wanted;
  }
}

function casesOfAreas(records: readonly WardRecord[], ward: string): OpinionCase[] {
  const about = new Map<string, WardRecord[]>();
  // What was said last holds; of one moment the log's order, in which they come.
  for (const one of records.toSorted((a, b) => a.at - b.at)) {
    if (one.type !== "opinion.given") about.set(one.sub, [...(about.get(one.sub) ?? []), one]);
  }
  return records
    .filter(({ type }) => type === "opinion.given")
    .map((given) => {
      const words = about.get(given.jti) ?? [];
      return words.reduce(follow, caseOf(given, ward, words));
    });
}

function caseOf(record: WardRecord, ward: string, words: readonly WardRecord[]): OpinionCase {
  const { sub, body, personal } = record;
  const channel = body["channel"] === "door" || body["channel"] === "meeting" ? body["channel"] : "app";
  const kind = body["kind"];
  return {
    ...factOf(record),
    place: sub,
    household: null,
    area: sub === ward ? null : sub,
    article: numberIn(body["article"]),
    amendment: textIn(body["amendment"]),
    channel,
    source: body["from"] === FROM_ANYONE ? "anyone" : channel,
    kind: kind === "question" || kind === "proposal" || kind === "report" ? kind : undefined,
    mayPublish: body["publish"] === true,
    text: textIn(personal["text"]),
    by: textIn(personal["by"]),
    forwarded: null,
    status: "given",
    answer: undefined,
    published: null,
    settledAt: null,
    words,
  };
}

function follow(one: OpinionCase, { type, jti, at, body, personal }: WardRecord): OpinionCase {
  if (type === "opinion.forwarded") {
    const forwarded = { to: String(body["to"]), on: String(body["on"]) };
    return { ...one, forwarded, status: "forwarded", settledAt: null };
  }
  const printed = isRecord(body["public"]) ? body["public"] : undefined;
  const [question, shown] = [textIn(printed?.["question"]), textIn(printed?.["answer"])];
  const status = statusIn(body["status"]);
  return {
    ...one,
    status,
    settledAt: isSettled(status) ? at : null,
    answer: textIn(personal["answer"]) ?? shown ?? one.answer,
    published:
      question !== undefined && shown !== undefined ? { jti, question, answer: shown } : one.published,
  };
}

function statusIn(value: unknown): Opinion["status"] {
  return value === "forwarded" || value === "answered" || value === "done" ? value : "received";
}

function textIn(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function numberIn(value: unknown): number | string | undefined {
  return typeof value === "number" || typeof value === "string" ? value : undefined;
}

function dayOf(seconds: number): number {
  return Math.floor((seconds + 7 * 3600) / 86_400);
}
