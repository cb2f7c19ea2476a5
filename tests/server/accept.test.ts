import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { parseStatement, personalOf } from "../../src/domain/statement.ts";
import {
  absence,
  consent,
  createSmallWard,
  describeWard,
  enrolment,
  pledge,
  registration,
  type SmallWard,
} from "./small-ward.ts";
import { createSpeaker, newId } from "./speaker.ts";

let ward: SmallWard;
beforeEach(async () => {
  ward = await createSmallWard();
});
afterEach(() => ward.remove());

const jtiOf = (text: string) => read(text).claims.jti;
const bare = (text: string) => `${text.split("~")[0]}~`;

function read(text: string) {
  const statement = parseStatement(text);
  if (!statement.ok) throw new Error(statement.error);
  return statement.value;
}

async function log() {
  const rows = await ward.store.db.selectFrom("statements").selectAll().orderBy("seq").execute();
  return rows.map((row) => ({ ...row, text: `${row.jws}~${row.disclosures}` }));
}

/** Has the store refuse visits of one household, as a bug in a query would. */
async function refuse(household: string) {
  const { db, kind } = ward.store;
  const forbidden = `type = 'visit.logged' and sub = '${household}'`;
  await (
    kind === "postgres"
      ? sql.raw(`alter table statements add check (not (${forbidden}))`)
      : sql.raw(`create trigger refusing before insert on statements
          when new.type = 'visit.logged' and new.sub = '${household}' begin select raise(abort, 'no'); end`)
  ).execute(db);
}

async function scopes() {
  const rows = await ward.store.db.selectFrom("devices").select(["kid", "scope"]).execute();
  return new Map(rows.map(({ kid, scope }) => [kid, scope]));
}

