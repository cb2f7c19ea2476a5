import fc from "fast-check";
import { expect, test } from "vitest";

import type { Entry } from "../../src/domain/said.ts";
import { parseStatement } from "../../src/domain/statement.ts";
import { readStatement } from "../../src/phone/log/records.ts";
import { entriesOf } from "../../src/phone/log/stored.ts";
import { readPage } from "../../src/server/read.ts";
import { toDevice } from "../../src/server/store/rows.ts";
import { findWard } from "../../src/server/wards/wards.ts";
import { must, now } from "../phone/test-phone.ts";
import { anyCommands, expectSoundLog, newModel, type Model, type Step } from "./commands.ts";
import { amount, beginProof } from "./proof.ts";
import { foldOf, shownBy } from "./shown.ts";
import { createVillage, type Seat, type Village } from "./village.ts";

test("whatever happens to phones and server, nothing that was recorded is lost, and all see what is so", async () => {
  const { seed, report } = beginProof("model check");
  const numRuns = amount(100, 2000);
  const done = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(anyCommands(25), async (commands: Iterable<Step>) => {
      const village = await createVillage();
      try {
        const model = newModel(done);
        await fc.asyncModelRun(() => ({ model, real: village }), commands);
        await comeTogether(village);
        await expectAllWell(model, village);
      } finally {
        await village.remove();
      }
    }),
    { seed, numRuns, ...replay() },
  );
  report({ runs: numRuns, ...Object.fromEntries([...done].map(([what, count]) => [what, count])) });
});

/** For whoever looks into a failure: straight to the path that it names, and, which takes its time, to a shorter story. */
function replay(): { readonly path?: string; readonly endOnFailure: boolean } {
  const path = process.env["SO_TAY_PATH"];
  return { endOnFailure: process.env["SO_TAY_SHRINK"] !== "1", ...(path === undefined ? {} : { path }) };
}

/** Everything works again; each phone speaks until there is nothing left to say. */
async function comeTogether(village: Village): Promise<void> {
  for (let round = 0; round < 3; round++) for (const seat of village.seats) await village.exchange(seat);
}

async function expectAllWell(model: Model, village: Village): Promise<void> {
  await expectSoundLog(village);
  const log = await readLog(village);
  await expectNothingLost(model, village, log);
  for (const seat of village.seats) await expectOwnPicture(model, village, seat);
}

interface LogLine {
  readonly seq: number;
  readonly jti: string;
  readonly kid: string;
  readonly type: string;
  readonly sub: string;
}

function readLog({ ward }: Village): Promise<LogLine[]> {
  const all = ward.station().db.selectFrom("statements").select(["seq", "jti", "kid", "type", "sub"]);
  return all.where("ward", "=", ward.slug).orderBy("seq").execute();
}

async function expectNothingLost(
  { said, accepted }: Model,
  village: Village,
  log: readonly LogLine[],
): Promise<void> {
  const { ward } = village;
  const held = await ward
    .station()
    .db.selectFrom("held")
    .select(["jti", "kid", "reason"])
    .where("ward", "=", ward.slug)
    .execute();
  const arrived = new Set([...log, ...held].map(({ jti }) => jti));
  const lost = [...said.keys()].filter((jti) => !arrived.has(jti));
  expect(await Promise.all(lost.map((jti) => whoHas(jti, village)))).toEqual([]);
  const revokedAt = new Map(
    log.filter(({ type }) => type === "device.revoked").map(({ sub, seq }) => [sub, seq]),
  );
  // Nothing of a revoked device came in after that, but by a decision of the office.
  const late = log.filter(({ kid, seq }) => seq > (revokedAt.get(kid) ?? Infinity));
  expect(late.filter(({ jti }) => !accepted.has(jti))).toEqual([]);
  expect(held.filter(({ kid, reason }) => reason === "device-revoked" && !revokedAt.has(kid))).toEqual([]);
}

/** What a failure tells of a statement that did not arrive: which phones have it, and how. */
async function whoHas(jti: string, { seats, ward }: Village): Promise<unknown> {
  const rows = await Promise.all(seats.map(({ life }) => readStatement(life.phone.db, ward.slug, jti)));
  return rows.map((row, at) => [seats[at]?.name, row?.type, row?.standing, row?.reason, row?.seq].join(" "));
}

/**
 * A phone has nothing left to send, and shows exactly the fold of what the ward shows it, and of what the ward has not
 * taken into its log: what is there and out of sight shows nowhere, its own neither.
 */
async function expectOwnPicture({ revoked }: Model, { ward }: Village, seat: Seat): Promise<void> {
  const { phone } = seat.life;
  const { unsent } = await now(phone.watch.sending(ward.slug));
  const rejected = (await now(phone.watch.outbox(ward.slug))).filter(
    ({ standing }) => standing === "rejected",
  );
  expect({ of: seat.name, unsent, rejected }).toEqual({ of: seat.name, unsent: 0, rejected: [] });
  // It is told nothing more.
  if (revoked.has(seat.kid)) return;
  const pending = await phone.db.statements
    .where("[ward+pending]")
    .between([ward.slug, ""], [ward.slug, "\uffff"])
    .toArray();
  const entries = [...(await seenBy(seat, ward)), ...entriesOf(pending)];
  const shown = { of: seat.name, ...(await shownBy(phone, ward.slug)) };
  expect(shown).toEqual({ of: seat.name, ...foldOf(entries, ward.slug) });
}

/** What the ward shows this device of its log, now. */
async function seenBy({ kid }: Seat, ward: Village["ward"]): Promise<Entry[]> {
  const { db } = ward.station();
  const [found, row] = await Promise.all([
    findWard(db, ward.slug),
    db
      .selectFrom("devices")
      .selectAll()
      .where("ward", "=", ward.slug)
      .where("kid", "=", kid)
      .executeTakeFirstOrThrow(),
  ]);
  if (!found) throw new Error("no ward");
  const page = await readPage(db, found, toDevice(row), { after: 0, limit: 5000 });
  return page.lines.map(({ seq, at, s }) => ({
    seq,
    at,
    standing: "log",
    statement: must(parseStatement(s)),
  }));
}
