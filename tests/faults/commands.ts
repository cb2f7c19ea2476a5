import fc, { type AsyncCommand } from "fast-check";
import { expect } from "vitest";

import { placeOf } from "../../src/domain/signed/place.ts";
import { parseStatement, type Draft } from "../../src/domain/statement.ts";
import { listHeld } from "../../src/server/held.ts";
import { absence, delivery, pledging, registration } from "../phone/real-ward.ts";
import { must, now } from "../phone/test-phone.ts";
import { newId } from "../server/speaker.ts";
import { clear, type Line, type Seat, type Village } from "./village.ts";

/** What must be true, as plainly as it can be said. */
export interface Model {
  /** Every statement that a phone kept, by its id, with the device that signed it. */
  readonly said: Map<string, string>;
  /** Devices that the office has revoked. */
  readonly revoked: Set<string>;
  /** Statements that the office has accepted by its own decision. */
  readonly accepted: Set<string>;
  /** Backups that were made. */
  readonly backups: string[];
  /** How often each thing was done. */
  readonly done: Map<string, number>;
}

export function newModel(done: Map<string, number>): Model {
  return { said: new Map(), revoked: new Set(), accepted: new Set(), backups: [], done };
}

export type Step = AsyncCommand<Model, Village>;

/** Anything that may happen, in any order. */
export function anyCommands(most: number): fc.Arbitrary<Iterable<Step>> {
  const seat = fc.nat(7);
  const home = fc.nat(7);
  const moment = fc.option(fc.integer({ min: 1, max: 12 }), { freq: 3 });
  const kinds: fc.Arbitrary<Step>[] = [
    fc.tuple(seat, home, fc.nat(5), moment).map(record),
    fc.tuple(seat, home, fc.nat(5), moment).map(record),
    fc.tuple(seat, moment).map(push),
    fc.tuple(seat, moment).map(pull),
    fc.tuple(seat, moment).map(exchange),
    fc.tuple(seat, moment).map(exchange),
    fc.tuple(seat, fc.nat(3)).map(loseAnswers),
    fc.tuple(seat, fc.nat(3), fc.nat(40)).map(crashServer),
    fc.constant(backUp()),
    fc.nat(3).map(restore),
    fc.tuple(seat, seat).map(revoke),
    fc.tuple(seat, fc.subarray(["kp1", "kp1/t02", "kp2"], { minLength: 1 })).map(widen),
    fc.tuple(home, fc.constantFrom("kp1/t01", "kp1/t02", "kp2/t06")).map(move),
    fc.tuple(home, home).map(merge),
    fc.tuple(home, fc.nat(2)).map(erase),
    fc.tuple(fc.nat(3), fc.constantFrom("accept", "refuse")).map(decide),
    fc.constantFrom("kp1", "kp2").map(enrol),
    seat.map(clone),
    fc.tuple(seat, fc.constantFrom(-YEAR, 0, YEAR)).map(turnClock),
  ];
  return fc.commands(kinds, { maxCommands: most, size: "max" });
}

const YEAR = 365 * 86_400_000;
const MOST_SEATS = 6;

function step(name: string, run: Step["run"], check: (model: Model) => boolean = () => true): Step {
  return {
    check,
    async run(model, village) {
      const { length } = village.seats;
      const before = model.said.size;
      await run(model, village);
      village.ward.time += 1000 + 137 * (model.said.size + length);
      const kind = name.replace(/\W.*/, "");
      model.done.set(kind, (model.done.get(kind) ?? 0) + 1);
      model.done.set("statements", (model.done.get("statements") ?? 0) + model.said.size - before);
      await expectSoundLog(village);
    },
    toString: () => name,
  };
}

function sitting({ seats }: Village, at: number): Seat {
  const seat = seats[at % seats.length];
  if (!seat) throw new Error("nobody is there");
  return seat;
}

/** What a phone says of a household that it shows. */
function record([at, home, what, moment]: [number, number, number, number | null]): Step {
  return step(`record(${at}, ${home}, ${what}${dying(moment)})`, async (model, village) => {
    const seat = sitting(village, at);
    const round = await now(seat.life.phone.watch.round(village.ward.slug));
    const id = round[home % Math.max(1, round.length)]?.id ?? village.homes[home % village.homes.length];
    if (id === undefined) throw new Error("there is no household");
    await says(model, village, seat, draftsOf(what, id), moment);
  });
}

