import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { parseStatement } from "../../../src/domain/statement.ts";
import { findMissing, listStandings } from "../../../src/server/http/standings.ts";
import { absence, createSmallWard, enrolment, type SmallWard } from "../small-ward.ts";
import { createSpeaker, newId, type Speaker } from "../speaker.ts";

// What the ward sees of the numbers that a device draws (PROTOCOL.md §2, `n`).

const DAY = 24 * 3600 * 1000;

let ward: SmallWard;
beforeEach(async () => {
  ward = await createSmallWard();
});
afterEach(() => ward.remove());

/** What the office is told of a device, at the server's present time. */
async function standing({ kid }: Speaker) {
  const { store, slug, clock } = ward;
  const all = await listStandings(store.db, { ward: slug, seen: new Map(), now: clock });
  return all.find(({ device }) => device === kid);
}

/** A visit under a number. */
const numbered = (n: number, household = ward.households[0]) => ward.anna.say(absence(household), { n });

describe("a number is missing", () => {
  test("below the highest that arrived, and a day after that", async () => {
    await ward.push(await numbered(1), await numbered(4));
    expect(await standing(ward.anna)).toMatchObject({ highest: 4, missing: [], missingCount: 0 });
    ward.clock += DAY - 1;
    expect(await standing(ward.anna)).toMatchObject({ missing: [] });
    ward.clock += 1;
    expect(await standing(ward.anna)).toMatchObject({ highest: 4, missing: [[2, 3]], missingCount: 2 });
  });

  test("not above one that is a day old, where a higher one has just come", async () => {
    await ward.push(await numbered(3));
    ward.clock += DAY;
    await ward.push(await numbered(9));
    expect(await standing(ward.anna)).toMatchObject({ highest: 9, missing: [[1, 2]], missingCount: 2 });
  });

  test("until its statement comes, however late", async () => {
    await ward.push(await numbered(3));
    ward.clock += 2 * DAY;
    await ward.push(await numbered(1));
    expect(await standing(ward.anna)).toMatchObject({ missing: [[2, 2]] });
    await ward.push(await numbered(2));
    expect(await standing(ward.anna)).toMatchObject({ missing: [], copied: false });
  });

  test.each([
    ["held", () => numbered(1, ward.households[2]), "held"],
    [
      "rejected for its schema",
      () =>
        ward.anna.say({ type: "visit.logged", sub: ward.households[0], body: { outcome: "?" } }, { n: 1 }),
      "rejected",
    ],
    [
      "rejected for a digest, after its signature was found good",
      async () => {
        const [jws = ""] = (await ward.anna.say(absence(ward.households[0], "ghi"), { n: 1 })).split("~");
        const other = await ward.anna.say(absence(ward.households[0], "khác"), { n: 1 });
        return `${jws}~${other.split("~")[1]}~`;
      },
      "rejected",
    ],
  ])("but not one whose statement is %s", async (_, make, status) => {
    expect((await ward.push(await make(), await numbered(2))).map((one) => one.status)).toEqual([
      status,
      "accepted",
    ]);
    ward.clock += 2 * DAY;
    expect(await standing(ward.anna)).toMatchObject({ highest: 2, missing: [] });
  });

  test("as long as only somebody without the key has named it", async () => {
    const [jws = ""] = (await numbered(1)).split("~");
    const forged = `${jws.slice(0, jws.lastIndexOf("."))}.${"A".repeat(86)}~`;
    const other = await createSpeaker(ward.slug);
    const verdicts = await ward.push(forged, await other.say(absence(ward.households[0])), await numbered(2));
    expect(verdicts.map(({ status }) => status)).toEqual(["rejected", "rejected", "accepted"]);
    ward.clock += 2 * DAY;
    expect(await standing(ward.anna)).toMatchObject({ missing: [[1, 1]] });
    expect(await ward.store.db.selectFrom("rejects").selectAll().execute()).toEqual([]);
  });

  test("and is told by the first gaps only, with the count of all", async () => {
    for (let n = 2; n <= 60; n += 2) await ward.push(await numbered(n));
    await ward.push(await numbered(1_000_000));
    ward.clock += 2 * DAY;
    const told = await standing(ward.anna);
    expect(told?.missing).toHaveLength(20);
    expect(told).toMatchObject({ highest: 1_000_000, missingCount: 1_000_000 - 31 });
  });
});

