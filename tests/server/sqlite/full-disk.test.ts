import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";

import { openHouse, type House, type Phone } from "../house.ts";
import { absence } from "../small-ward.ts";

let house: House;
let anna: Phone;
beforeEach(async () => {
  house = await openHouse();
  anna = await house.enrolled("volunteer", ["kp1"]);
});
afterEach(() => house.remove());

test("a full disk takes nothing, says so, and is forgotten when there is room again", async () => {
  const { db } = house.station;
  const big = await Promise.all(
    Array.from({ length: 30 }, () => anna.say(absence(house.households[0], "ghi ".repeat(4000)))),
  );
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
  await sql.raw(`pragma max_page_count = ${(rows[0]?.page_count ?? 0) + 8}`).execute(db);
  const answer = await anna.call("POST", "/statements", { statements: big });
  expect([answer.status, answer.slug]).toEqual([507, "store-full"]);
  expect((await anna.page("after=5")).end.head).toBe(5);
  await sql.raw("pragma max_page_count = 1000000").execute(db);
  const { results } = await anna.push(...big);
  expect(results.map((result) => result.status === "accepted" && result.seq)).toEqual(
    big.map((_, i) => 6 + i),
  );
});
