import { factOf } from "../household-facts.ts";
import { isRecord } from "../jws.ts";
import type { AmendmentRecord, Chapter } from "../ward-facts.ts";
import {
  AMENDMENT_KINDS,
  STEPS,
  type AmendmentCase,
  type NewStep,
  type PostedText,
  type Refusal,
  type Step,
  type TakenStep,
} from "./amendment-case.ts";
import { rankOf, refusalsOf } from "./check-step.ts";

/** The files of a ward, the one opened last first, from what was said of changes (`amendment.*`) in the log's order. */
export function amendmentsIn(records: readonly AmendmentRecord[]): AmendmentCase[] {
  const files = new Map<string, AmendmentCase>();
  for (const record of records) {
    if (record.type === "amendment.opened") files.set(record.sub, opened(record));
  }
  const taken = records
    .map((record) => [record.sub, stepIn(record)] as const)
    .filter((pair): pair is readonly [string, TakenStep] => pair[1] !== null)
    .toSorted(([, a], [, b]) => inTime(a, b));
  for (const [id, step] of taken) {
    const file = files.get(id);
    if (file) files.set(id, take(file, step));
  }
  return [...files.values()].sort((a, b) => b.at - a.at);
}

/**
 * A file after one more step. What comes later in the order is overtaken by it: a draft that is posted anew is to be discussed
 * and decided anew. What the law does not let count is kept aside.
 */
export function take(file: AmendmentCase, step: TakenStep): AmendmentCase {
  const refusals = refusalsOf(file, step);
  if (refusals.length > 0) return { ...file, disputed: [...file.disputed, { taken: step, refusals }] };
  const isOvertaken = (one: TakenStep) =>
    one.step === step.step || (!BESIDE.has(step.step) && rankOf(one.step) >= rankOf(step.step));
  return {
    ...file,
    steps: [...file.steps.filter((one) => !isOvertaken(one)), step].sort(
      (a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step),
    ),
    past: [...file.past, ...file.steps.filter(isOvertaken)],
  };
}

/** Why a step cannot be said anew with other words: it would not count itself, or what was recorded after it would not any more. */
export function correctionRefusals(
  file: AmendmentCase,
  old: string,
  next: NewStep,
  today: string,
): Refusal[] {
  if (next.date > today) return refusalsOf({ ...file, steps: [] }, next, today);
  const all = [...file.steps, ...file.past, ...file.disputed.map(({ taken }) => taken)];
  const anew = all.map((one) => (one.jti === old ? { ...one, ...next } : one)).sort(inTime);
  const empty: AmendmentCase = { ...file, steps: [], past: [], disputed: [] };
  const { disputed } = anew.reduce(take, empty);
  const own = disputed.find(({ taken }) => taken.jti === old);
  if (own) return [...own.refusals];
  const before = new Set(file.disputed.map(({ taken }) => taken.jti));
  const unsettled = disputed.find(({ taken }) => !before.has(taken.jti));
  if (!unsettled) return [];
  return [{ code: "unsettles", field: "step", values: { needed: unsettled.taken.step } }];
}

/** Steps that take only their own place: others do not hang on them. */
const BESIDE: ReadonlySet<Step> = new Set(["opinions", "minutes", "ended"]);

/** By the day on which it happened; of one day in the order in which they were recorded. */
function inTime(a: TakenStep, b: TakenStep): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.at - b.at || rankOf(a.step) - rankOf(b.step);
}

function opened({ jti, kid, at, sub, in: area, body }: AmendmentRecord): AmendmentCase {
  const { kind, title, money, covenant } = body;
  return {
    id: sub,
    jti,
    kid,
    at,
    area,
    covenant: String(covenant),
    kind: AMENDMENT_KINDS.find((one) => one === kind) ?? "change",
    title: typeof title === "string" ? title : "",
    money: money === true,
    steps: [],
    past: [],
    disputed: [],
  };
}

function stepIn(record: AmendmentRecord): TakenStep | null {
  const { type, body, personal } = record;
  const step = STEPS.find((one) => one === body["step"]);
  if (type !== "amendment.stepped" || !step) return null;
  const words = Object.entries(personal).filter(
    (pair): pair is [string, string] => typeof pair[1] === "string",
  );
  return {
    ...factOf(record),
    step,
    date: String(body["date"]),
    figures: isRecord(body["figures"]) ? body["figures"] : {},
    draft: postedIn(body["draft"]),
    personal: Object.fromEntries(words),
  };
}

function postedIn(value: unknown): PostedText | null {
  if (!isRecord(value) || !Array.isArray(value["chapters"])) return null;
  return { title: String(value["title"] ?? ""), chapters: value["chapters"] as readonly Chapter[] };
}
