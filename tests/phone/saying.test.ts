import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { readKept } from "../../src/domain/signed/plain-form.ts";
import { parseStatement, type Draft, type NamedDraft } from "../../src/domain/statement.ts";
import type { HouseholdRow } from "../../src/phone/api/phone.ts";
import { append } from "../../src/phone/append/append.ts";
import { phoneDatabase } from "../../src/phone/store/database.ts";
import { isFull } from "../../src/phone/store/is-full.ts";
import { open } from "../../src/phone/store/seal.ts";
import { newId } from "../server/speaker.ts";
import { standAtDoor } from "./one-door.ts";
import { absence, delivery, pledging, registration, type RealWard } from "./real-ward.ts";
import { enrolled, must, now, testPhone, type TestPhone } from "./test-phone.ts";

let ward: RealWard;
let phone: TestPhone;
const household = newId();

beforeEach(async () => {
  ({ ward, phone } = await standAtDoor(household));
});
afterEach(() => ward.remove());

async function ownNumbers(): Promise<number[]> {
  const rows = (await phone.db.statements.toArray()).filter(({ own }) => own === 1);
  const read = rows.map((row) => readKept(open(row.sealed)));
  return read.map((one) => must(one).claims.n).sort((a, b) => a - b);
}

describe("say", () => {
  test("draws numbers without gap or double while two tabs speak at once", async () => {
    const tab = phone.tab();
    const said = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        (at % 2 === 0 ? phone : tab).act.say(
          ward.slug,
          at % 3 === 0 ? pledging(household) : [delivery(household)],
        ),
      ),
    );
    expect(said.every(({ ok }) => ok)).toBe(true);
    const numbers = await ownNumbers();
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    expect(numbers).toHaveLength(16);
    await phone.act.exchange(ward.slug);
    expect(await now(phone.watch.sending(ward.slug))).toMatchObject({ unsent: 0, problem: null });
  });

  test("keeps nothing of an act that breaks off, and draws its numbers again", async () => {
    const draft = "pledge/of-this-household";
    must(await phone.act.keepDraft(draft, { signer: "Võ Thị Bảy" }));
    // The last write of the transaction fails, as where the disk is full.
    const broken = vi.spyOn(phone.db.memberships, "put").mockImplementationOnce(() => {
      throw new DOMException("no room", "QuotaExceededError");
    });
    expect(await phone.act.say(ward.slug, pledging(household), draft)).toEqual({ ok: false, error: "full" });
    broken.mockRestore();
    expect(await ownNumbers()).toEqual([]);
    expect((await now(phone.watch.round(ward.slug)))[0]?.status.word).toBe("none");
    expect(await now(phone.watch.draft(draft))).toEqual({ signer: "Võ Thị Bảy" });

    must(await phone.act.say(ward.slug, pledging(household), draft));
    expect(await ownNumbers()).toEqual([1, 2]);
    expect(await now(phone.watch.draft(draft))).toBeNull();
  });

  test("signs once what was made ready as the finger came down, and anew what has changed since", async () => {
    const drafts = pledging(household).map((draft) => ({ ...draft, jti: draft.jti ?? newId() }));
    const sign = vi.spyOn(crypto.subtle, "sign");
    phone.act.getReady(ward.slug, drafts);
    await expect.poll(() => sign.mock.calls.length).toBe(drafts.length);
    expect(await ownNumbers()).toEqual([]);
    must(await phone.act.say(ward.slug, drafts));
    expect(sign).toHaveBeenCalledTimes(drafts.length);
    expect(await ownNumbers()).toEqual([1, 2]);

    const visit = { ...absence(household), jti: newId() };
    phone.act.getReady(ward.slug, [visit]);
    must(await phone.act.say(ward.slug, [{ ...visit, personal: { note: "Chiều về" } }]));
    sign.mockRestore();
    expect(await ownNumbers()).toEqual([1, 2, 3]);
    await phone.act.exchange(ward.slug);
    expect(await now(phone.watch.sending(ward.slug))).toMatchObject({ unsent: 0, problem: null });
    const diary = await now(phone.watch.household(ward.slug, household));
    expect(JSON.stringify(diary)).toContain("Chiều về");
  });

  test("reads nothing of the household again where it was made ready, and all of it where something came between", async () => {
    const ready = async (drafts: readonly NamedDraft[]) => {
      const read = vi.spyOn(phone.db.views, "bulkGet");
      phone.act.getReady(ward.slug, drafts);
      await expect.poll(() => read.mock.calls.length).toBeGreaterThan(0);
      await Promise.all(read.mock.results.map(({ value }) => value as Promise<unknown>));
      read.mockClear();
      return read;
    };
    const named = (drafts: readonly Draft[]) => drafts.map((draft) => ({ ...draft, jti: newId() }));
    const shown = async () => JSON.stringify(await now(phone.watch.household(ward.slug, household)));

    const first = named([delivery(household)]);
    const read = await ready(first);
    must(await phone.act.say(ward.slug, first));
    expect(read).not.toHaveBeenCalled();
    expect((await now(phone.watch.round(ward.slug)))[0]?.status.word).toBe("given");

    const second = named([{ ...absence(household), personal: { note: "Chiều về" } }]);
    const readAgain = await ready(second);
    await ward.say({ ...absence(household), personal: { note: "Người khác cũng tới" } });
    await phone.act.exchange(ward.slug);
    readAgain.mockClear();
    must(await phone.act.say(ward.slug, second));
    expect(readAgain).toHaveBeenCalled();
    readAgain.mockRestore();
    const diary = await shown();
    expect(diary).toContain("Chiều về");
    expect(diary).toContain("Người khác cũng tới");
    // As it would be computed from nothing but what is kept.
    await append(phone.db, { ward: ward.slug, rebuild: true, membership: (before) => before ?? null });
    expect(await shown()).toBe(diary);
  });

  test("calls any other trouble of the storage by its name", async () => {
    vi.spyOn(phone.db.statements, "bulkPut").mockImplementationOnce(() => {
      throw new DOMException("internal", "UnknownError");
    });
    expect(await phone.act.say(ward.slug, [delivery(household)])).toEqual({ ok: false, error: "storage" });
    vi.spyOn(phone.db.drafts, "put").mockImplementationOnce(() => {
      throw new DOMException("no room", "QuotaExceededError");
    });
    expect(await phone.act.keepDraft("x", 1)).toEqual({ ok: false, error: "full" });
  });

  test("refuses what breaks its schema, an empty signature for one, and keeps none of the act", async () => {
    const [consent, pledge] = pledging(household);
    const empty = { ...pledge!, personal: { ...pledge!.personal, strokes: "" } };
    expect(await phone.act.say(ward.slug, [consent!, empty])).toEqual({ ok: false, error: "invalid" });
    expect(await phone.act.say(ward.slug, [{ type: "no.such", sub: household, body: {} }])).toEqual({
      ok: false,
      error: "invalid",
    });
    expect(await ownNumbers()).toEqual([]);
  });

  test("is in the round by the time it answers, however late the phone reads its round again", async () => {
    const other = newId();
    await ward.say(registration(other, "kp1/t01", 8, "Lê Văn Tám"));
    await phone.act.exchange(ward.slug);
    const told: (readonly HouseholdRow[])[] = [];
    await new Promise<void>((resolve) => {
      const stop = phone.watch.round(ward.slug)((rows) => {
        told.push(rows);
        if (rows.length === 2) resolve();
      });
      onTestFinished(stop);
    });
    const words = () => told.at(-1)?.map(({ status }) => [status.word, status.absences]);
    must(await phone.act.say(ward.slug, [absence(household)]));
    expect(words()).toEqual([
      ["none", 1],
      ["none", 0],
    ]);
    const [jti] = must(await phone.act.say(ward.slug, [delivery(household)]));
    expect(words()?.[0]).toEqual(["given", 0]);
    must(await phone.act.retract(ward.slug, jti!, household));
    expect(words()?.[0]).toEqual(["none", 1]);
    // What is read again then is the same: nobody is told anything else.
    const rows = told.at(-1);
    must(await phone.act.say(ward.slug, [delivery(other)]));
    await vi.waitFor(async () => expect(await now(phone.tab().watch.round(ward.slug))).toEqual(told.at(-1)), {
      timeout: 15_000,
    });
    expect(told.at(-1)?.[0]).toBe(rows?.[0]);
  });

  test("keeps an act once that is said twice under the same ids", async () => {
    const act = pledging(household).map((draft) => ({ ...draft, jti: draft.jti ?? newId() }));
    const first = must(await phone.act.say(ward.slug, act));
    // Another tab that was slower to leave.
    must(await phone.act.keepDraft("pledge/of-this-household", { signer: "Võ Thị Bảy" }));
    expect(must(await phone.act.say(ward.slug, act, "pledge/of-this-household"))).toEqual(first);
    expect(await ownNumbers()).toEqual([1, 2]);
    expect(await now(phone.watch.draft("pledge/of-this-household"))).toBeNull();
  });

  test("keeps the draft, and tells that it kept nothing, of other words under ids that another tab has said", async () => {
    const first = pledging(household).map((draft) => ({ ...draft, jti: draft.jti ?? newId() }));
    const tab = phone.tab();
    must(await phone.act.say(ward.slug, first));
    must(await tab.act.keepDraft("pledge/of-this-household", { signer: "Võ Văn Con" }));
    const [consent, pledge] = [first[0]!, first[1]!];
    for (const act of [
      [consent, { ...pledge, personal: { ...pledge.personal, signer: "Võ Văn Con", strokes: "M5 5l50 50" } }],
      [consent, { ...pledge, body: { ...pledge.body, agreed: [], declined: ["flag"] } }],
      [consent, { ...pledge, sub: newId() }],
      [{ ...absence(household), jti: consent.jti }],
    ])
      expect(await tab.act.say(ward.slug, act, "pledge/of-this-household")).toEqual({
        ok: false,
        error: "taken",
      });
    expect(await now(tab.watch.draft("pledge/of-this-household"))).toEqual({ signer: "Võ Văn Con" });
    expect(await ownNumbers()).toEqual([1, 2]);
  });

  test("keeps nothing of an act of which a part was said before, and says so", async () => {
    const known = { ...absence(household), jti: newId() };
    must(await phone.act.say(ward.slug, [known]));
    const fresh = { ...absence(household, "Chiều về"), jti: newId() };
    expect(await phone.act.say(ward.slug, [known, fresh])).toEqual({ ok: false, error: "taken" });
    expect(await phone.act.statementText(ward.slug, fresh.jti)).toBeNull();
  });

  test("is for devices: a reader and a revoked one keep nothing", async () => {
    const reader = testPhone(ward);
    must(await reader.act.loadHandbook(ward.slug));
    expect(await reader.act.say(ward.slug, [delivery(household)])).toEqual({
      ok: false,
      error: "not-enrolled",
    });
    const { device } = (await now(phone.watch.memberships()))[0]!;
    await ward.say({ type: "device.revoked", sub: device!, body: { reason: "other", from: 1 } });
    await phone.act.exchange(ward.slug);
    expect((await now(phone.watch.memberships()))[0]?.revoked).toBe(true);
    expect(await phone.act.say(ward.slug, [delivery(household)])).toEqual({
      ok: false,
      error: "not-enrolled",
    });
  });

  test("takes back one's own within ten seconds without a line in the diary, later with one", async () => {
    const [jti] = must(await phone.act.say(ward.slug, [absence(household)]));
    must(await phone.act.retract(ward.slug, jti!, household));
    const facts = await now(phone.watch.household(ward.slug, household));
    expect(facts?.visits).toEqual([]);
    expect(facts?.diary.map(({ type }) => type)).toEqual(["household.registered"]);
    const [later] = must(await phone.act.say(ward.slug, [absence(household)]));
    ward.time += 3_600_000;
    must(await phone.act.retract(ward.slug, later!, household));
    const after = await now(phone.watch.household(ward.slug, household));
    expect(after?.visits).toEqual([]);
    expect(after?.diary.find(({ jti: id }) => id === later)).toMatchObject({ retracted: true });
    expect(await now(phone.watch.outbox(ward.slug))).toHaveLength(4);
  });

  test("gives out a statement as it is signed", async () => {
    const [jti] = must(await phone.act.say(ward.slug, [absence(household, "Đi chợ")]));
    const text = await phone.act.statementText(ward.slug, jti!);
    expect(must(parseStatement(text!)).disclosures).toMatchObject([{ name: "note", value: "Đi chợ" }]);
    expect(await phone.act.statementText(ward.slug, newId())).toBeNull();
  });
});

