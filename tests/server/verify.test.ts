import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { Draft } from "../../src/domain/statement.ts";
import { flawedAttachments } from "../../src/server/attachments.ts";
import { verifyLog } from "../../src/server/verify/verify-log.ts";
import { findWard } from "../../src/server/wards/wards.ts";
import { openHouse, WARD, type House } from "./house.ts";
import { jpeg, nameOf, paperPledge } from "./photos.ts";
import { absence, consent, pledge } from "./small-ward.ts";

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.remove());

function claimsOf(text: string) {
  const payload = Buffer.from(text.split(".")[1] ?? "", "base64url").toString();
  return JSON.parse(payload) as { readonly jti: string; readonly type: string };
}

const jtiOf = (text: string) => claimsOf(text).jti;
const typeOf = (text: string) => claimsOf(text).type;

async function flaws(): Promise<string[]> {
  const { db } = house.station;
  const ward = await findWard(db, WARD);
  if (!ward) throw new Error("no ward");
  const found: string[] = [];
  for await (const { seq, what } of verifyLog(db, ward))
    found.push(seq === null ? (what.split(" ")[0] ?? "") : `${seq} ${what}`);
  return found;
}

async function photoFlaws(): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, what } of flawedAttachments(house.station, WARD)) found.push(`${what} ${name}`);
  return found;
}

/** A log with something of everything: a pledge, what was held and let through, a move, a merger, an erasure, a revocation. */
async function live(): Promise<void> {
  const [one, two, three] = house.households;
  const [office, anna] = [await house.enrolled("office"), await house.enrolled("volunteer", ["kp1"])];
  const agreed = consent(one);
  await anna.push(await anna.say(agreed), await anna.say(pledge(one, agreed.jti)));
  house.clock.ms += 60_000;
  const beyond = await anna.say(absence(three, "ghi riêng"));
  await anna.push(beyond);
  const jti = (JSON.parse(Buffer.from(beyond.split(".")[1] ?? "", "base64url").toString()) as { jti: string })
    .jti;
  const said: Draft[] = [
    { type: "statement.decided", sub: jti, in: three, body: { decision: "accept", reason: "other" } },
    { type: "household.moved", sub: two, body: { area: "kp2/t06" } },
    { type: "household.merged", sub: three, body: { into: two } },
    { type: "data.erased", sub: one, body: { names: ["signer", "strokes"] } },
    { type: "data.erased", sub: three, body: {} },
    { type: "device.revoked", sub: anna.kid, body: { reason: "other", from: 1 } },
  ];
  for (const draft of said) {
    house.clock.ms += 1000;
    const { results } = await office.push(await office.say(draft));
    expect(results[0]?.status).toBe("accepted");
  }
}

