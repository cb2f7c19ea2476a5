// The app's own phone code in a page: enrols, loads a ward, says, pushes. Runs where a benchmark evaluates it.
import { Dexie } from "dexie";

import { browserEnv } from "../../../src/phone/browser-env.ts";
import { createPhone } from "../../../src/phone/create-phone.ts";
import { createClock } from "../../../src/phone/time/clock.ts";
import { createExchange } from "../../../src/phone/exchange/exchange.ts";
import { push } from "../../../src/phone/exchange/push.ts";
import { readAll } from "../../../src/phone/log/records.ts";
import { unpackViews } from "../../../src/phone/views/view-packs.ts";

const chance = {
  now: () => Date.now(),
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
};
const env = browserEnv(globalThis, chance, null);
const parts = { env, clock: createClock(env.now) };
const phone = createPhone(env);

globalThis.phone = { enrol, load, bare, say, send };

async function enrol(ward, code) {
  const enrolled = await phone.act.enrol({ ward, code, deviceName: "Máy đo" });
  if (!enrolled.ok) throw new Error(enrolled.error);
}

/** Milliseconds until all is kept and the round's rows are there. */
async function load(ward) {
  const start = performance.now();
  const attempt = await createExchange(parts)(ward);
  const rows = await new Promise((resolve) => {
    const stop = phone.watch.round(ward)((all) => {
      resolve(all);
      queueMicrotask(() => stop?.());
    });
  });
  const elapsed = performance.now() - start;
  if (attempt.how !== "done") throw new Error(JSON.stringify(attempt));
  return { elapsed, households: rows.length, statements: (await readAll(env.db, ward)).length };
}

/** Milliseconds of one `bulkAdd` of what this phone has kept, a row a statement and a row a view, as durable as the phone's. */
async function bare(ward) {
  const statements = (await readAll(env.db, ward)).map((row) => ({ ...row, pack: undefined }));
  const packed = (await env.db.viewPacks.toArray()).flatMap(unpackViews);
  const views = [...(await env.db.views.toArray()), ...packed.map((row) => ({ ...row, pack: undefined }))];
  await Dexie.delete("bare");
  const db = new Dexie("bare", { chromeTransactionDurability: "strict", cache: "disabled" });
  const { schema: statementSchema } = env.db.statements;
  const { schema: viewSchema } = env.db.views;
  db.version(1).stores({ statements: sourceOf(statementSchema), views: sourceOf(viewSchema) });
  await db.open();
  const start = performance.now();
  await db.transaction("rw", db.tables, () =>
    Promise.all([db.table("statements").bulkAdd(statements), db.table("views").bulkAdd(views)]),
  );
  const elapsed = performance.now() - start;
  await db.delete();
  return elapsed;
}

function sourceOf({ primKey, indexes }) {
  return [primKey, ...indexes].map(({ src }) => src).join(", ");
}

/** One visit at each household, kept and not yet sent. */
async function say(ward, count) {
  const rows = await new Promise((resolve) => {
    const stop = phone.watch.round(ward)((all) => {
      resolve(all);
      queueMicrotask(() => stop?.());
    });
  });
  for (const { id } of rows.slice(0, count)) {
    const draft = {
      type: "visit.logged",
      sub: id,
      body: { outcome: "absent" },
      personal: { note: "Chiều về" },
    };
    const said = await phone.act.say(ward, [draft]);
    if (!said.ok) throw new Error(said.error);
  }
}

/** Milliseconds until the ward has taken all, and this phone has kept that. */
async function send(ward) {
  const start = performance.now();
  const pushed = await push(parts, ward);
  const elapsed = performance.now() - start;
  if (!pushed.ok) throw new Error(pushed.error.error);
  return elapsed;
}
