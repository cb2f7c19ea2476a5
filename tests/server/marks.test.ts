import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { openStation } from "../../src/server/station.ts";
import { openHouse, WARD, type House } from "./house.ts";

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.remove());

test("a process notes how far each log has come as soon as it opens the store, not only after a commit of its own", async () => {
  const path = join(house.place.dataDir, "heads.json");
  // Of the process that has written nothing yet: its folder knows nothing of the log.
  rmSync(path, { force: true });
  const { now, random } = house.station;
  const opened = await openStation({ ...house.place, now, random });
  if (!opened.ok) throw new Error(opened.error);
  const noted = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  const { db } = house.station;
  const row = await db
    .selectFrom("wards")
    .select(["epoch", "head", "epoch_began as began"])
    .executeTakeFirstOrThrow();
  const rows = db.selectFrom("statements").select("jti").where("seq", "=", row.head);
  expect(noted[WARD]).toEqual({ ...row, last: (await rows.executeTakeFirstOrThrow()).jti });
  await opened.value.close();
});
