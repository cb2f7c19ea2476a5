import { connect, createServer, type Server, type Socket } from "node:net";
import { sql } from "kysely";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { createApp } from "../../../src/server/app.ts";
import type { Access } from "../../../src/server/store/postgres-pool.ts";
import { openPostgres } from "../../../src/server/store/postgres.ts";
import { createCommandLine } from "../command-line.ts";
import { openBeside, openHouse, WARD } from "../house.ts";
import { absence } from "../small-ward.ts";
import { makeStorePlace, type StorePlace } from "../store-place.ts";

let place: StorePlace;
beforeEach(async () => {
  place = await makeStorePlace();
});
afterEach(() => place.remove());

const access = (): Access => {
  if (!place.database) throw new Error("these tests are about PostgreSQL");
  return place.database;
};
const errorOf = async (change: (url: URL) => void) => {
  const url = new URL(access().url);
  change(url);
  const opened = await openPostgres({ url: url.href, connections: 2 });
  if (opened.ok) await opened.value.close();
  return opened.ok ? null : opened.error;
};

describe("a store in PostgreSQL", () => {
  test("is made once by several who begin at once", async () => {
    const opened = await Promise.all(Array.from({ length: 6 }, () => openPostgres(access())));
    expect(opened.map(({ ok }) => ok)).toEqual(opened.map(() => true));
    for (const one of opened) if (one.ok) await one.value.close();
  });

  test("says why it does not open", async () => {
    expect(await errorOf((url) => (url.port = "1"))).toBe("unreachable");
    expect(await errorOf((url) => (url.pathname = "nowhere"))).toBe("no-entry");
    expect(await errorOf((url) => (url.username = "nobody"))).toBe("no-entry");
    const { db, close } = await place.open();
    await sql`create role reader_${sql.raw(String(process.pid))} login`.execute(db);
    expect(await errorOf((url) => (url.username = `reader_${process.pid}`))).toBe("not-writable");
    await sql`drop role reader_${sql.raw(String(process.pid))}`.execute(db);
    await db.insertInto("migrations").values({ name: "999-later" }).execute();
    await close();
    expect(await errorOf(() => undefined)).toBe("newer");
  });

  test("does not open where other tables stand in the way of its own, and leaves them alone", async () => {
    const client = new pg.Client(access().url);
    await client.connect();
    await client.query("create table wards (colour text)");
    await client.query("insert into wards values ('red')");
    expect(await errorOf(() => undefined)).toBe("not-a-store");
    expect((await client.query("select * from wards")).rows).toEqual([{ colour: "red" }]);
    expect((await client.query("select to_regclass('statements') as made")).rows).toEqual([{ made: null }]);
    await client.end();
  });

  test("does not open on a server that is too old, and makes nothing there", async () => {
    // The server's own answer, with another number in it: `server_version_num` cannot be set.
    const way = await openWay(new URL(access().url), (bytes) =>
      Buffer.from(bytes.toString("latin1").replace(/\b1[5-9](\d{4})/g, "14$1"), "latin1"),
    );
    expect(await errorOf((url) => (url.port = String(way.port)))).toBe("too-old");
    way.close();
    const client = new pg.Client(access().url);
    await client.connect();
    expect((await client.query("select to_regclass('wards') as made")).rows).toEqual([{ made: null }]);
    await client.end();
  });

  test("counts exactly, and says so where it no longer could", async () => {
    const { db, close } = await place.open();
    const row = { ward: "xa", epoch: "e", head: Number.MAX_SAFE_INTEGER, saved: 0, signed: 0 };
    await db.insertInto("wards").values(row).execute();
    expect((await db.selectFrom("wards").select("head").executeTakeFirstOrThrow()).head).toBe(row.head);
    await sql`update wards set head = head + 1`.execute(db);
    await expect(db.selectFrom("wards").select("head").execute()).rejects.toThrow(RangeError);
    await close();
  });

  test("has no key that does not begin with the ward, and no foreign key", async () => {
    const { db, close } = await place.open();
    const keys = await sql<{ relname: string; first: string }>`
      select c.relname, a.attname as first from pg_index i
      join pg_class c on c.oid = i.indrelid
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where c.relnamespace = current_schema()::regnamespace and c.relname <> 'migrations'`.execute(db);
    expect(keys.rows.length).toBeGreaterThan(10);
    expect(keys.rows.filter(({ first }) => first !== "ward")).toEqual([]);
    const foreign = await sql`
      select conname from pg_constraint
      where contype = 'f' and connamespace = current_schema()::regnamespace`.execute(db);
    expect(foreign.rows).toEqual([]);
    await close();
  });
});