describe("verify", () => {
  test("agrees with a log in which everything happened", async () => {
    await live();
    expect(await flaws()).toEqual([]);
  });

  describe("after a household's phone was erased", () => {
    const opinion = (sub: string): Draft => {
      return { type: "opinion.given", sub, body: { channel: "app" }, personal: { text: "x" } };
    };

    test.each([
      ["by its device", (kid: string) => ({ sub: kid, body: {} })],
      ["by its device, one name alone", (kid: string) => ({ sub: kid, body: { names: ["household"] } })],
      [
        "by its enrolment, listed",
        (_: string, enrolment: string) => ({ sub: house.households[1], body: { statements: [enrolment] } }),
      ],
    ])("agrees with what it had said: %s", async (_, erasure) => {
      const [one, two] = house.households;
      const office = await house.enrolled("office");
      const home = await house.enrolled("household", [], { household: one });
      const beyond = await home.say(opinion(two));
      const accept = { decision: "accept", reason: "other" };
      await home.push(beyond);
      await office.push(
        await office.say({ type: "statement.decided", sub: jtiOf(beyond), in: two, body: accept }),
      );
      await home.push(await home.say(opinion(one)));
      const before = (await home.page()).end.scope;
      const { db } = house.station;
      const { jti } = await db
        .selectFrom("statements")
        .select("jti")
        .where("type", "=", "device.enrolled")
        .where("sub", "=", home.kid)
        .executeTakeFirstOrThrow();
      await office.push(await office.say({ type: "data.erased", ...erasure(home.kid, jti) }));
      expect(await flaws()).toEqual([]);
      // It is nobody's phone any more: it reads what everybody does, and what it says of a household waits.
      const { lines, end } = await home.page();
      expect(end.scope).not.toBe(before);
      expect(lines.some(({ s }) => typeOf(s) === "household.registered")).toBe(false);
      const { results } = await home.push(await home.say(opinion(one)));
      expect(results).toEqual([{ status: "held", reason: "beyond-area" }]);
      expect(await flaws()).toEqual([]);
    });

    test("sees what it said of two households, as nobody's phone may", async () => {
      const [one, two] = house.households;
      const office = await house.enrolled("office");
      const home = await house.enrolled("household", [], { household: one });
      await home.push(await home.say(opinion(one)));
      const beyond = await home.say(opinion(two));
      await home.push(beyond);
      const { db } = house.station;
      const { reason: _, ...held } = await db.selectFrom("held").selectAll().executeTakeFirstOrThrow();
      const row = { ...held, seq: 8, type: "opinion.given", inside: null, place: two, public: 0 };
      await db
        .insertInto("statements")
        .values({ ...row, topic: "opinion.given" })
        .execute();
      await db.deleteFrom("held").execute();
      await db.updateTable("wards").set({ head: 8 }).execute();
      await office.push(await office.say({ type: "data.erased", sub: home.kid, body: {} }));
      expect(await flaws()).toEqual(["8 beyond-area"]);
    });

    test("keeps its household where only its names were erased, or what it had said", async () => {
      const [one] = house.households;
      const office = await house.enrolled("office");
      const home = await house.enrolled("household", [], { household: one });
      const said = await home.say(opinion(one));
      await home.push(said);
      const before = (await home.page()).end.scope;
      const body = { names: ["deviceName", "personName"] };
      await office.push(
        await office.say({ type: "data.erased", sub: home.kid, body }),
        await office.say({ type: "data.erased", sub: home.kid, body: { statements: [jtiOf(said)] } }),
      );
      expect((await home.page()).end.scope).toBe(before);
      expect((await home.push(await home.say(opinion(one)))).results[0]?.status).toBe("accepted");
      expect(await flaws()).toEqual([]);
    });
  });

  test("sees a signature turned", async () => {
    await live();
    const { db } = house.station;
    const { jws } = await db
      .selectFrom("statements")
      .select("jws")
      .where("seq", "=", 7)
      .executeTakeFirstOrThrow();
    const at = jws.lastIndexOf(".") + 10;
    const turned = jws.slice(0, at) + (jws[at] === "A" ? "B" : "A") + jws.slice(at + 1);
    await db.updateTable("statements").set({ jws: turned }).where("seq", "=", 7).execute();
    expect(await flaws()).toContain("7 bad-signature");
  });

  test("sees a disclosure put in another's place", async () => {
    await live();
    const { db } = house.station;
    const { disclosures } = await db
      .selectFrom("statements")
      .select("disclosures")
      .where("seq", "=", 2)
      .executeTakeFirstOrThrow();
    await db.updateTable("statements").set({ disclosures }).where("seq", "=", 3).execute();
    expect(await flaws()).toContain("3 digest-does-not-fit");
  });

  test("sees a disclosure that is gone without an erasure", async () => {
    await house.station.db.updateTable("statements").set({ disclosures: "" }).where("seq", "=", 3).execute();
    expect(await flaws()).toContain("3 incomplete");
  });

  test("sees a statement that is gone", async () => {
    await live();
    await house.station.db.deleteFrom("statements").where("seq", "=", 8).execute();
    expect(await flaws()).toContain("8 missing");
  });

  test("sees a head that lies", async () => {
    await house.station.db.updateTable("wards").set({ head: 9 }).execute();
    expect(await flaws()).toEqual(["9 head"]);
  });

  test("sees what was said beyond its right", async () => {
    const binh = await house.enrolled("volunteer", ["kp2"]);
    await binh.push(await binh.say(absence(house.households[0])));
    const { db } = house.station;
    const held = await db.selectFrom("held").selectAll().executeTakeFirstOrThrow();
    const { ward, jti, kid, sub, at, jws, disclosures } = held;
    const row = {
      ward,
      jti,
      kid,
      sub,
      at,
      jws,
      disclosures,
      seq: 6,
      n: 1,
      type: "visit.logged",
      inside: null,
    };
    await db
      .insertInto("statements")
      .values({ ...row, place: sub, topic: "visit.logged", public: 0 })
      .execute();
    await db.updateTable("wards").set({ head: 6 }).execute();
    expect(await flaws()).toEqual(["6 beyond-area"]);
  });

  test("agrees with a log of before in which the ward's own key was revoked, and the ward goes on", async () => {
    const office = await house.enrolled("office");
    const kid = (await house.station.keys.findOrMake(WARD)).signer.kid;
    const body = { reason: "other", from: 1 };
    await office.push(await office.say({ type: "device.revoked", sub: kid, body }));
    const { db } = house.station;
    const { reason: _reason, ...held } = await db.selectFrom("held").selectAll().executeTakeFirstOrThrow();
    const row = { ...held, seq: 6, type: "device.revoked", inside: null, place: "", public: 0 };
    await db
      .insertInto("statements")
      .values({ ...row, topic: "device.revoked" })
      .execute();
    await db.deleteFrom("held").execute();
    await db.updateTable("wards").set({ head: 6 }).execute();
    await db.updateTable("devices").set({ revoked_seq: 6 }).where("kid", "=", kid).execute();
    await house.enrolled("volunteer", ["kp1"]);
    expect(await flaws()).toEqual([]);
  });

  test("sees what is kept beside a statement and is not what it says", async () => {
    const { db } = house.station;
    await db.updateTable("statements").set({ place: house.households[2] }).where("seq", "=", 2).execute();
    await db
      .updateTable("households")
      .set({ area: "kp3/t11" })
      .where("household", "=", house.households[1])
      .execute();
    expect((await flaws()).sort()).toEqual(["2 kept-place", "household"]);
  });

  test("sees a photo that is not what its name says, one that nothing names, and a name that nobody gave", async () => {
    const anna = await house.enrolled("volunteer", ["kp1"]);
    const [kept, altered, foreign] = [jpeg(), jpeg(), jpeg()];
    for (const photo of [kept, altered]) {
      for (const draft of paperPledge(house.households[0], photo)) await anna.push(await anna.say(draft));
      const headers = { "content-type": "image/jpeg" };
      await anna.call("PUT", `/attachments/${nameOf(photo)}`, photo, headers);
    }
    const { db, attachments } = house.station;
    expect([await flaws(), await photoFlaws()]).toEqual([[], []]);
    await attachments.drop(WARD, nameOf(altered));
    await attachments.put(WARD, nameOf(altered), kept);
    await attachments.put(WARD, nameOf(foreign), foreign);
    expect((await photoFlaws()).sort()).toEqual(
      [`altered ${nameOf(altered)}`, `unnamed ${nameOf(foreign)}`].sort(),
    );
    await db
      .updateTable("attachment_names")
      .set({ sha256: nameOf(foreign) })
      .execute();
    expect(await flaws()).toEqual(["photo-of", "photo-of"]);
  });
});
