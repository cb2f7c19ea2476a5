import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { parseStatement, personalOf } from "../../src/domain/statement.ts";
import { listHeld } from "../../src/server/held.ts";
import { rejudgeUnknown } from "../../src/server/rejudge.ts";
import { openHouse } from "./house.ts";
import { absence, consent, createSmallWard, enrolment, pledge, type SmallWard } from "./small-ward.ts";
import { createSpeaker, type Speaker } from "./speaker.ts";

// PROTOCOL.md §3, `GET …/held` and the row `held` of what becomes of each statement.

let ward: SmallWard;
beforeEach(async () => {
  ward = await createSmallWard();
});
afterEach(() => ward.remove());

const held = () => listHeld(ward.store.db, ward.slug);

/** Every way to split the fields of a statement over two copies. */
function copiesOf(text: string): { readonly bare: string; readonly parts: [string, string] } {
  const [jws = "", ...fields] = text.split("~").slice(0, -1);
  const copy = (some: readonly string[]) => `${[jws, ...some].join("~")}~`;
  return { bare: copy([]), parts: [copy(fields.slice(0, 1)), copy(fields.slice(1))] };
}

function decide(text: string, decision: "accept" | "refuse", by: Speaker = ward.office) {
  const { jti, sub } = read(text).claims;
  return by.say({ type: "statement.decided", sub: jti, in: sub, body: { decision, reason: "duplicate" } });
}

function read(text: string) {
  const statement = parseStatement(text);
  if (!statement.ok) throw new Error(statement.error);
  return statement.value;
}

/** The personal fields that the log has of a statement. */
async function fieldsInLog(text: string): Promise<string[]> {
  const row = await ward.store.db
    .selectFrom("statements")
    .select(["jws", "disclosures"])
    .where("jti", "=", read(text).claims.jti)
    .executeTakeFirstOrThrow();
  return Object.keys(personalOf(read(`${row.jws}~${row.disclosures}`))).sort();
}

async function scopeOf({ kid }: Speaker): Promise<number | undefined> {
  const all = ward.store.db.selectFrom("devices").select("scope");
  return (await all.where("kid", "=", kid).executeTakeFirst())?.scope;
}

describe("what waits", () => {
  test("is told to the office alone, with when it came and why it waits, the oldest first", async () => {
    const house = await openHouse();
    try {
      const volunteer = await house.enrolled("volunteer", ["kp1"]);
      const office = await house.enrolled("office");
      const first = await volunteer.say(absence(house.households[2], "ghi"));
      await volunteer.push(first);
      const came = house.clock.ms;
      house.clock.ms += 5000;
      await volunteer.push(
        await volunteer.say({ type: "garden.blessed", sub: house.households[0], body: {} }),
        first,
      );
      const answer = await office.call("GET", "/held");
      expect(answer.json()).toMatchObject({
        held: [
          { jti: read(first).claims.jti, at: came, reason: "beyond-area", s: first },
          { at: came + 5000, reason: "unknown-type" },
        ],
      });
      expect((await volunteer.call("GET", "/held")).slug).toBe("forbidden");
      expect((await house.ask({ method: "GET", url: "/api/wards/phuong-thu/held" })).slug).toBe("no-token");
    } finally {
      await house.remove();
    }
  });

  test("waits no more once it was decided, either way", async () => {
    const texts = await Promise.all([0, 1].map(() => ward.anna.say(absence(ward.households[2]))));
    await ward.push(...texts);
    expect(await held()).toHaveLength(2);
    const [one = "", other = ""] = texts;
    await ward.push(await decide(one, "accept"), await decide(other, "refuse"));
    expect(await held()).toEqual([]);
    expect(await ward.push(one, other)).toMatchObject([
      { status: "duplicate", seq: 10 },
      { status: "refused", reason: "duplicate" },
    ]);
  });

  test.each(["accept", "refuse"] as const)(
    "is decided by a decision that comes before it, in the same push or by another's hand: %s",
    async (decision) => {
      const text = await ward.anna.say(absence(ward.households[2]));
      const said = await decide(text, decision);
      // Carried by a phone that may decide nothing itself: who pushes does not matter.
      const pushed = await ward.acceptor.push(ward.slug, [said, text], { by: ward.binh.kid });
      const status = decision === "accept" ? "accepted" : "refused";
      expect(pushed.ok && pushed.value.results.map((one) => one.status)).toEqual(["accepted", status]);
      expect(await held()).toEqual([]);
    },
  );

  test("is judged again at the start of a server that knows its type", async () => {
    const visit = await ward.anna.say(absence(ward.households[0]));
    await ward.push(visit);
    const { jws, disclosures, ...row } = await ward.store.db
      .selectFrom("statements")
      .selectAll()
      .where("jti", "=", read(visit).claims.jti)
      .executeTakeFirstOrThrow();
    // As a store looks whose program did not know it.
    await ward.store.db.deleteFrom("statements").where("seq", "=", row.seq).execute();
    await ward.store.db
      .updateTable("wards")
      .set({ head: row.seq - 1 })
      .execute();
    const { ward: slug, jti, kid, n, sub, at } = row;
    await ward.store.db
      .insertInto("held")
      .values({ ward: slug, jti, kid, n, sub, at, reason: "unknown-type", jws, disclosures })
      .execute();
    await rejudgeUnknown(ward.store.db, ward.acceptor);
    expect(await held()).toEqual([]);
    expect(await ward.push(visit)).toEqual([{ status: "duplicate", seq: row.seq }]);
  });
});

