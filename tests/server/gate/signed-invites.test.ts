import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { uuidV7 } from "../../../src/domain/ids.ts";
import { signJws } from "../../../src/domain/jws.ts";
import { parseStatement, personalOf, type Draft } from "../../../src/domain/statement.ts";
import { renewEpochs } from "../../../src/server/store/epochs.ts";
import { enrol, newPhone, openHouse, WARD, type House, type Phone } from "../house.ts";
import { newId } from "../speaker.ts";

let house: House;
let volunteer: Phone;
beforeEach(async () => {
  house = await openHouse();
  volunteer = await house.enrolled("volunteer", ["kp1"]);
});
afterEach(() => house.remove());

const DAY = 86_400;
const seconds = () => Math.floor(house.clock.ms / 1000);

/** An invite that a phone signs by itself, as any software would by PROTOCOL.md §3. */
function signed(by: Phone, claims: object = {}, head: object = {}): Promise<string> {
  const [household] = house.households;
  const payload = { aud: WARD, jti: newId(), role: "household", household, exp: seconds() + 7 * DAY };
  const header = { alg: "ES256", typ: "invite+jwt", kid: by.kid, ...head };
  return signJws(header, { ...payload, ...claims }, by.signer);
}

const open = async (invite: string, phone?: Phone) => enrol(house, phone ?? (await newPhone(house)), invite);
const says = async (by: Phone, draft: Draft) => (await by.push(await by.say(draft))).results[0];

test("a volunteer's own signature enrols a household's phone, which may then pledge by link, and about itself alone", async () => {
  const jti = newId();
  const home = await newPhone(house);
  const answer = await open(await signed(volunteer, { jti }), home);
  expect(answer.status).toBe(201);
  const { enrolled, ...rest } = answer.json<{ enrolled: string }>();
  expect(rest).toMatchObject({ device: home.kid, role: "household", areas: [] });
  const statement = parseStatement(enrolled);
  if (!statement.ok) throw new Error(statement.error);
  expect(statement.value.claims.body).toMatchObject({ invite: jti, role: "household" });
  expect(personalOf(statement.value)).toMatchObject({ household: house.households[0] });
  const opinion = (sub: string): Draft => ({
    type: "opinion.given",
    sub,
    body: { channel: "app" },
    personal: { text: "Xin thêm đèn" },
  });
  expect(await says(home, opinion(house.households[0]))).toMatchObject({ status: "accepted" });
  expect(await says(home, opinion(house.households[1]))).toMatchObject({ status: "held" });
});

test("it is good for one key: the same gets the same answer again, another is refused", async () => {
  const invite = await signed(volunteer);
  const home = await newPhone(house);
  const first = await open(invite, home);
  house.clock.ms += 8 * DAY * 1000;
  // Also once its time is over: a lost reply locks nobody out.
  expect((await open(invite, home)).json()).toEqual(first.json());
  const other = await open(invite);
  expect([other.status, other.slug]).toEqual([409, "invite-used"]);
});

describe("it opens nothing", () => {
  test("once its time is over", async () => {
    const invite = await signed(volunteer);
    house.clock.ms += 7 * DAY * 1000 + 1000;
    expect((await open(invite)).slug).toBe("invite-expired");
  });

  test("when it is to be good for more than 30 days", async () => {
    expect((await open(await signed(volunteer, { exp: seconds() + 31 * DAY }))).slug).toBe("invite-unknown");
    expect((await open(await signed(volunteer, { exp: seconds() + 30 * DAY }))).status).toBe(201);
  });

  test("once who signed it has called it back, before anybody used it", async () => {
    const jti = newId();
    const invite = await signed(volunteer, { jti });
    expect(await says(volunteer, { type: "invite.cancelled", sub: jti, body: {} })).toMatchObject({
      status: "accepted",
    });
    expect((await open(invite)).slug).toBe("invite-expired");
  });

  test("once the office has called it back, but not when another volunteer says so", async () => {
    const [a, b] = [newId(), newId()];
    const neighbour = await house.enrolled("volunteer", ["kp1"]);
    await says(neighbour, { type: "invite.cancelled", sub: a, body: {} });
    expect((await open(await signed(volunteer, { jti: a }))).status).toBe(201);
    const office = await house.enrolled("office");
    await says(office, { type: "invite.cancelled", sub: b, body: {} });
    expect((await open(await signed(volunteer, { jti: b }))).slug).toBe("invite-expired");
  });

  test("of a phone that was revoked, whenever it was signed", async () => {
    const invite = await signed(volunteer);
    await house.wardSays({ type: "device.revoked", sub: volunteer.kid, body: { reason: "other", from: 1 } });
    expect((await open(invite)).slug).toBe("invite-expired");
  });

  test("that names a person or areas beside its household: it would speak for them", async () => {
    const person = newId();
    for (const more of [{ person }, { areas: ["kp1"] }]) {
      expect((await open(await signed(volunteer, more))).slug).toBe("invite-unknown");
    }
  });

  test("to what its signer may not invite", async () => {
    const other = await signed(volunteer, { household: house.households[2] });
    const volunteers = await signed(volunteer, { role: "volunteer", household: undefined, areas: ["kp1"] });
    const home = await house.enrolled("household", [], { household: house.households[0] });
    for (const invite of [other, volunteers, await signed(home)]) {
      const answer = await open(invite);
      expect([answer.status, answer.slug]).toEqual([403, "forbidden"]);
    }
    const office = await house.enrolled("office");
    const { role, areas } = (
      await open(await signed(office, { role: "volunteer", household: undefined, areas: ["kp2"] }))
    ).json();
    expect([role, areas]).toEqual(["volunteer", ["kp2"]]);
  });

  test.each([
    ["another's signature", async () => signed(await newPhone(house))],
    ["a signature of another", async () => signed({ ...volunteer, signer: (await newPhone(house)).signer })],
    ["another type of token", () => signed(volunteer, {}, { typ: "device+jwt" })],
    ["another ward", () => signed(volunteer, { aud: "phuong-khac" })],
    ["no id", () => signed(volunteer, { jti: undefined })],
    ["no end", () => signed(volunteer, { exp: undefined })],
    ["no household", () => signed(volunteer, { household: undefined })],
    ["a household that nobody knows", () => signed(volunteer, { household: newId() })],
    [
      "a changed byte",
      async () => (await signed(volunteer)).replace(/.$/, (end) => (end === "A" ? "Q" : "A")),
    ],
    ["nothing that could be read", async () => "a.b.c"],
  ])("with %s", async (_, make) => {
    const answer = await open(await make());
    expect([answer.status, answer.slug]).toEqual([404, "invite-unknown"]);
  });
});

