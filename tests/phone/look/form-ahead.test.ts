import "fake-indexeddb/auto";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { beforeEach, expect, test } from "vitest";
import { parseStatement, type Draft } from "../../../src/domain/statement.ts";
import { append } from "../../../src/phone/append/append.ts";
import { keepDraft, watchDraft } from "../../../src/phone/drafts/drafts.ts";
import { pledgeDraftKey } from "../../../src/phone/drafts/pledge-draft-key.ts";
import { readFormAhead } from "../../../src/phone/look/form-ahead.ts";
import { watchRow } from "../../../src/phone/queries/row-query.ts";
import { watchWard } from "../../../src/phone/queries/ward-queries.ts";
import { phoneDatabase, type PhoneDatabase } from "../../../src/phone/store/database.ts";
import { watchMemberships } from "../../../src/phone/store/memberships.ts";
import { newMembership } from "../../../src/phone/store/new-membership.ts";
import { setSettings, watchSettings } from "../../../src/phone/store/settings.ts";
import { describeWard, enrolment } from "../../server/small-ward.ts";
import { createSpeaker, newId } from "../../server/speaker.ts";
import { registration } from "../real-ward.ts";
import { must, now } from "../test-phone.ts";

const slug = "phuong-thu";

let factory: IDBFactory;
let db: PhoneDatabase;
let says: (draft: Draft) => Promise<void>;

beforeEach(async () => {
  factory = new IDBFactory();
  db = phoneDatabase({ indexedDB: factory, IDBKeyRange });
  const [key, anna] = await Promise.all([createSpeaker(slug), createSpeaker(slug)]);
  let seq = 0;
  const take = async (by: typeof key, draft: Draft) => {
    const statement = must(parseStatement(await by.say(draft)));
    const arrival = { statement, seq: ++seq, at: Date.now(), standing: "log" } as const;
    const membership = (row = newMembership(slug)) => ({
      ...row,
      role: "volunteer" as const,
      clockOffset: 7,
    });
    must(await append(db, { ward: slug, arrivals: [arrival], membership }));
  };
  says = (draft) => take(anna, draft);
  await take(key, describeWard(slug, key));
  await take(key, enrolment(anna, "volunteer", ["kp1"]));
});

/** What the form's live queries tell of a household. */
async function told(id: string) {
  const key = pledgeDraftKey(slug, id);
  return [
    { name: "memberships", args: [], value: await now(watchMemberships(db)) },
    { name: "settings", args: [], value: await now(watchSettings(db)) },
    { name: "ward", args: [slug], value: await now(watchWard(db, slug)) },
    { name: "row", args: [slug, id], value: await now(watchRow(db, slug, id)) },
    { name: "draft", args: [key], value: await now(watchDraft(db, key)) },
  ];
}

test("what is read ahead of a pledge's form is what its queries tell", async () => {
  const id = newId();
  await says(registration(id, "kp1/t01", 1, "Hộ 1"));
  expect(await readFormAhead(factory, id)).toEqual({ answers: await told(id), clockOffsets: [[slug, 7]] });
  await keepDraft(db, pledgeDraftKey(slug, id), { step: 2 });
  await setSettings(db, { language: "en" });
  const ahead = await readFormAhead(factory, id);
  expect(ahead?.answers).toEqual(await told(id));
  expect(ahead?.answers.map(({ value }) => value)).toContainEqual({ step: 2 });
});

test("of a household that was merged into another, the other's line is read", async () => {
  const [old, heir] = [newId(), newId()];
  await says(registration(old, "kp1/t01", 1, "Hộ 1"));
  await says(registration(heir, "kp1/t01", 2, "Hộ 2"));
  await says({ type: "household.merged", sub: old, body: { into: heir } });
  const ahead = await readFormAhead(factory, old);
  expect(ahead?.answers).toEqual(await told(old));
  expect(ahead?.answers.map(({ value }) => value)).toContainEqual(expect.objectContaining({ id: heir }));
});

test("nothing is read ahead of a household that this phone has not got, nor where it has nothing at all", async () => {
  expect(await readFormAhead(factory, newId())).toBeNull();
  const empty = new IDBFactory();
  expect(await readFormAhead(empty, newId())).toBeNull();
  expect(await empty.databases()).toEqual([]);
});
