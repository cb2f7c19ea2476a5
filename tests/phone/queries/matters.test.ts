import type { HouseholdMatters } from "../../../src/domain/matters/household-matters.ts";
import "fake-indexeddb/auto";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { beforeEach, expect, test } from "vitest";
import { parseStatement, type Draft } from "../../../src/domain/statement.ts";
import { append } from "../../../src/phone/append/append.ts";
import { watchMatters } from "../../../src/phone/queries/matters.ts";
import { phoneDatabase, type PhoneDatabase } from "../../../src/phone/store/database.ts";
import { newMembership } from "../../../src/phone/store/new-membership.ts";

import { describeWard, enrolment } from "../../server/small-ward.ts";
import { createSpeaker, newId } from "../../server/speaker.ts";
import { registration } from "../real-ward.ts";
import { must, now } from "../test-phone.ts";

const slug = "phuong-thu";
const [a, b] = [newId(), newId()];
type Speaker = Awaited<ReturnType<typeof createSpeaker>>;
let db: PhoneDatabase;
let key: Speaker;
let office: Speaker;
let seq: number;

beforeEach(async () => {
  db = phoneDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  [key, office] = await Promise.all([createSpeaker(slug), createSpeaker(slug)]);
  seq = 0;
  await hear(key, describeWard(slug, key));
  await hear(key, enrolment(office, "office", ["kp1"]));
  for (const [at, id] of [a, b].entries())
    await hear(office, registration(id, "kp1/t01", at + 1, `Hộ ${at + 1}`));
});

/** What the log brings, one at a time; returns its id. */
async function hear(who: Speaker, draft: Draft): Promise<string> {
  const statement = must(parseStatement(await who.say(draft)));
  seq += 1;
  const arrivals = [{ statement, seq, at: Date.now() + seq, standing: "log" as const }];
  must(await append(db, { ward: slug, arrivals, membership: (one) => one ?? newMembership(slug) }));
  return statement.claims.jti;
}

const opinion = (sub: string, text: string): Draft => ({
  type: "opinion.given",
  sub,
  body: { channel: "door" },
  personal: { text },
});
const words = (all: readonly HouseholdMatters[]) =>
  all.map(({ household, opinions, requests }) => [
    household.id,
    opinions.map(({ text, status }) => `${text}: ${status}`),
    requests.map(({ kind, answer }) => `${kind}: ${answer?.outcome ?? "waits"}`),
  ]);

test("what households said and asked follows each word about it, and only those that did are told of", async () => {
  const watched = watchMatters(db, slug);
  expect(await now(watched)).toEqual([]);
  const given = await hear(office, opinion(a, "Đèn tắt"));
  const asked = await hear(office, { type: "request.made", sub: a, body: { kind: "see" } });
  expect(words(await now(watched))).toEqual([[a, ["Đèn tắt: given"], ["see: waits"]]]);
  await hear(office, { type: "opinion.answered", sub: given, in: a, body: { status: "answered" } });
  await hear(office, { type: "request.answered", sub: asked, in: a, body: { outcome: "done" } });
  expect(words(await now(watched))).toEqual([[a, ["Đèn tắt: answered"], ["see: done"]]]);
  await hear(office, { type: "statement.retracted", sub: given, in: a, body: { reason: "wish" } });
  await hear(office, { type: "statement.retracted", sub: asked, in: a, body: { reason: "wish" } });
  expect(words(await now(watched))).toEqual([]);
});

test("a household that is no more is told of still; one that was merged under its heir alone", async () => {
  await hear(office, opinion(a, "Của a"));
  await hear(office, opinion(b, "Của b"));
  await hear(office, { type: "household.merged", sub: a, body: { into: b } });
  expect(words(await now(watchMatters(db, slug)))).toEqual([[b, ["Của a: given", "Của b: given"], []]]);
  await hear(office, { type: "household.closed", sub: b, body: { reason: "other" } });
  expect(words(await now(watchMatters(db, slug)))).toHaveLength(1);
});

test("erased words are gone from it", async () => {
  const given = await hear(office, opinion(a, "Lời riêng"));
  await hear(office, { type: "data.erased", sub: given, body: {} });
  expect(words(await now(watchMatters(db, slug)))).toEqual([[a, ["undefined: given"], []]]);
});