function draftsOf(what: number, id: string): Draft[] {
  switch (what) {
    case 0:
      return [absence(id, "Đi chợ")];
    case 1:
      return [delivery(id)];
    case 2:
      return pledging(id);
    case 3:
      return [
        { type: "household.changed", sub: id, body: { members: 7 }, personal: { phone: "0900 000 002" } },
      ];
    case 4:
      return [registration(newId(), "kp1/t01", 90, "Hộ mới")];
    default:
      return [{ type: "opinion.given", sub: id, body: { channel: "door" }, personal: { text: "Đèn hỏng" } }];
  }
}

/** Keeps all of an act or none of it, whenever the phone dies; and what it said was kept is kept. */
async function says(
  model: Model,
  { ward }: Village,
  seat: Seat,
  drafts: readonly Draft[],
  moment: number | null = null,
): Promise<void> {
  const named = drafts.map((draft) => ({ ...draft, jti: draft.jti ?? newId() }));
  if (moment !== null) seat.life.dieAt(moment);
  const said = await seat.life.phone.act.say(ward.slug, named);
  const died = seat.life.isDead();
  if (died) seat.life = seat.life.revive();
  else seat.life.dieAt(Infinity);
  if (!said.ok && !died) expect(said.error).toBe("not-enrolled");
  const { db } = seat.life.phone;
  const rows = await db.statements.bulkGet(named.map(({ jti }) => [ward.slug, jti] as [string, string]));
  const kept = rows.filter((row) => row !== undefined);
  expect(kept.length).toBe(said.ok || kept.length > 0 ? named.length : 0);
  for (const { jti } of kept) model.said.set(jti, seat.kid);
}

async function exchanges(village: Village, seat: Seat, line: Line, moment: number | null): Promise<void> {
  seat.line = line;
  if (moment !== null) seat.life.dieAt(moment);
  await village.exchange(seat);
  seat.life.dieAt(Infinity);
  seat.line = clear;
}

const unreachable = () => Promise.reject(new TypeError("Failed to fetch"));

function push([at, moment]: [number, number | null]): Step {
  return step(`push(${at}${dying(moment)})`, (_model, village) =>
    exchanges(village, sitting(village, at), (pass, isPush) => (isPush ? pass() : unreachable()), moment),
  );
}

function pull([at, moment]: [number, number | null]): Step {
  return step(`pull(${at}${dying(moment)})`, (_model, village) => {
    // What is not to be sent gets no answer at all, and the attempt ends there: so nothing may wait.
    return exchanges(
      village,
      sitting(village, at),
      (pass, isPush) => (isPush ? unreachable() : pass()),
      moment,
    );
  });
}

function exchange([at, moment]: [number, number | null]): Step {
  return step(`exchange(${at}${dying(moment)})`, (_model, village) =>
    exchanges(village, sitting(village, at), clear, moment),
  );
}

/** From one call on, the ward takes what is sent, and nobody hears of it. */
function loseAnswers([at, from]: [number, number]): Step {
  return step(`loseAnswers(${at}, ${from})`, async (_model, village) => {
    let calls = 0;
    const line: Line = async (pass) => {
      const answer = await pass();
      if (calls++ < from) return answer;
      return unreachable();
    };
    await exchanges(village, sitting(village, at), line, null);
  });
}

/** The server ends at a call, some steps after it came. */
function crashServer([at, from, steps]: [number, number, number]): Step {
  return step(`crashServer(${at}, ${from}, ${steps})`, async (_model, village) => {
    let calls = 0;
    let crashed = false;
    const line: Line = async (pass) => {
      if (calls++ !== from) return pass();
      const passing = pass().catch(() => null);
      for (let i = 0; i < steps; i++) await new Promise((resolve) => setImmediate(resolve));
      await village.ward.crash();
      crashed = true;
      await passing;
      return unreachable();
    };
    await exchanges(village, sitting(village, at), line, null);
    if (!crashed) await village.ward.crash();
  });
}

function backUp(): Step {
  return step("backUp()", async (model, { ward }) => {
    model.backups.push(await ward.backUp());
  });
}

function restore(which: number): Step {
  return step(
    `restore(${which})`,
    async ({ backups }, { ward }) => {
      const copy = backups[which % backups.length];
      if (copy !== undefined) await ward.restore(copy);
    },
    ({ backups }) => backups.length > 0,
  );
}