describe("a push", () => {
  test("is appended once, under the next numbers, byte for byte", async () => {
    const texts = [
      await ward.anna.say(absence(ward.households[0], "ghi")),
      await ward.anna.say(absence(ward.households[1])),
    ];
    const first = await ward.pushAll(...texts);
    expect(first.results).toEqual([
      { status: "accepted", seq: 9 },
      { status: "accepted", seq: 10 },
    ]);
    expect(first.head).toBe(10);
    const again = await ward.pushAll(...texts);
    expect(again.results).toEqual([
      { status: "duplicate", seq: 9 },
      { status: "duplicate", seq: 10 },
    ]);
    const rows = await log();
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(rows.slice(8).map(({ text }) => text)).toEqual(texts);
  });

  test("of more than one insert takes is kept whole, each under its own number", async () => {
    const texts = await Promise.all(
      Array.from({ length: 120 }, (_, i) => ward.anna.say(absence(ward.households[0], `lần ${i}`))),
    );
    const { results } = await ward.pushAll(...texts);
    expect(results).toEqual(texts.map((_, i) => ({ status: "accepted", seq: 9 + i })));
    const rows = (await log()).slice(8);
    expect(rows.map(({ seq, jti, text }) => [seq, jti, text])).toEqual(
      texts.map((text, i) => [9 + i, jtiOf(text), text]),
    );
  });

  test("with the same statement twice numbers it once", async () => {
    const text = await ward.anna.say(absence(ward.households[0]));
    expect(await ward.push(text, text)).toEqual([
      { status: "accepted", seq: 9 },
      { status: "duplicate", seq: 9 },
    ]);
  });

  test("keeps numbers without a gap when many come at once", async () => {
    const texts = await Promise.all(
      Array.from({ length: 60 }, () => ward.anna.say(absence(ward.households[0]))),
    );
    const answers = await Promise.all(texts.map((text) => ward.push(text, "xin chào")));
    const numbers = answers.map(([verdict]) => (verdict?.status === "accepted" ? verdict.seq : 0));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i + 9));
    expect((await log()).map(({ seq }) => seq)).toEqual(Array.from({ length: 68 }, (_, i) => i + 1));
  });

  test("that comes with others is judged as if each had come alone, whichever is first", async () => {
    const household = newId();
    const visit = await ward.anna.say(absence(ward.households[0]));
    const there = await ward.office.say(absence(household));
    const [one, other, bad, registered, , gone] = await Promise.all([
      ward.push(visit),
      ward.push(visit),
      ward.push("xin chào", await ward.anna.say(absence(ward.households[2]))),
      ward.push(await ward.anna.say(registration(household, "kp1/t01", 3, "Phạm Thị Chín"))),
      ward.push(there),
      ward.acceptor.push("khong-co", [visit]),
    ]);
    const [first, second] = [...one, ...other].toSorted((a, b) => (a.status < b.status ? -1 : 1));
    expect([first?.status, second?.status]).toEqual(["accepted", "duplicate"]);
    expect(first).toHaveProperty("seq", (second as { readonly seq?: number }).seq);
    expect(bad).toMatchObject([{ status: "rejected" }, { status: "held", reason: "beyond-area" }]);
    expect(registered).toMatchObject([{ status: "accepted" }]);
    expect(gone).toEqual({ ok: false, error: "unknown-ward" });
    const rows = (await log()).slice(8);
    expect(rows.map(({ seq }) => seq)).toEqual([9, 10, 11]);
    // Where it came before its household, it was held, and woken in the same commit or the next.
    expect(rows.map(({ text }) => text)).toContain(there);
  });

  test("that the store will not take fails alone, whatever it came with", async () => {
    await refuse(ward.households[1]);
    const said = [
      await ward.anna.say(absence(ward.households[1])),
      await ward.anna.say(absence(ward.households[0])),
      await ward.binh.say(absence(ward.households[2])),
    ];
    const [broken, ...good] = await Promise.allSettled(said.map((text) => ward.push(text)));
    expect(broken?.status).toBe("rejected");
    expect(good).toMatchObject(good.map(() => ({ status: "fulfilled", value: [{ status: "accepted" }] })));
    expect((await log()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test("to a ward that is not here says so", async () => {
    expect(await ward.acceptor.push("khong-co", ["x"])).toEqual({ ok: false, error: "unknown-ward" });
  });
});

describe("what is rejected", () => {
  test.each([
    ["not a statement", async () => "xin chào"],
    ["a stranger's", async () => (await createSpeaker(ward.slug)).say(absence(ward.households[0]))],
    ["another ward's", async () => ward.anna.say(absence(ward.households[0]), { ward: "phuong-khac" })],
    [
      "a broken schema",
      async () =>
        ward.anna.say({ type: "visit.logged", sub: ward.households[0], body: { outcome: "dancing" } }),
    ],
    ["too large", async () => ward.anna.say(absence(ward.households[0], "x".repeat(600_000)))],
    [
      "an enrolment that the ward key did not sign",
      async () => ward.office.say(enrolment(await createSpeaker(ward.slug), "office", [])),
    ],
    ["a ward described by another key", async () => ward.office.say(describeWard(ward.slug, ward.office))],
  ])("%s", async (_, make) => {
    const good = await ward.anna.say(absence(ward.households[0]));
    const [bad, next] = await ward.push(await make(), good);
    expect(bad?.status).toBe("rejected");
    expect(next?.status).toBe("accepted");
  });

  test("one id with other words, while the first stands", async () => {
    const jti = newId();
    const first = await ward.anna.say({ ...absence(ward.households[0]), jti });
    const other = await ward.anna.say({ ...absence(ward.households[1]), jti });
    const [, verdict] = await ward.push(first, other);
    expect(verdict).toEqual({ status: "rejected", reason: "id-taken" });
    expect(await ward.push(first)).toEqual([{ status: "duplicate", seq: 9 }]);
  });

  test("a key that a rejected enrolment of the same batch names", async () => {
    const pal = await createSpeaker(ward.slug);
    const texts = [
      await ward.office.say(enrolment(pal, "office", [])),
      await pal.say(absence(ward.households[0])),
    ];
    expect((await ward.push(...texts)).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });

  test("but one that the ward key enrols in the same batch speaks at once", async () => {
    const pal = await createSpeaker(ward.slug);
    const texts = [
      await ward.key.say(enrolment(pal, "volunteer", ["kp1"])),
      await pal.say(absence(ward.households[0])),
    ];
    expect((await ward.push(...texts)).map(({ status }) => status)).toEqual(["accepted", "accepted"]);
  });
});

describe("what is held", () => {
  test.each([
    ["beyond its area", "beyond-area", () => ward.anna.say(absence(ward.households[2]))],
    [
      "beyond its role",
      "beyond-role",
      () => ward.anna.say({ type: "household.closed", sub: ward.households[0], body: { reason: "other" } }),
    ],
    [
      "of an unknown type",
      "unknown-type",
      () => ward.anna.say({ type: "garden.blessed", sub: ward.households[0], body: {} }),
    ],
    [
      "of an unknown version",
      "unknown-version",
      () => ward.anna.say({ ...absence(ward.households[0]), v: 99 }),
    ],
    ["about a household nobody registered", "unknown-household", () => ward.anna.say(absence(newId()))],
    [
      "a household's words about another",
      "beyond-area",
      () =>
        ward.home.say({
          type: "opinion.given",
          sub: ward.households[1],
          body: { channel: "app" },
          personal: { text: "x" },
        }),
    ],
    [
      "a volunteer's word that two meetings are one",
      "beyond-role",
      () =>
        ward.anna.say({
          type: "meeting.matched",
          sub: "kp1",
          body: { meetings: [newId(), newId()], same: true },
        }),
    ],
    ["a household's visit", "beyond-role", () => ward.home.say(absence(ward.households[0]))],
  ])("%s", async (_, reason, make) => {
    const text = await make();
    expect(await ward.push(text)).toEqual([{ status: "held", reason }]);
    expect(await ward.push(text)).toEqual([{ status: "held", reason }]);
    expect((await log()).length).toBe(8);
  });

  test("a copy without its strokes waits, and the full one takes its place", async () => {
    const given = consent(ward.households[0]);
    const full = await ward.anna.say(pledge(ward.households[0], given.jti));
    expect(await ward.push(bare(full))).toEqual([{ status: "held", reason: "incomplete" }]);
    expect(await ward.push(full)).toEqual([{ status: "accepted", seq: 9 }]);
    expect(await ward.push(bare(full))).toEqual([{ status: "duplicate", seq: 9 }]);
    expect((await log()).at(-1)?.text).toBe(full);
    expect(await ward.store.db.selectFrom("held").selectAll().execute()).toEqual([]);
  });

  test("two partial copies are joined into a whole one", async () => {
    const full = await ward.anna.say(pledge(ward.households[0], newId()));
    const [jws, ...fields] = full.split("~");
    const copy = (...indices: number[]) => `${[jws, ...indices.map((i) => fields[i])].join("~")}~`;
    expect(await ward.push(copy(0))).toEqual([{ status: "held", reason: "incomplete" }]);
    expect(await ward.push(copy(1, 2))).toEqual([{ status: "accepted", seq: 9 }]);
    expect(Object.keys(personalOf(read((await log()).at(-1)?.text ?? ""))).sort()).toEqual([
      "relation",
      "signer",
      "strokes",
    ]);
  });

  test("what waited for a household is judged as soon as it is registered", async () => {
    const late = newId();
    const early = await ward.anna.say(absence(late));
    await ward.push(early);
    const [verdict] = await ward.push(await ward.anna.say(registration(late, "kp1/t01", 3, "Phạm Văn Út")));
    expect(verdict).toEqual({ status: "accepted", seq: 9 });
    expect(await ward.push(early)).toEqual([{ status: "duplicate", seq: 10 }]);
  });

  test("a revoked device is held, what it carries is judged as ever", async () => {
    const revoke = {
      type: "device.revoked",
      sub: ward.anna.kid,
      body: { reason: "other", from: 1795430000 },
    };
    await ward.push(await ward.office.say(revoke));
    const own = await ward.anna.say(absence(ward.households[0]));
    const carried = await ward.binh.say(absence(ward.households[2]));
    const answer = await ward.acceptor.push(ward.slug, [own, carried], { by: ward.anna.kid });
    expect(answer.ok && answer.value.results.map(({ status }) => status)).toEqual(["held", "accepted"]);
  });
});

describe("the ward's own key", () => {
  const revoked = { type: "device.revoked", body: { reason: "other", from: 1795430000 } };
  const enrols = async () => {
    const [verdict] = await ward.push(
      await ward.key.say(enrolment(await createSpeaker(ward.slug), "office", [])),
    );
    return verdict?.status;
  };

  test("cannot be revoked: that waits, and comes to nothing even where the office lets it through", async () => {
    const text = await ward.office.say({ ...revoked, sub: ward.key.kid });
    expect(await ward.push(text)).toEqual([{ status: "held", reason: "ward-key" }]);
    expect(await enrols()).toBe("accepted");
    const body = { decision: "accept", reason: "other" };
    await ward.push(
      await ward.office.say({ type: "statement.decided", sub: jtiOf(text), in: ward.slug, body }),
    );
    expect(await ward.push(text)).toMatchObject([{ status: "duplicate" }]);
    expect(await enrols()).toBe("accepted");
  });

  test("is no device to be enrolled or bounded", async () => {
    const own = await ward.key.say(enrolment(ward.key, "volunteer", ["kp1"]));
    expect(await ward.push(own)).toEqual([{ status: "rejected", reason: "ward-key" }]);
    const body = { areas: ["kp1"], from: 1, to: 2_000_000_000 };
    await ward.push(await ward.office.say({ type: "device.assigned", sub: ward.key.kid, body }));
    expect(await enrols()).toBe("accepted");
  });

  test("is revoked as any device once the ward has another, and speaks for the ward no more", async () => {
    const next = await createSpeaker(ward.slug);
    const draft = describeWard(ward.slug, ward.key);
    const keys = { sign: next.key, seal: next.key };
    await ward.push(await ward.key.say({ ...draft, body: { ...draft.body, keys } }));
    const [verdict] = await ward.push(await ward.office.say({ ...revoked, sub: ward.key.kid }));
    expect(verdict?.status).toBe("accepted");
    expect(await enrols()).toBe("held");
    expect(await ward.push(await ward.key.say(absence(ward.households[0])))).toEqual([
      { status: "held", reason: "device-revoked" },
    ]);
  });
});

describe("after a restore", () => {
  test("whom a former key of the ward enrolled waits for the office, and keeps what else it has until then", async () => {
    const [late, next] = [await createSpeaker(ward.slug), await createSpeaker(ward.slug)];
    const enrolled = await ward.key.say(enrolment(late, "volunteer", ["kp1"]));
    const own = await late.say(absence(ward.households[0]));
    const draft = describeWard(ward.slug, next);
    const revoke = { type: "device.revoked", sub: ward.key.kid, body: { reason: "other", from: 1795430000 } };
    // The new key's first word may come in one push with the one that names it.
    const changed = [await ward.key.say(draft), await next.say(draft), await next.say(revoke)];
    expect((await ward.push(...changed)).map(({ status }) => status)).toEqual(Array(3).fill("accepted"));
    const pushed = () => ward.acceptor.push(ward.slug, [enrolled, own], { by: late.kid });
    expect(await pushed()).toEqual({ ok: false, error: "unknown-device" });
    expect(await ward.push(enrolled)).toEqual([{ status: "held", reason: "device-revoked" }]);
    const body = { decision: "accept", reason: "other" };
    await ward.push(
      await ward.office.say({ type: "statement.decided", sub: jtiOf(enrolled), in: ward.slug, body }),
    );
    expect(await pushed()).toMatchObject({
      value: { results: [{ status: "duplicate" }, { status: "accepted" }] },
    });
    expect(await ward.push(await ward.key.say(describeWard(ward.slug, late)))).toEqual([
      { status: "rejected", reason: "not-ward-key" },
    ]);
  });

  test("what the ward key once said of a device makes it known again, whoever has used its code since", async () => {
    const late = await createSpeaker(ward.slug);
    const draft = enrolment(late, "household", [], ward.households[1]);
    const enrolled = await ward.key.say({ ...draft, body: { ...draft.body, invite: ward.anna.kid } });
    const said = await late.say(consent(ward.households[1]));
    expect(await ward.push(enrolled, said)).toMatchObject([{ status: "accepted" }, { status: "accepted" }]);
    expect(await ward.push(await ward.anna.say(absence(ward.households[0])))).toMatchObject([
      { status: "accepted" },
    ]);
  });

  test("a revocation that comes back before its device's enrolment holds", async () => {
    const late = await createSpeaker(ward.slug);
    const revoke = { type: "device.revoked", sub: late.kid, body: { reason: "other", from: 1795430000 } };
    await ward.push(await ward.office.say(revoke));
    await ward.push(await ward.key.say(enrolment(late, "volunteer", ["kp1"])));
    expect(await ward.push(await late.say(absence(ward.households[0])))).toEqual([
      { status: "held", reason: "device-revoked" },
    ]);
  });
});

describe("the office decides", () => {
  const decide = (text: string, decision: string) =>
    ward.office.say({
      type: "statement.decided",
      sub: jtiOf(text),
      in: ward.households[2],
      body: { decision, reason: "wish" },
    });

  test("what it accepts is appended right after the decision", async () => {
    const text = await ward.anna.say(absence(ward.households[2]));
    await ward.push(text);
    expect(await ward.push(await decide(text, "accept"))).toEqual([{ status: "accepted", seq: 9 }]);
    expect(await ward.push(text)).toEqual([{ status: "duplicate", seq: 10 }]);
  });

  test("before its target has come, too", async () => {
    const text = await ward.anna.say(absence(ward.households[2]));
    await ward.push(await decide(text, "accept"));
    expect(await ward.push(text)).toEqual([{ status: "accepted", seq: 10 }]);
  });

  test("what it refuses is told with the reason, and may be accepted later", async () => {
    const text = await ward.anna.say(absence(ward.households[2]));
    await ward.push(text, await decide(text, "refuse"));
    expect(await ward.push(text)).toEqual([{ status: "refused", reason: "wish" }]);
    await ward.push(await decide(text, "accept"));
    expect((await ward.push(text))[0]?.status).toBe("duplicate");
  });

  test("a volunteer does not", async () => {
    const text = await ward.anna.say(absence(ward.households[2]));
    const own = await ward.anna.say({
      type: "statement.decided",
      sub: jtiOf(text),
      in: ward.households[2],
      body: { decision: "accept", reason: "wish" },
    });
    expect((await ward.push(text, own)).map(({ status }) => status)).toEqual(["held", "held"]);
  });
});

describe("retractions", () => {
  const back = (speaker: SmallWard["anna"], text: string) =>
    speaker.say({
      type: "statement.retracted",
      sub: jtiOf(text),
      in: read(text).claims.sub,
      body: { reason: "mistake" },
    });

  test("of one's own are accepted, of another's held, by the office accepted", async () => {
    const mine = await ward.anna.say(absence(ward.households[0]));
    const theirs = await ward.office.say(absence(ward.households[0]));
    await ward.push(mine, theirs);
    const verdicts = await ward.push(
      await back(ward.anna, mine),
      await back(ward.anna, theirs),
      await back(ward.office, mine),
    );
    expect(verdicts.map(({ status }) => status)).toEqual(["accepted", "held", "accepted"]);
  });

  test("of two meetings that the office joined are the office's alone", async () => {
    const begun = { kind: "residents", date: "2026-11-18", place: "", subject: "Họp" };
    const held = [await ward.anna.say({ type: "meeting.held", sub: "kp1/t01", body: begun })];
    held.push(await ward.office.say({ type: "meeting.held", sub: "kp1", body: begun }));
    const match = await ward.office.say({
      type: "meeting.matched",
      sub: "kp1",
      body: { meetings: held.map(jtiOf), same: true },
    });
    const verdicts = await ward.push(
      ...held,
      match,
      await back(ward.anna, match),
      await back(ward.office, match),
    );
    expect(verdicts.map(({ status }) => status)).toEqual([
      "accepted",
      "accepted",
      "accepted",
      "held",
      "accepted",
    ]);
  });

  test("that come first stand with their target once it is there", async () => {
    const text = await ward.anna.say(absence(ward.households[0]));
    const early = await ward.anna.say({
      type: "statement.retracted",
      sub: jtiOf(text),
      in: "kp1",
      body: { reason: "mistake" },
    });
    await ward.push(early, text);
    const rows = await log();
    expect(rows.at(-2)).toMatchObject({
      type: "statement.retracted",
      place: ward.households[0],
      topic: "visit.logged",
    });
  });
});

test("a household that is registered and changed in one push stands where it should", async () => {
  const [one, two, three] = [newId(), newId(), newId()];
  const texts = [
    await ward.office.say(registration(one, "kp1/t01", 5, "Hộ Năm")),
    await ward.office.say(registration(two, "kp1/t01", 6, "Hộ Sáu")),
    await ward.office.say(registration(three, "kp1/t01", 7, "Hộ Bảy")),
    await ward.office.say({ type: "household.merged", sub: one, body: { into: two } }),
    await ward.office.say({ type: "household.changed", sub: two, body: { members: 9 } }),
    await ward.office.say({ type: "household.moved", sub: three, body: { area: "kp2/t06" } }),
  ];
  await ward.push(...texts);
  const rows = await ward.store.db.selectFrom("households").selectAll().execute();
  const stands = (id: string) =>
    rows.filter(({ household }) => household === id).map((row) => [row.area, row.heir]);
  expect([one, two, three].map(stands)).toEqual([
    [["kp1/t01", two]],
    [["kp1/t01", two]],
    [["kp2/t06", three]],
  ]);
});

describe("scope", () => {
  test("changes for a household's phone when a retraction that came first finds a target that it reads", async () => {
    const given = await ward.anna.say({
      type: "handbook.delivered",
      sub: ward.households[0],
      body: { edition: 4, how: "hand" },
    });
    const early = await ward.anna.say({
      type: "statement.retracted",
      sub: jtiOf(given),
      in: ward.households[0],
      body: { reason: "mistake" },
    });
    await ward.push(early);
    const before = await scopes();
    await ward.push(given);
    const after = await scopes();
    const changed = [...after].filter(([kid, scope]) => scope !== before.get(kid)).map(([kid]) => kid);
    expect(changed).toEqual([ward.home.kid]);
  });

  test("does not change for a key that enrols again for the same work", async () => {
    const before = await scopes();
    const draft = enrolment(ward.anna, "volunteer", ["kp1"]);
    const text = await ward.key.say({ ...draft, body: { ...draft.body, invite: newId() } });
    expect(await ward.push(text)).toMatchObject([{ status: "accepted" }]);
    expect((await scopes()).get(ward.anna.kid)).toBe(before.get(ward.anna.kid));
  });

  test("changes for a key that enrols again for another household", async () => {
    const before = await scopes();
    const draft = enrolment(ward.home, "household", []);
    const text = await ward.key.say({
      ...draft,
      body: { ...draft.body, invite: newId() },
      personal: { ...draft.personal, household: ward.households[1] },
    });
    expect(await ward.push(text)).toMatchObject([{ status: "accepted" }]);
    expect((await scopes()).get(ward.home.kid)).toBe((before.get(ward.home.kid) ?? 0) + 1);
  });

  test("a move changes it for both sides and for nobody else", async () => {
    const before = await scopes();
    await ward.push(
      await ward.office.say({ type: "household.moved", sub: ward.households[1], body: { area: "kp2/t06" } }),
    );
    const after = await scopes();
    const changed = [...after].filter(([kid, scope]) => scope !== before.get(kid)).map(([kid]) => kid);
    expect(changed.toSorted()).toEqual([ward.anna.kid, ward.binh.kid].toSorted());
  });

  test("a merger over the border and its retraction do, too", async () => {
    const merged = await ward.office.say({
      type: "household.merged",
      sub: ward.households[1],
      body: { into: ward.households[2] },
    });
    const before = await scopes();
    await ward.push(merged);
    const between = await scopes();
    expect(between.get(ward.anna.kid)).toBe((before.get(ward.anna.kid) ?? 0) + 1);
    expect(await ward.push(await ward.binh.say(absence(ward.households[1])))).toMatchObject([
      { status: "accepted" },
    ]);
    await ward.push(
      await ward.office.say({
        type: "statement.retracted",
        sub: jtiOf(merged),
        in: ward.households[1],
        body: { reason: "mistake" },
      }),
    );
    expect((await scopes()).get(ward.anna.kid)).toBe((between.get(ward.anna.kid) ?? 0) + 1);
    expect(await ward.push(await ward.binh.say(absence(ward.households[1])))).toMatchObject([
      { status: "held" },
    ]);
  });

  test("a registration of what nobody spoke of changes none", async () => {
    const before = await scopes();
    await ward.push(await ward.anna.say(registration(newId(), "kp1/t02", 1, "Ngô Thị Lan")));
    expect(await scopes()).toEqual(before);
  });

  test("a second registration moves nobody", async () => {
    const text = await ward.anna.say(registration(ward.households[2], "kp1/t01", 9, "Lê Hoàng Dũng"));
    expect(await ward.push(text)).toEqual([{ status: "held", reason: "beyond-area" }]);
    await ward.push(await ward.office.say(registration(ward.households[2], "kp1/t01", 9, "Lê Hoàng Dũng")));
    const row = await ward.store.db
      .selectFrom("households")
      .selectAll()
      .where("household", "=", ward.households[2])
      .executeTakeFirst();
    expect(row?.area).toBe("kp2/t06");
    // Whoever may speak of it where it stands may register it again, whatever area that names.
    const own = await ward.anna.say(registration(ward.households[0], "kp2/t06", 1, "Nguyễn Thị Ánh"));
    expect(await ward.push(own)).toMatchObject([{ status: "accepted" }]);
    const stands = await ward.store.db
      .selectFrom("households")
      .select("area")
      .where("household", "=", ward.households[0])
      .executeTakeFirst();
    expect(stands?.area).toBe("kp1/t01");
  });
});

describe("an erasure", () => {
  test("drops the words for good, also from what is held and from what comes later", async () => {
    const secret = "Lê Thị Sẽ Xoá";
    const inLog = await ward.anna.say(absence(ward.households[0], secret));
    const inHeld = await ward.binh.say(absence(ward.households[0], secret));
    await ward.push(inLog, inHeld);
    const [verdict] = await ward.push(
      await ward.office.say({ type: "data.erased", sub: ward.households[0], body: {} }),
    );
    expect(verdict?.status).toBe("accepted");
    const later = await ward.anna.say(absence(ward.households[0], secret));
    expect(await ward.push(inLog, later)).toMatchObject([{ status: "duplicate" }, { status: "accepted" }]);
    const rows = await log();
    expect(
      rows.filter(({ sub }) => sub === ward.households[0]).map(({ disclosures }) => disclosures),
    ).toEqual(Array(4).fill(""));
    const held = await ward.store.db.selectFrom("held").selectAll().execute();
    expect(held.map(({ disclosures }) => disclosures)).toEqual([""]);
  });

  test("of a statement is taken with its place and without, and stands where that one does", async () => {
    const text = await ward.anna.say(absence(ward.households[0], "ghi"));
    const unknown = newId();
    await ward.push(text);
    const erased = (sub: string, inside?: string) =>
      ward.office.say({
        type: "data.erased",
        sub,
        ...(inside === undefined ? {} : { in: inside }),
        body: {},
      });
    const verdicts = await ward.push(
      await erased(jtiOf(text), ward.households[0]),
      await erased(jtiOf(text), "kp1/t01"),
      await erased(jtiOf(text)),
      await erased(unknown, "kp2"),
      await erased(ward.anna.kid, "kp1"),
    );
    expect(verdicts.slice(0, 4).map(({ status }) => status)).toEqual(Array(4).fill("accepted"));
    expect(verdicts[4]).toEqual({ status: "rejected", reason: "bad-in" });
    const rows = (await log()).slice(8);
    expect(rows.map(({ place }) => place)).toEqual([...Array(4).fill(ward.households[0]), "kp2"]);
    expect(rows[0]?.disclosures).toBe("");
  });

  test("of one field of one statement leaves the others", async () => {
    const text = await ward.anna.say(pledge(ward.households[0], newId()));
    await ward.push(text);
    await ward.push(
      await ward.office.say({
        type: "data.erased",
        sub: ward.households[0],
        body: { statements: [jtiOf(text)], names: ["strokes"] },
      }),
    );
    const row = (await log()).find(({ jti }) => jti === jtiOf(text));
    expect(Object.keys(personalOf(read(row?.text ?? "~"))).sort()).toEqual(["relation", "signer"]);
    expect(await ward.push(text)).toMatchObject([{ status: "duplicate" }]);
    expect((await log()).find(({ jti }) => jti === jtiOf(text))?.text).toBe(row?.text);
  });

  test("of one field explains no other that is missing", async () => {
    const text = await ward.anna.say(pledge(ward.households[0], newId()));
    const body = { statements: [jtiOf(text)], names: ["strokes"] };
    await ward.push(await ward.office.say({ type: "data.erased", sub: ward.households[0], body }));
    const [jws, ...fields] = text.split("~");
    const without = (...names: string[]) => {
      const kept = read(text).disclosures.filter(({ name }) => !names.includes(name));
      return `${[jws, ...fields.filter((field) => kept.some((one) => one.text === field))].join("~")}~`;
    };
    expect(await ward.push(without("strokes", "signer"))).toEqual([{ status: "held", reason: "incomplete" }]);
    expect(await ward.push(without("strokes"))).toMatchObject([{ status: "accepted" }]);
  });

  test("a volunteer's is held", async () => {
    expect(
      await ward.push(await ward.anna.say({ type: "data.erased", sub: ward.households[0], body: {} })),
    ).toEqual([{ status: "held", reason: "beyond-role" }]);
  });
});
