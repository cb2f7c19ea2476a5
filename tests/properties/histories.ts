import fc from "fast-check";
import type { Household } from "../../src/domain/household-facts.ts";
import { foldHousehold } from "../../src/domain/household.ts";
import { heirOf, mergedInto } from "../../src/domain/household/mergers.ts";
import type { Entry } from "../../src/domain/said.ts";
import type { Author } from "../../src/domain/signed/retractions.ts";
import type { Statement } from "../../src/domain/statement.ts";
import { id, kid, logged, said, unsent } from "../domain/statements.ts";

export const HOUSEHOLDS = [id(1), id(2), id(3), id(4)];
export const CAMPAIGNS = ["2025", "2026"];

/** An office, two volunteers of whom one has a new phone, a household's own phone, and a key that nobody knows. */
const DEVICES = [1, 2, 3, 4, 5, 6].map(kid);
const PEOPLE: readonly (Author | undefined)[] = [
  { person: id(101), role: "office" },
  { person: id(102), role: "volunteer" },
  { person: id(102), role: "volunteer" },
  { person: id(103), role: "volunteer" },
  { person: id(104), role: "household" },
  undefined,
];

/** Who stands behind a device of these histories. */
export function authors(device: string): Author | undefined {
  return PEOPLE[DEVICES.indexOf(device)];
}

/** One thing that somebody says, before it has an id. `target` counts from itself to what it may speak of. */
interface Event {
  readonly what: number;
  readonly household: number;
  readonly other: number;
  readonly target: number;
  readonly device: number;
  readonly campaign: number;
  readonly value: number;
  readonly iat: number;
  /** Seconds from making to receipt; below zero where the clock is fast. */
  readonly delay: number;
  readonly standing: "log" | "log" | "held" | "unsent";
}

const anyEvent: fc.Arbitrary<Event> = fc.record({
  what: fc.nat(),
  household: fc.nat(HOUSEHOLDS.length - 1),
  other: fc.nat(HOUSEHOLDS.length - 1),
  target: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.nat(40)),
  device: fc.nat(DEVICES.length - 1),
  campaign: fc.nat(CAMPAIGNS.length - 1),
  value: fc.nat(5),
  // Few times, so that many are the same.
  iat: fc.integer({ min: 1000, max: 1060 }),
  delay: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.constantFrom(-700, -300, -20, 100_000)),
  standing: fc.constantFrom("log", "log", "log", "held", "unsent"),
});

/** Few kinds, few households, few times: what may get in each other's way has to meet. */
const events: fc.Arbitrary<Event[]> = fc
  .record({
    all: fc.array(anyEvent, { minLength: 1, maxLength: 40 }),
    theme: fc.uniqueArray(fc.nat(1000), { minLength: 1, maxLength: 8 }),
    homes: fc.constantFrom(1, 1, 2, 3, 4),
    span: fc.constantFrom(2, 5, 60),
  })
  .map(({ all, theme, homes, span }) =>
    all.map((one) => ({
      ...one,
      what: theme[one.what % theme.length] ?? 0,
      household: one.household % homes,
      other: one.other % homes,
      iat: 1000 + (one.iat % span),
    })),
  );

/** Histories of some households in the order of the log: in any order of time, of all kinds about households or of some types. */
export function historiesOf(...types: readonly string[]): fc.Arbitrary<Entry[]> {
  return events.map((list) => list.map((_one, at) => entryOf(list, at, types)));
}

/** The same with every time of making apart, all in the log and with clocks that are right. */
export function clearHistoriesOf(...types: readonly string[]): fc.Arbitrary<Entry[]> {
  return events
    .map((list) =>
      list.map((one, at) => ({ ...one, iat: 1000 + 20 * at, delay: 1, standing: "log" as const })),
    )
    .map((list) => list.map((_one, at) => entryOf(list, at, types)));
}

function entryOf(list: readonly Event[], at: number, types: readonly string[]): Entry {
  const event = list[at];
  if (!event) throw new Error("no such event");
  const statement = statementOf(list, at, types);
  if (event.standing !== "log") return unsent(statement, event.standing);
  return logged(at + 1, statement, Math.max(0, (event.iat + event.delay) * 1000 + event.value));
}

function statementOf(list: readonly Event[], at: number, types: readonly string[]): Statement {
  const event = list[at];
  if (!event) throw new Error("no such event");
  const target = (at + event.target + 40 * list.length) % list.length;
  const aim = list[target];
  const about = { sub: jtiOf(target), in: HOUSEHOLDS[aim?.household ?? 0] ?? "" };
  const sub = HOUSEHOLDS[event.household] ?? "";
  const parts = says(event, types, { sub, about, target: jtiOf(target) });
  const device = DEVICES[event.device] ?? "";
  const personal = Object.fromEntries(
    Object.entries(parts.personal ?? {}).map(([name, value]) => [name, ownWord(value, at)]),
  );
  return said({ jti: jtiOf(at), n: at + 1, iat: event.iat, kid: device, sub, ...parts, personal });
}

/** Words that stand in no other statement, so that their traces can be told. */
function ownWord(value: unknown, at: number): unknown {
  return typeof value === "string" ? `${value} ${1000 + at}` : value;
}

function jtiOf(at: number): string {
  return id(1000 + at);
}

interface Aims {
  readonly sub: string;
  readonly about: { readonly sub: string; readonly in: string };
  readonly target: string;
}

type Parts = Omit<Parameters<typeof said>[0], "jti">;

