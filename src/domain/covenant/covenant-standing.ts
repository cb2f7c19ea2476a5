import { factOf, type Fact } from "../household-facts.ts";
import { isRecord } from "../jws.ts";
import { COVENANT_OUTCOMES } from "../kinds/covenant-decided.ts";
import type { Covenant, WardRecord } from "../ward-facts.ts";

export type CovenantOutcome = (typeof COVENANT_OUTCOMES)[number];

/** A decision of the People's Committee about a covenant (`covenant.decided`), about to be recorded. Dates as `2026-11-18`. */
export interface NewCovenantDecision {
  readonly area: string;
  readonly covenant: string;
  readonly outcome: CovenantOutcome;
  readonly number: string;
  readonly date: string;
  readonly authority: string;
  /** The day from which it holds. */
  readonly from: string;
  /** Numbers of the articles; none where it is about the whole covenant. */
  readonly articles: readonly string[];
  /** "" where nobody said why. */
  readonly grounds: string;
  /** The day on which the People's Committee was told of the case; "" where nobody wrote it down. */
  readonly asked: string;
}

/** One that was recorded. */
export interface CovenantDecision extends NewCovenantDecision, Fact {}

/** What does not hold of a covenant. */
export interface Halted {
  /** What suspended or abolished all of it; null where it holds. */
  readonly whole: CovenantDecision | null;
  /** What suspended or abolished single articles, by their numbers. */
  readonly articles: ReadonlyMap<string, CovenantDecision>;
}

/** All decisions among a ward's records, by the day from which they hold; of one day in the order in which they were said. */
export function covenantDecisions(records: readonly WardRecord[]): CovenantDecision[] {
  return records
    .flatMap((record) => decisionIn(record) ?? [])
    .sort((a, b) => (a.from === b.from ? a.at - b.at : a.from < b.from ? -1 : 1));
}

/**
 * What of an edition does not hold by the decisions that hold through a day; without one, of all that is known. A decision is
 * about the edition that stood when it was made: one that was recognised later holds whatever was decided of the one before.
 * What is abolished does not come back; only a new edition does.
 */
export function haltedIn(
  decisions: readonly CovenantDecision[],
  { area, recognition }: Pick<Covenant, "area" | "recognition">,
  through?: string,
): Halted {
  const articles = new Map<string, CovenantDecision>();
  let whole = null as CovenantDecision | null;
  for (const one of decisions) {
    const isMeant = one.area === area && one.date >= recognition.date;
    if (!isMeant || (through !== undefined && one.from > through)) continue;
    if (one.articles.length === 0) {
      if (one.outcome !== "resumed") whole = whole?.outcome === "abolished" ? whole : one;
      else {
        whole = whole?.outcome === "abolished" ? whole : null;
        for (const [number, by] of articles) if (by.outcome === "suspended") articles.delete(number);
      }
      continue;
    }
    for (const number of one.articles) {
      if (articles.get(number)?.outcome === "abolished") continue;
      if (one.outcome === "resumed") articles.delete(number);
      else articles.set(number, one);
    }
  }
  return { whole, articles };
}

/** A decision by which something of an edition does not hold, and which articles; none where that is all of it. */
export interface Halt {
  readonly by: CovenantDecision;
  readonly articles: readonly string[];
}

/** The decisions by which something of an edition does not hold, each once: of all of it first, then in the articles' order. */
export function haltsOf({ whole, articles }: Halted): Halt[] {
  const byDecision = new Map<CovenantDecision, string[]>();
  if (whole) byDecision.set(whole, []);
  for (const [number, by] of articles) {
    if (by !== whole) byDecision.set(by, [...(byDecision.get(by) ?? []), number]);
  }
  return [...byDecision].map(([by, numbers]) => ({ by, articles: numbers }));
}

function decisionIn(record: WardRecord): CovenantDecision | null {
  const { type, sub, body } = record;
  const outcome = COVENANT_OUTCOMES.find((one) => one === body["outcome"]);
  const { decision } = body;
  if (type !== "covenant.decided" || !outcome || !isRecord(decision)) return null;
  const articles = Array.isArray(body["articles"]) ? body["articles"].map(String) : [];
  return {
    ...factOf(record),
    area: sub,
    covenant: String(body["covenant"]),
    outcome,
    number: String(decision["number"]),
    date: String(decision["date"]),
    authority: String(decision["authority"]),
    from: String(body["from"]),
    articles,
    grounds: String(body["grounds"] ?? ""),
    asked: String(body["asked"] ?? ""),
  };
}
