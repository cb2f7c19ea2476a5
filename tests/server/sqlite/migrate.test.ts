import Database from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { expect, test } from "vitest";

import { makeTables } from "../../../src/server/store/make-tables.ts";
import { migrate } from "../../../src/server/store/migrate.ts";
import type { Schema } from "../../../src/server/store/schema.ts";
import { absence, createSmallWard, enrolment } from "../small-ward.ts";
import { createSpeaker, newId } from "../speaker.ts";

test("a store of the first version learns the numbers of what is held, and which devices there are two of", async () => {
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: new Database(":memory:") }) });
  try {
    await db.transaction().execute(makeTables);
    await db.schema.createTable("migrations").addColumn("name", "text").addColumn("at", "text").execute();
    await db.insertInto("migrations").values({ name: "001-tables" }).execute();
    const ward = "phuong-cu";
    await db.insertInto("wards").values({ ward, epoch: "e", head: 3, saved: 0, signed: 2 }).execute();
    const [once, twice] = [await createSpeaker(ward), await createSpeaker(ward)];
    for (const [kid, invite] of [
      [once.kid, "a"],
      [twice.kid, "b"],
      ["ward-key", ""],
    ] as const) {
      const lists = { areas: "[]", households: "[]", household: null, revoked_seq: null };
      const device = { ward, kid, key: "{}", role: "volunteer", person: newId(), invite, enrolled_seq: 1 };
      await db
        .insertInto("devices")
        .values({ ...device, ...lists, scope: 0 } as never)
        .execute();
    }
    const place = newId();
    for (const [seq, kid, n] of [
      [1, once.kid, 6],
      [2, twice.kid, 7],
      [3, "ward-key", 1],
      [4, "ward-key", 1],
    ] as const) {
      const row = { ward, seq, at: 1, jti: newId(), kid, n, type: "visit.logged", sub: place, place };
      const rest = { inside: null, topic: "visit.logged", public: 0, jws: "", disclosures: "" };
      await db
        .insertInto("statements")
        .values({ ...row, ...rest })
        .execute();
    }
    for (const speaker of [once, twice]) {
      const [jws = ""] = (await speaker.say(absence(place), { n: 7 })).split("~");
      const row = { ward, jti: newId(), at: 1, reason: "beyond-area", kid: speaker.kid, sub: place };
      await db
        .insertInto("held")
        .values({ ...row, jws, disclosures: "" } as never)
        .execute();
    }

    expect(await migrate(db)).toEqual({ ok: true, value: null });

    const held = await db.selectFrom("held").select("n").execute();
    expect(held).toEqual([{ n: 7 }, { n: 7 }]);
    const copied = await db.selectFrom("devices").select("kid").where("copied", "=", 1).execute();
    expect(copied).toEqual([{ kid: twice.kid }]);
    expect(await migrate(db)).toEqual({ ok: true, value: null });
  } finally {
    await db.destroy();
  }
});

test("a store of before learns which key each code opened to first, and forgets when somebody's own phone was opened", async () => {
  const ward = await createSmallWard();
  try {
    const { db } = ward.store;
    const [code, again] = [newId(), newId()];
    for (const invite of [code, again]) {
      const draft = enrolment(ward.home, "household", [], ward.households[0]);
      await ward.push(await ward.key.say({ ...draft, body: { ...draft.body, invite } }));
    }
    const seen = { ward: ward.slug, heard_at: 1, sent_at: null, version: null, clock_offset: null };
    for (const { kid } of [ward.home, ward.anna])
      await db
        .insertInto("devices_seen")
        .values({ ...seen, kid })
        .execute();
    const before = await db.selectFrom("used_invites").selectAll().orderBy("invite").execute();
    await db.schema.dropTable("used_invites").execute();
    await db
      .deleteFrom("migrations")
      .where("name", "in", ["010-used-invites", "011-forget-visits"])
      .execute();

    expect(await migrate(db)).toEqual({ ok: true, value: null });

    expect(await db.selectFrom("used_invites").selectAll().orderBy("invite").execute()).toEqual(before);
    expect(before.filter(({ kid }) => kid === ward.home.kid).map(({ invite }) => invite)).toEqual(
      expect.arrayContaining([code, again]),
    );
    const left = await db.selectFrom("devices_seen").select("kid").execute();
    expect(left).toEqual([{ kid: ward.anna.kid }]);
  } finally {
    await ward.remove();
  }
});