describe("a copy that lost disclosures on its way", () => {
  const whole = ["relation", "signer", "strokes"];
  const make = () => ward.anna.say(pledge(ward.households[0], consent(ward.households[0]).jti));

  test.each([
    ["first", (full: string, bare: string) => [bare, full], ["held", "accepted"]],
    ["last", (full: string, bare: string) => [full, bare], ["accepted", "duplicate"]],
  ] as const)(
    "never keeps the full one out: %s, in pushes of their own or in one",
    async (_, order, both) => {
      const apart = await make();
      const verdicts = [];
      for (const text of order(apart, copiesOf(apart).bare)) verdicts.push(...(await ward.push(text)));
      expect(verdicts.map(({ status }) => status)).toEqual(both);
      const together = await make();
      const answers = await ward.push(...order(together, copiesOf(together).bare));
      expect(answers.map(({ status }) => status)).toEqual(both);
      expect([await fieldsInLog(apart), await fieldsInLog(together)]).toEqual([whole, whole]);
      expect(await held()).toEqual([]);
    },
  );

  test.each([
    ["one way", 0, 1],
    ["the other", 1, 0],
  ] as const)("is joined with another part of it, %s round", async (_, first, second) => {
    const text = await make();
    const { parts } = copiesOf(text);
    expect(await ward.push(parts[first], parts[second])).toMatchObject([
      { status: "held", reason: "incomplete" },
      { status: "accepted" },
    ]);
    expect(await fieldsInLog(text)).toEqual(whole);
  });

  test("waits with all that its copies brought, and says so to the office", async () => {
    const text = await make();
    const [jws = "", one = "", other = ""] = text.split("~");
    await ward.push(`${jws}~${one}~`);
    await ward.push(`${jws}~${other}~`);
    const [line] = await held();
    expect(line?.s.split("~")).toHaveLength(4);
  });

  test("is filled up where the office had accepted it, and those who read the part read on from 0", async () => {
    const text = await make();
    await ward.push(copiesOf(text).parts[0], await decide(text, "accept"));
    const before = await Promise.all([ward.office, ward.anna, ward.binh, ward.home].map(scopeOf));
    expect(await ward.push(copiesOf(text).bare)).toMatchObject([{ status: "duplicate" }]);
    expect(await Promise.all([ward.office, ward.anna, ward.binh, ward.home].map(scopeOf))).toEqual(before);
    expect(await ward.push(text)).toMatchObject([{ status: "duplicate" }]);
    expect(await fieldsInLog(text)).toEqual(whole);
    const after = await Promise.all([ward.office, ward.anna, ward.binh, ward.home].map(scopeOf));
    // The office, the volunteer of the place and the household's own phone; nobody of the other khu phố.
    expect(after.map((scope, at) => (scope ?? 0) - (before[at] ?? 0))).toEqual([1, 1, 0, 1]);
    await ward.push(text);
    expect(await Promise.all([ward.office, ward.anna, ward.binh, ward.home].map(scopeOf))).toEqual(after);
  });

  test("brings back nothing that was erased since", async () => {
    const text = await make();
    await ward.push(copiesOf(text).parts[0], await decide(text, "accept"));
    await ward.push(await ward.office.say({ type: "data.erased", sub: ward.households[0], body: {} }));
    const before = await scopeOf(ward.anna);
    await ward.push(text);
    expect(await fieldsInLog(text)).toEqual([]);
    expect(await scopeOf(ward.anna)).toBe(before);
  });

  test("makes a household's phone the household's once its enrolment is whole", async () => {
    const late = await createSpeaker(ward.slug);
    const text = await ward.key.say(enrolment(late, "household", [], ward.households[1]));
    const opinion = () =>
      late.say({
        type: "opinion.given",
        sub: ward.households[1],
        body: { channel: "app" },
        personal: { text: "x" },
      });
    const { jti } = read(text).claims;
    const accept = { decision: "accept", reason: "other" };
    await ward.push(
      copiesOf(text).bare,
      await ward.office.say({ type: "statement.decided", sub: jti, in: ward.slug, body: accept }),
    );
    expect(await ward.push(await opinion())).toMatchObject([{ status: "held", reason: "beyond-area" }]);
    await ward.push(text);
    expect(await ward.push(await opinion())).toMatchObject([{ status: "accepted" }]);
  });
});