test("the sending list says whose a record is, also of a household that stands in no list any more", async () => {
  const other = newId();
  await ward.say(registration(other, "kp1/t01", 8, "Lý Văn Tám"));
  const office = testPhone(ward);
  await enrolled(ward, office, { role: "office", areas: [] });
  await office.act.exchange(ward.slug);
  must(
    await office.act.say(ward.slug, [
      { type: "household.closed", sub: household, body: { reason: "other" } },
      { type: "household.merged", sub: other, body: { into: household } },
    ]),
  );
  const lines = await now(office.watch.outbox(ward.slug));
  expect(lines.map(({ type, household: whose }) => [type, whose])).toEqual([
    ["household.merged", { id: other, number: 8, head: "Lý Văn Tám" }],
    ["household.closed", { id: household, number: 7, head: "Võ Thị Bảy" }],
  ]);
});

test("commits are strict: told of only when they are on the disk", () => {
  const options = Reflect.get(phoneDatabase(), "_options") as Record<string, unknown>;
  expect(options["chromeTransactionDurability"]).toBe("strict");
});

test("no room left is known as such, also where it was one of many records", () => {
  const full = new DOMException("", "QuotaExceededError");
  expect(isFull(new Dexie.BulkError("bulkPut failed", { 0: full }))).toBe(true);
  expect(isFull(new Dexie.BulkError("bulkPut failed", { 0: new Error("other") }))).toBe(false);
});