test("a store that is behind what was noted beside it does not open, and is told to be restored", async () => {
  const cli = await createCommandLine();
  await cli.run(["init", "thu"]);
  await cli.behind("thu");
  for (const args of [["serve"], ["invite", "thu", "office"]]) {
    const { code, err } = await cli.run(args);
    expect([code, err.includes("so-tay restore")]).toEqual([1, true]);
  }
  await cli.remove();
});

test("a connection that is lost answers 503, and comes back by itself", async () => {
  const house = await openHouse();
  const way = await openWay(new URL(house.place.database?.url ?? ""));
  const anna = await house.enrolled("volunteer", ["kp1"]);
  const other = await openBeside(house, (url) => (url.port = String(way.port)));
  const parts = {
    waiters: house.waiters,
    origin: "http://localhost",
    version: "1",
    webRoot: null,
    log: null,
  };
  const beyond = await createApp({ ...other, ...parts });
  const ask = (path: string) =>
    beyond.inject({ method: "GET", url: path }).then(({ statusCode }) => statusCode);
  expect(await ask("/api/health")).toBe(200);
  way.cut();
  expect([await ask("/api/health"), await ask(`/api/wards/${WARD}/public`)]).toEqual([503, 503]);
  const visit = await anna.say(absence(house.households[0]));
  await expect(other.acceptor.push(WARD, [visit])).rejects.toThrow(/terminated|closed|ECONN|reset/);
  way.mend();
  expect([await ask("/api/health"), await ask(`/api/wards/${WARD}/public`)]).toEqual([200, 200]);
  const pushed = await other.acceptor.push(WARD, [visit]);
  expect(pushed.ok && pushed.value.results[0]?.status).toBe("accepted");
  await beyond.close();
  await other.close();
  way.close();
  await house.remove();
});

test("whoever waits too long for a ward's row is told to come again, and nothing of the push is kept", async () => {
  const house = await openHouse();
  const anna = await house.enrolled("volunteer", ["kp1"]);
  const blocker = new pg.Client(house.place.database?.url ?? "");
  await blocker.connect();
  await blocker.query("begin");
  await blocker.query("select * from wards for update");
  const visit = await anna.say(absence(house.households[0]));
  const answer = await anna.call("POST", "/statements", { statements: [visit] });
  expect([answer.status, answer.slug, answer.headers["retry-after"]]).toEqual([503, "unavailable", "5"]);
  expect(answer.json()).toMatchObject({ title: expect.stringMatching(/try again a little later/) });
  // Who only reads waits for nobody.
  expect((await anna.page()).lines.some(({ s }) => s === visit)).toBe(false);
  await blocker.query("rollback");
  await blocker.end();
  expect((await anna.push(visit)).results).toMatchObject([{ status: "accepted" }]);
  await house.remove();
});

/** A way to the database that can be cut, and that may change what comes back. */
async function openWay({ hostname, port }: URL, change: (bytes: Buffer) => Buffer = (bytes) => bytes) {
  const sockets = new Set<Socket>();
  let isCut = false;
  const server: Server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(Number(port), hostname);
    for (const [one, two] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on("data", (bytes) => void two.write(one === far ? change(bytes) : bytes));
      one.on("end", () => void two.end());
      one.on("error", () => two.destroy());
      one.on("close", () => {
        sockets.delete(one);
        two.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: address !== null && typeof address === "object" ? address.port : 0,
    cut() {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend() {
      isCut = false;
    },
    close: () => server.close(),
  };
}
