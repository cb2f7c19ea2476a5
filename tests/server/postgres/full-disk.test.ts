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
  // What PostgreSQL itself says when it cannot lengthen a file.
  await sql`create function no_room() returns trigger language plpgsql as $$
    begin raise exception using errcode = 'disk_full', message = 'could not extend file'; end $$`.execute(db);
  await sql`create trigger no_room before insert on statements execute function no_room()`.execute(db);
  const visit = await anna.say(absence(house.households[0]));
  const answer = await anna.call("POST", "/statements", { statements: [visit] });
  expect([answer.status, answer.slug]).toEqual([507, "store-full"]);
  expect((await anna.page("after=5")).end.head).toBe(5);
  await sql`drop trigger no_room on statements`.execute(db);
  expect((await anna.push(visit)).results).toEqual([{ status: "accepted", seq: 6 }]);
});