describe("once the household's data were erased", () => {
  const erase = (sub: string, names?: readonly string[]) =>
    house.wardSays({ type: "data.erased", sub, body: names ? { names } : {} });

  test("a link that was made before opens nothing any more, nor does a code, and none is made anew", async () => {
    const [home, merged] = house.households;
    const office = await house.enrolled("office");
    const made = [await signed(volunteer), await signed(office)];
    const code = await house.invite("household", [], { household: home });
    await erase(home);
    for (const invite of [...made, code, await signed(office)]) {
      const answer = await open(invite);
      expect([answer.status, answer.slug]).toEqual([410, "invite-expired"]);
    }
    const asked = { role: "household", household: home };
    expect((await office.call("POST", "/invites", asked)).slug).toBe("bad-request");
    // What was said of one that was merged into it counts for it.
    await house.wardSays({ type: "household.merged", sub: merged, body: { into: home } });
    expect((await open(await signed(volunteer, { household: merged }))).slug).toBe("invite-expired");
  });

  test("who came in before gets the same answer again, and neither reads nor leaves anything personal", async () => {
    const [sub] = house.households;
    const invite = await signed(volunteer);
    const home = await newPhone(house);
    const first = await open(invite, home);
    await erase(sub);
    expect((await open(invite, home)).json()).toEqual(first.json());
    expect((await open(invite)).slug).toBe("invite-used");
    const body = { campaign: "2026", edition: 1, agreed: [], declined: [], medium: "link", consent: newId() };
    const personal = { signer: "Võ Văn Ký", relation: "chủ hộ", strokes: "M1 1l2 2" };
    const pledge: Draft = { type: "pledge.signed", sub, body, personal };
    expect(await says(home, pledge)).toMatchObject({ status: "accepted" });
    const about = (await home.page()).lines.flatMap((line) => {
      const read = parseStatement(line.s);
      return read.ok && read.value.claims.sub === sub ? [personalOf(read.value)] : [];
    });
    expect(about).toEqual([{}, {}, {}]);
  });

  test("a telephone number alone closes no way in; name, number and address together do", async () => {
    const invite = await signed(volunteer);
    await erase(house.households[0], ["phone"]);
    await erase(house.households[0], ["head", "number"]);
    expect((await open(await signed(volunteer))).status).toBe(201);
    await erase(house.households[0], ["address"]);
    expect((await open(invite)).slug).toBe("invite-expired");
  });
});

test.each([
  ["office", "invite-expired"],
  ["volunteer", "invite-expired"],
  ["household", ""],
] as const)("after a restore one for %s from before it is as void as a code", async (role, slug) => {
  const office = await house.enrolled("office");
  const household = role === "household" ? {} : { household: undefined };
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const invite = () => signed(office, { role, ...household, jti: uuidV7(house.clock.ms, random(10)) });
  const [before, used] = [await invite(), await invite()];
  const phone = await newPhone(house);
  expect((await open(used, phone)).status).toBe(201);
  house.clock.ms += 60_000;
  await renewEpochs(house.station.db, [WARD], { now: () => house.clock.ms, random });
  expect((await open(before)).slug).toBe(slug);
  // What the log still knows, and what was signed since, are as they were.
  expect((await open(used, phone)).status).toBe(201);
  house.clock.ms += 60_000;
  expect((await open(await invite())).status).toBe(201);
});

test("the household's move takes the right to invite it along", async () => {
  const [home] = house.households;
  const invite = await signed(volunteer);
  await house.wardSays({ type: "household.moved", sub: home, body: { area: "kp2/t06" } });
  expect((await open(invite)).slug).toBe("forbidden");
});

test("a code cannot be called back by a volunteer: it waits for the office", async () => {
  const code = await house.invite("volunteer", ["kp1"]);
  const { digestOfText } = await import("../../../src/server/check/digest.ts");
  const said = await says(volunteer, { type: "invite.cancelled", sub: digestOfText(code), body: {} });
  expect(said).toMatchObject({ status: "held" });
  expect((await open(code)).status).toBe(201);
});
