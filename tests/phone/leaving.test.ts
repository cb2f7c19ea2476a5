// Before Dexie, which looks for it once, and watches nothing where there is none.
import "fake-indexeddb/auto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { pledgeDraftKey } from "../../src/phone/drafts/pledge-draft-key.ts";
import { newMembership } from "../../src/phone/store/new-membership.ts";
import { seal } from "../../src/phone/store/seal.ts";
import { jpeg, paperPledge } from "../server/photos.ts";
import { newId } from "../server/speaker.ts";
import { standAtDoor } from "./one-door.ts";
import { absence, delivery, pledging, registration, type RealWard } from "./real-ward.ts";
import { enrolled, must, now, testPhone, until, type TestPhone } from "./test-phone.ts";

const NOTHING = { unsent: 0, photos: 0, rejected: 0, unsaved: 0, drafts: 0 };

let ward: RealWard;
let phone: TestPhone;
const household = newId();

beforeEach(async () => {
  ({ ward, phone } = await standAtDoor(household));
});
afterEach(() => ward.remove());

const saveAll = (saved = 1000) =>
  ward.station().db.updateTable("wards").set({ saved }).where("ward", "=", ward.slug).execute();

/** How many rows each table has. */
async function rowsOf({ db }: TestPhone): Promise<Record<string, number>> {
  const counts = await Promise.all(
    db.tables.map(async (table) => [table.name, await table.count()] as const),
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

/** A pledge on paper with its photo. */
async function pledgeOnPaper(): Promise<void> {
  const drafts = paperPledge(household, jpeg(20_000)).map((draft) => ({ jti: newId(), ...draft }));
  const photos = [{ of: drafts[1]?.jti ?? "", bytes: new Uint8Array(jpeg(20_000)) }];
  must(await phone.act.say(ward.slug, drafts, undefined, photos));
}

describe("what would go with a phone", () => {
  test("is nothing right after a first load, and counts what was said and not sent, with its photos", async () => {
    expect(await phone.act.leaving(ward.slug)).toEqual(NOTHING);
    await pledgeOnPaper();
    expect(await phone.act.leaving(ward.slug)).toEqual({ ...NOTHING, unsent: 2, photos: 1 });
  });

  test("counts what the ward has until a backup holds it", async () => {
    must(await phone.act.say(ward.slug, [absence(household)]));
    await phone.act.exchange(ward.slug);
    expect(await phone.act.leaving(ward.slug)).toEqual({ ...NOTHING, unsaved: 1 });
    await saveAll();
    await phone.act.exchange(ward.slug);
    expect(await phone.act.leaving(ward.slug)).toEqual(NOTHING);
  });

  test("counts what the ward did not take", async () => {
    must(await phone.act.say(ward.slug, [absence(household)]));
    const clear = ward.obstruct(async (pass, { url, body }) => {
      if (!body || !url.endsWith("/statements")) return pass();
      const results = [{ status: "rejected", reason: "bad-body" }];
      const { epoch, head } = (await phone.db.memberships.get(ward.slug))!;
      return Response.json({ epoch, head, saved: 0, results });
    });
    await phone.act.exchange(ward.slug);
    clear();
    expect(await phone.act.leaving(ward.slug)).toEqual({ ...NOTHING, rejected: 1 });
  });

  test("counts each form that somebody has begun once, and nothing that nobody wrote", async () => {
    const { slug } = ward;
    for (const key of [
      pledgeDraftKey(slug, household),
      `correct/${household}/${slug}/${household}`,
      `import/${slug}`,
      `import/${slug}/0`,
      `import/${slug}/1`,
    ])
      must(await phone.act.keepDraft(key, {}));
    for (const key of [
      `round/${slug}`,
      `reading/${slug}/kp1`,
      `request/${slug}`,
      `editions/${slug}`,
      "pledge/phuong-khac/h",
      `opinion/phuong-khac/${slug}`,
      "receipts",
    ])
      must(await phone.act.keepDraft(key, {}));
    expect(await phone.act.leaving(slug)).toEqual({ ...NOTHING, drafts: 3 });
  });
});

describe("what only this phone has by now", () => {
  const refuse = (what: RegExp) =>
    ward.obstruct(async (pass, { url, body }) => {
      if (what.test(`${body ? "POST " : ""}${url}`)) throw new TypeError("Failed to fetch");
      return pass();
    });

  test("counts others' records that a restored log lacks, and puts them into the file", async () => {
    const copy = await ward.backUp();
    const lost = testPhone(ward);
    await enrolled(ward, lost);
    await lost.act.exchange(ward.slug);
    must(await lost.act.say(ward.slug, pledging(household)));
    await lost.act.exchange(ward.slug);
    // This phone reads it; the one that said it is lost from here on.
    await phone.act.exchange(ward.slug);
    await ward.restore(copy);
    // It hears of the other log, and what that lacks cannot go up just now.
    const clear = ward.obstruct(async (pass, { url, body }) =>
      body && url.endsWith("/statements")
        ? Response.json(
            { type: "/problems/store-full" },
            { status: 507, headers: { "content-type": "application/problem+json" } },
          )
        : pass(),
    );
    await phone.act.exchange(ward.slug);
    clear();
    const waiting = await phone.db.statements.where("[ward+pending]").equals([ward.slug, "unsent"]).count();
    expect(waiting).toBeGreaterThan(1);
    expect(await phone.act.leaving(ward.slug)).toEqual({ ...NOTHING, unsent: waiting });
    expect(await now(phone.watch.sending(ward.slug))).toMatchObject({ unsent: waiting });
    const { text } = must(await phone.act.parcelFile(ward.slug));
    expect(text).toContain(`"count":${waiting}`);
  });

  test("counts a photo that a restored store lacks, and puts it into the file", async () => {
    const copy = await ward.backUp();
    await pledgeOnPaper();
    await phone.act.exchange(ward.slug);
    expect(await phone.act.leaving(ward.slug)).toEqual({ ...NOTHING, unsaved: 3 });
    await ward.restore(copy);
    await ward.whileStopped((dir) => rmSync(join(dir, "attachments"), { recursive: true, force: true }));
    const clear = refuse(/attachments/);
    // The first hears of the other log, the second has sent the records to it.
    for (let times = 0; times < 2; times += 1) await phone.act.exchange(ward.slug);
    clear();
    expect(await phone.act.leaving(ward.slug)).toEqual({ ...NOTHING, photos: 1, unsaved: 2 });
    expect(await now(phone.watch.sending(ward.slug))).toMatchObject({ unsent: 0, photos: 1 });
    expect(must(await phone.act.parcelFile(ward.slug)).text).toContain(`"count":1`);
  });

  test("counts a photo that is in no backup, though its record is in one", async () => {
    const clear = refuse(/attachments/);
    await pledgeOnPaper();
    await phone.act.exchange(ward.slug);
    clear();
    const { head } = await ward.station().db.selectFrom("wards").select("head").executeTakeFirstOrThrow();
    await saveAll(head);
    await phone.act.exchange(ward.slug);
    expect(await phone.act.leaving(ward.slug)).toEqual({ ...NOTHING, unsaved: 1 });
    await saveAll(head + 1);
    await phone.act.exchange(ward.slug);
    expect(await phone.act.leaving(ward.slug)).toEqual(NOTHING);
  });

  test("counts what the ward only holds: no backup is known to have it", async () => {
    must(await phone.act.say(ward.slug, [registration(newId(), "kp2/t06", 9, "Hồ Thị Chín")]));
    await phone.act.exchange(ward.slug);
    expect(await phone.act.leaving(ward.slug)).toEqual({ ...NOTHING, unsaved: 1 });
    expect(must(await phone.act.parcelFile(ward.slug)).text).toContain(`"count":1`);
  });
});

describe("a phone that is given up", () => {
  test("has nothing of that ward any more, and all of another", async () => {
    await pledgeOnPaper();
    must(await phone.act.keepDraft(pledgeDraftKey(ward.slug, household), {}));
    await phone.act.set({ language: "en" });
    const { db } = phone;
    const other = {
      ward: "phuong-khac",
      jti: newId(),
      sealed: seal({ sha256: "", bytes: new Uint8Array(1) }),
    };
    await db.memberships.put(newMembership(other.ward));
    await db.attachments.put({ ...other, epoch: "", head: 0 });
    await db.drafts.put({ key: `pledge/${other.ward}/${household}`, sealed: seal({}) });
    await db.parcels.put({ ward: ward.slug, id: "x", size: 1, notBefore: 0, since: 0, jwe: "x" });
    const said = await phone.act.leaving(ward.slug);
    expect(await phone.act.leave(ward.slug, said)).toEqual({ ok: true, value: null });
    expect(await rowsOf(phone)).toEqual({ memberships: 1, attachments: 1, drafts: 1, settings: 1 });
    expect(await now(phone.watch.memberships())).toMatchObject([{ ward: other.ward }]);
  });

  test("keeps everything where more would be lost by now than was said", async () => {
    const said = await phone.act.leaving(ward.slug);
    must(await phone.act.say(ward.slug, [absence(household)]));
    const before = await rowsOf(phone);
    expect(await phone.act.leave(ward.slug, said)).toEqual({ ok: false, error: "more" });
    expect(await rowsOf(phone)).toEqual(before);
  });

  test("gets nothing back from an exchange that was under way", async () => {
    must(await phone.act.say(ward.slug, [delivery(household)]));
    await ward.say(registration(newId(), "kp1/t02", 8, "Lý Văn Tám"));
    const clear = ward.obstruct(async (pass, { url }) => {
      const answer = await pass();
      if (url.includes("/statements?"))
        must(await phone.act.leave(ward.slug, { ...NOTHING, unsent: 9, unsaved: 9 }));
      return answer;
    });
    await phone.act.exchange(ward.slug);
    clear();
    expect(await rowsOf(phone)).toEqual({});
  });

  test("is a new device when it is enrolled once more", async () => {
    const before = await now(phone.watch.memberships());
    must(await phone.act.leave(ward.slug, await phone.act.leaving(ward.slug)));
    const after = await enrolled(ward, phone);
    expect(after.device).not.toBe(before[0]?.device);
    await phone.act.exchange(ward.slug);
    must(await phone.act.say(ward.slug, [absence(household)]));
    await phone.act.exchange(ward.slug);
    expect(await now(phone.watch.outbox(ward.slug))).toMatchObject([{ standing: "received" }]);
  });

  test("opens its pages anew in every tab: what they know of the ward lies in memory, too", async () => {
    const reloads: string[] = [];
    const tabs = ["this", "other"].map((name) => phone.tab({ reload: () => reloads.push(name) }));
    const stops = tabs.map((tab) => tab.start());
    for (const tab of tabs) await until(tab.watch.memberships(), (all) => all.length === 1);
    expect(reloads).toEqual([]);
    must(await tabs[0]!.act.leave(ward.slug, await phone.act.leaving(ward.slug)));
    await expect.poll(() => reloads.toSorted()).toEqual(["other", "this"]);
    for (const stop of stops) stop();
  });
});