/** What an event says, among all kinds or those of some types. */
function says(event: Event, types: readonly string[], { sub, about, target }: Aims): Parts {
  const { value } = event;
  const campaign = CAMPAIGNS[event.campaign] ?? "";
  const other = HOUSEHOLDS[event.other] ?? "";
  const purposes = ["record", "photo", "__proto__"].slice(0, 1 + (value % 3));
  const all: readonly Parts[] = [
    {
      type: "household.registered",
      body: { area: `kp2/t0${value}`, members: value },
      personal: { number: value, head: `Hộ ${value}`, address: "", phone: `09${value}` },
    },
    {
      type: "household.changed",
      body: { members: value },
      personal: { head: `Chủ ${value}`, note: `Ghi ${value}` },
    },
    {
      type: "household.changed",
      body: {},
      personal: { number: `${value}A`, address: `Số ${value}` },
    },
    { type: "household.moved", body: { area: `kp3/t0${value}` }, personal: { number: value } },
    { type: "household.merged", body: { into: other } },
    { type: "household.split", body: { into: [other] } },
    { type: "household.closed", body: { reason: "other" } },
    {
      type: "consent.given",
      body: { purposes, version: value, at: 1000 },
      personal: { by: `Người ${value}` },
    },
    { type: "consent.withdrawn", body: { purposes }, personal: { note: "Không" } },
    { type: "handbook.delivered", body: { edition: value, how: "hand" } },
    { type: "handbook.delivered", body: { edition: value, how: "hand", another: true } },
    {
      type: "visit.logged",
      body: { outcome: "comeBack", at: value },
      personal: { note: `Ghi ${value}` },
    },
    { type: "visit.logged", body: { outcome: "absent" } },
    {
      type: "pledge.signed",
      body: { campaign, edition: 4, agreed: [`i${value}`], declined: [], medium: "screen", consent: target },
      personal: { signer: `Người ${value}`, relation: "head", strokes: `M${value} 1l9 9` },
    },
    { type: "pledge.withdrawn", body: { campaign } },
    { type: "pledge.preferred", body: { campaign, pledge: target } },
    { type: "request.made", body: { kind: "see" }, personal: { text: `Hỏi ${value}` } },
    {
      type: "request.answered",
      ...about,
      body: { outcome: "given" },
      personal: { text: `Đáp ${value}` },
    },
    { type: "opinion.given", body: { channel: "door" }, personal: { text: `Ý ${value}`, by: "Ai" } },
    { type: "opinion.forwarded", ...about, body: { to: `UBND ${value}`, on: "2026-11-20" } },
    {
      type: "opinion.answered",
      ...about,
      body: { status: "done" },
      personal: { answer: `Đáp ${value}` },
    },
    { type: "meeting.attended", body: { meeting: target, present: true } },
    {
      type: "contribution.recorded",
      body: { kind: "cash", quantity: value, unit: "đồng", for: "Đèn" },
    },
    { type: "indicator.observed", body: { indicator: "flags", period: "2026", value } },
    { type: "commendation.granted", body: { level: "phuong" }, personal: { for: `Việc ${value}` } },
    { type: "round.assigned", body: { person: id(102), from: "2026-11-01", to: "2026-11-30" } },
    {
      type: "statement.retracted",
      ...about,
      body: { reason: "mistake" },
      personal: { note: "Nhầm" },
    },
    { type: "statement.retracted", ...about, body: { reason: "duplicate" } },
    {
      type: "statement.decided",
      ...about,
      body: { decision: value < 3 ? "accept" : "refuse", reason: "other" },
    },
    {
      type: "data.erased",
      sub,
      body: value < 3 ? {} : { names: ["head", "note", "signer"].slice(value - 3) },
    },
    { type: "data.erased", sub, body: { statements: [target] } },
    { type: "data.erased", sub: target, body: {} },
    { type: "garden.blessed", body: { trees: value }, personal: { by: "Ai" } },
    { type: "household.changed", v: 2, body: { members: { many: value } } },
    { type: "data.erased", v: 2, sub, body: {} },
    { type: "statement.retracted", v: 2, ...about, body: { reason: "mistake" } },
  ];
  const fitting = types.length === 0 ? all : all.filter(({ type }) => types.includes(type));
  const parts = fitting[event.what % fitting.length];
  if (!parts) throw new Error("no such kind");
  return parts;
}

/** All households of a history by their ids: each alone first, then those that stand for others with what was said of these. */
export function foldAll(entries: readonly Entry[]): Map<string, Household> {
  const alone = new Map(HOUSEHOLDS.map((one) => [one, foldHousehold(one, inSight(entries, [one]), authors)]));
  const mergers = mergersOf(alone);
  const heirs = HOUSEHOLDS.filter((one) => heirOf(one, mergers) === one);
  return new Map(
    heirs.map((heir) => {
      const whole = HOUSEHOLDS.filter((one) => heirOf(one, mergers) === heir);
      return [heir, foldHousehold(heir, inSight(entries, whole), authors)];
    }),
  );
}

/** Which household was merged into which, by their own folds. */
export function mergersOf(households: ReadonlyMap<string, Household>): Map<string, string> {
  const mergers = new Map<string, string>();
  for (const [one, household] of households) {
    const into = mergedInto(household);
    if (into !== null) mergers.set(one, into);
  }
  return mergers;
}

/** What stands by these households, and the erasures that may reach it. */
export function inSight(entries: readonly Entry[], households: readonly string[]): Entry[] {
  return entries.filter(({ statement: { claims } }) => {
    return claims.type === "data.erased" || households.includes(claims.in ?? claims.sub);
  });
}

/** The entries of a history with new numbers in the log. */
export function renumbered(entries: readonly Entry[], numbers: readonly number[]): Entry[] {
  return entries.map((entry, at) =>
    entry.seq === null ? entry : { ...entry, seq: numbers[at] ?? entry.seq },
  );
}