test("gaps are found from the first number on, doubles or not", () => {
  const at = 0;
  const arrivals = [2, 2, 3, 7].map((n) => ({ n, at }));
  expect(findMissing(arrivals, 0)).toEqual([
    [1, 1],
    [4, 6],
  ]);
  expect(findMissing(arrivals, -1)).toEqual([]);
  expect(findMissing([], 0)).toEqual([]);
});

test("what a device is rejected for is kept up to a bound", async () => {
  const texts = await Promise.all(
    Array.from({ length: 2100 }, (_, at) =>
      ward.anna.say({ type: "visit.logged", sub: ward.households[0], body: {} }, { n: at + 1 }),
    ),
  );
  for (let i = 0; i < texts.length; i += 500) await ward.push(...texts.slice(i, i + 500));
  expect(await ward.store.db.selectFrom("rejects").selectAll().execute()).toHaveLength(2000);
});

describe("two copies of one device", () => {
  const copied = async (speaker = ward.anna) => (await standing(speaker))?.copied;

  test("show by one number with two statements, and both are kept and judged as ever", async () => {
    expect(await ward.push(await numbered(1), await numbered(2))).toMatchObject([
      { status: "accepted" },
      { status: "accepted" },
    ]);
    expect(await copied()).toBe(false);
    expect(await ward.push(await numbered(2))).toEqual([{ status: "accepted", seq: 11 }]);
    expect(await copied()).toBe(true);
    expect(await copied(ward.binh)).toBe(false);
  });

  test("show also where both come in one push, and tell the device that pushes in that very answer", async () => {
    const answer = await ward.acceptor.push(ward.slug, [await numbered(1), await numbered(1)], {
      by: ward.anna.kid,
    });
    expect(answer).toMatchObject({ ok: true, value: { copied: true } });
    expect(await copied()).toBe(true);
    const carrier = await ward.acceptor.push(ward.slug, [await numbered(3)], { by: ward.binh.kid });
    expect(carrier.ok && carrier.value.copied).toBeUndefined();
  });

  test.each([
    ["held", () => ward.anna.say(absence(ward.households[2]), { n: 1 })],
    ["rejected", () => ward.anna.say({ type: "visit.logged", sub: ward.households[0], body: {} }, { n: 1 })],
  ])("show where one of the two is %s, whichever comes first", async (_, make) => {
    await ward.push(await make());
    await ward.push(await numbered(1));
    expect(await copied()).toBe(true);
    const { binh, households } = ward;
    await ward.push(await binh.say(absence(households[2]), { n: 5 }));
    await ward.push(await binh.say(absence(households[0]), { n: 5 }));
    expect(await copied(binh)).toBe(true);
  });

  test("do not show by a statement that comes again: by another signature, in part, held, decided or rejected", async () => {
    const [first, second, broken] = await Promise.all([
      ward.anna.say(absence(ward.households[0], "ghi"), { n: 1 }),
      ward.anna.say(absence(ward.households[2], "ghi"), { n: 2 }),
      ward.anna.say({ type: "visit.logged", sub: ward.households[0], body: {} }, { n: 3 }),
    ]);
    const decision = await ward.office.say({
      type: "statement.decided",
      sub: jtiOf(second),
      in: ward.households[2],
      body: { decision: "accept", reason: "other" },
    });
    for (const texts of [
      [first, second, broken],
      [broken, `${second.split("~")[0]}~`, first],
      [decision, second, broken, first],
    ])
      await ward.push(...texts);
    expect(await copied()).toBe(false);
  });

  test("do not show by the ward key's own numbers", async () => {
    const draft = (person: Speaker) => ward.key.say(enrolment(person, "volunteer", ["kp1"]), { n: 1 });
    await ward.push(await draft(await createSpeaker(ward.slug)), await draft(await createSpeaker(ward.slug)));
    const rows = await ward.store.db.selectFrom("devices").selectAll().where("copied", "=", 1).execute();
    expect(rows).toEqual([]);
    expect(await standing(ward.key)).toBeUndefined();
  });

  test("are still two when the key is enrolled again for other work", async () => {
    await ward.push(await numbered(1), await numbered(1));
    const draft = enrolment(ward.anna, "volunteer", ["kp2"]);
    await ward.push(await ward.key.say({ ...draft, body: { ...draft.body, invite: newId() } }));
    expect(await copied()).toBe(true);
  });
});

function jtiOf(text: string): string {
  const read = parseStatement(text);
  if (!read.ok) throw new Error(read.error);
  return read.value.claims.jti;
}