function revoke([at, by]: [number, number]): Step {
  return step(`revoke(${at}, ${by})`, async (model, village) => {
    const seat = sitting(village, at);
    const office = village.seats[0];
    if (!office || seat.kid === office.kid) return;
    await says(model, village, office, [
      {
        type: "device.revoked",
        sub: seat.kid,
        body: { reason: "other", from: Math.floor(village.ward.time / 1000) },
      },
    ]);
    model.revoked.add(seat.kid);
    if (by % 2 === 0) await village.exchange(office);
  });
}

function widen([at, areas]: [number, string[]]): Step {
  return step(`widen(${at}, ${areas.join("+")})`, async (model, village) => {
    const seat = sitting(village, at);
    const office = village.seats[0];
    if (!office || seat.kid === office.kid) return;
    const body = { areas, from: 1, to: 2_000_000_000 };
    await says(model, village, office, [{ type: "device.assigned", sub: seat.kid, body }]);
    await village.exchange(office);
  });
}

function officeSays(
  name: string,
  draft: (village: Village, model: Model) => Draft | null | Promise<Draft | null>,
): Step {
  return step(name, async (model, village) => {
    const [office] = village.seats;
    const said = await draft(village, model);
    if (office && said) await says(model, village, office, [said]);
  });
}

function move([home, area]: [number, string]): Step {
  return officeSays(`move(${home}, ${area})`, ({ homes }) => {
    const sub = homes[home % homes.length] ?? "";
    return { type: "household.moved", sub, body: { area }, personal: { number: 20 + home } };
  });
}

function merge([home, other]: [number, number]): Step {
  return officeSays(`merge(${home}, ${other})`, ({ homes }) => {
    const [sub, into] = [homes[home % homes.length] ?? "", homes[other % homes.length] ?? ""];
    return sub === into ? null : { type: "household.merged", sub, body: { into } };
  });
}

function erase([home, what]: [number, number]): Step {
  return officeSays(`erase(${home}, ${what})`, ({ homes }) => {
    const sub = homes[home % homes.length] ?? "";
    return {
      type: "data.erased",
      sub,
      body: what === 0 ? {} : { names: what === 1 ? ["signer"] : ["note", "phone"] },
    };
  });
}

/** What became of a statement that waits at the ward. */
function decide([at, decision]: [number, string]): Step {
  return officeSays(`decide(${at}, ${decision})`, async ({ ward }, { accepted }) => {
    const lines = await listHeld(ward.station().db, ward.slug);
    const line = lines[at % Math.max(1, lines.length)];
    if (!line) return null;
    if (decision === "accept") accepted.add(line.jti);
    const place = placeOf(must(parseStatement(line.s)));
    const body = { decision, reason: "other" };
    return { type: "statement.decided", sub: line.jti, in: place === "" ? ward.slug : place, body };
  });
}

function enrol(area: string): Step {
  return step(`enrol(${area})`, async (_model, village) => {
    if (village.seats.length < MOST_SEATS) await village.enrol("volunteer", [area]);
  });
}

function clone(at: number): Step {
  return step(`clone(${at})`, async (_model, village) => {
    if (village.seats.length < MOST_SEATS) await village.clone(sitting(village, at));
  });
}

function turnClock([at, skew]: [number, number]): Step {
  return step(`turnClock(${at}, ${skew / YEAR} y)`, async (_model, village) => {
    sitting(village, at).skew = skew;
  });
}

function dying(moment: number | null): string {
  return moment === null ? "" : `, dies at ${moment}`;
}

/** Numbers are 1, 2, 3 … without a gap, up to the head; no id stands twice. */
export async function expectSoundLog({ ward }: Village): Promise<void> {
  const { db } = ward.station();
  const rows = await db
    .selectFrom("statements")
    .select(["seq", "jti"])
    .where("ward", "=", ward.slug)
    .orderBy("seq")
    .execute();
  const { head } = await db
    .selectFrom("wards")
    .select("head")
    .where("ward", "=", ward.slug)
    .executeTakeFirstOrThrow();
  expect(rows.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: Number(head) }, (_, at) => at + 1));
  expect(new Set(rows.map(({ jti }) => jti)).size).toBe(rows.length);
}
