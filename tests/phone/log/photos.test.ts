import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Draft } from "../../../src/domain/statement.ts";
import { jpeg, nameOf, paperPledge } from "../../server/photos.ts";
import { newId } from "../../server/speaker.ts";
import { standAtDoor } from "../one-door.ts";
import { registration, type RealWard } from "../real-ward.ts";
import { enrolled, must, now, testPhone, type TestPhone } from "../test-phone.ts";

let ward: RealWard;
let phone: TestPhone;
const household = newId();

beforeEach(async () => {
  ({ ward, phone } = await standAtDoor(household));
});
afterEach(() => ward.remove());

/** A pledge on paper with its photo, kept in the phone. */
async function pledgeOnPaper(photo = jpeg(40_000), draft?: string) {
  const drafts = paperPledge(household, photo).map((one) => withoutPhoto({ jti: newId(), ...one }));
  const jti = drafts[1]?.jti ?? "";
  const photos = [{ of: jti, bytes: new Uint8Array(photo) }];
  const said = await phone.act.say(ward.slug, drafts, draft, photos);
  return { said, jti, drafts, photo, name: nameOf(photo) };
}

/** The phone names it by itself. */
function withoutPhoto(draft: Draft & { readonly jti: string }): Draft & { readonly jti: string } {
  const { photo: _photo, ...personal } = draft.personal ?? {};
  return { ...draft, personal };
}

const outbox = () => now(phone.watch.outbox(ward.slug));
const here = async (jti: string) => (await now(phone.watch.photo(ward.slug, jti))) !== null;
const atTheWard = (name: string) => ward.station().attachments.has(ward.slug, name);
/** As after a backup of all that the ward has. */
const saveAll = () =>
  ward.station().db.updateTable("wards").set({ saved: 1000 }).where("ward", "=", ward.slug).execute();
const puts = () => ward.calls.filter((call) => call.startsWith("PUT"));

describe("a photo", () => {
  test("is kept with its statement, which names it, in one go, and sent after it", async () => {
    const { jti, photo, name } = await pledgeOnPaper();
    const known = await now(phone.watch.household(ward.slug, household));
    expect(known?.pledges).toMatchObject([{ medium: "paper", photo: name, strokes: undefined }]);
    expect(await now(phone.watch.photo(ward.slug, jti))).toEqual(new Uint8Array(photo));
    expect(await now(phone.watch.sending(ward.slug))).toMatchObject({ unsent: 2, photos: 1 });
    expect((await outbox()).find((line) => line.jti === jti)).toMatchObject({ photoUnsent: true });
    ward.calls.length = 0;
    await phone.act.exchange(ward.slug);
    expect(ward.calls.findIndex((call) => call.startsWith("POST"))).toBeLessThan(
      ward.calls.findIndex((call) => call.startsWith("PUT")),
    );
    expect(await atTheWard(name)).toBe(true);
    expect((await outbox()).find((line) => line.jti === jti)?.photoUnsent).toBeUndefined();
    expect(await now(phone.watch.sending(ward.slug))).toMatchObject({ unsent: 0, photos: 0 });
    await phone.act.exchange(ward.slug);
    expect(puts()).toHaveLength(1);
  });

  test("lies in a sealed field and nowhere else", async () => {
    const { jti, name } = await pledgeOnPaper();
    const { sealed: _sealed, ...rest } = (await phone.db.attachments.get([ward.slug, jti]))!;
    expect(rest).toEqual({ ward: ward.slug, jti, epoch: "", head: 0 });
    expect(JSON.stringify(rest)).not.toContain(name);
  });

  test("that the phone has no room for keeps neither statement nor photo, and leaves the draft", async () => {
    await phone.act.keepDraft("pledge", { step: 3 });
    phone.db.attachments.hook("creating", () => {
      throw new DOMException("no room", "QuotaExceededError");
    });
    const { said, jti } = await pledgeOnPaper(jpeg(), "pledge");
    expect(said).toEqual({ ok: false, error: "full" });
    expect([await phone.db.statements.get([ward.slug, jti]), await here(jti)]).toEqual([undefined, false]);
    expect(await now(phone.watch.draft("pledge"))).toEqual({ step: 3 });
  });

  test("that was not shrunk, or is none, is not kept", async () => {
    expect((await pledgeOnPaper(jpeg(300_001))).said).toEqual({ ok: false, error: "invalid" });
    expect((await pledgeOnPaper(Buffer.from("%PDF-1.7"))).said).toEqual({ ok: false, error: "invalid" });
    expect(await phone.db.attachments.count()).toBe(0);
  });

  test("said twice is kept once", async () => {
    const { jti, drafts, photo } = await pledgeOnPaper();
    const photos = [{ of: jti, bytes: new Uint8Array(photo) }];
    must(await phone.act.say(ward.slug, drafts, undefined, photos));
    expect(await phone.db.attachments.count()).toBe(1);
  });
});

describe("on its way", () => {
  test("waits for coverage, and for its statement; one that does not arrive is sent again", async () => {
    const { name } = await pledgeOnPaper();
    const clear = ward.obstruct(async (pass, { url }) => {
      if (url.includes("/attachments/")) throw new TypeError("Failed to fetch");
      return pass();
    });
    await phone.act.exchange(ward.slug);
    expect(await now(phone.watch.sending(ward.slug))).toMatchObject({ unsent: 0, photos: 1, reached: false });
    clear();
    // It arrives, and the answer is lost.
    const lose = ward.obstruct(async (pass, { url }) => {
      const answer = await pass();
      if (url.includes("/attachments/")) throw new TypeError("Failed to fetch");
      return answer;
    });
    await phone.act.exchange(ward.slug);
    lose();
    expect([await atTheWard(name), (await now(phone.watch.sending(ward.slug))).photos]).toEqual([true, 1]);
    await phone.act.exchange(ward.slug);
    expect(await now(phone.watch.sending(ward.slug))).toMatchObject({ photos: 0, reached: true });
  });

  test("is kept until a backup holds it, and sent again to a store that lost it", async () => {
    const before = await ward.backUp();
    const { jti, name } = await pledgeOnPaper();
    await phone.act.exchange(ward.slug);
    expect(await here(jti)).toBe(true);
    await ward.restore(before);
    await ward.station().attachments.drop(ward.slug, name);
    await phone.act.exchange(ward.slug);
    expect(await atTheWard(name)).toBe(true);
    // The backup ends where the log stood when the photo came: it may have been begun before.
    const setSaved = (saved: number) =>
      ward.station().db.updateTable("wards").set({ saved }).where("ward", "=", ward.slug).execute();
    const { head } = (await phone.db.attachments.get([ward.slug, jti]))!;
    await setSaved(head);
    await phone.act.exchange(ward.slug);
    expect(await here(jti)).toBe(true);
    await ward.say(registration(newId(), "kp1/t02", 9, "Lý Chín"));
    await setSaved(head + 1);
    await phone.act.exchange(ward.slug);
    expect(await here(jti)).toBe(false);
    // From now on it is fetched when somebody looks.
    expect(nameOf(must(await phone.act.fetchPhoto(ward.slug, jti)))).toBe(name);
  });

  test("of what the ward rejected stays, and stops nothing", async () => {
    const { jti } = await pledgeOnPaper();
    await phone.db.statements.where("[ward+jti]").equals([ward.slug, jti]).modify({
      standing: "rejected",
      pending: "rejected",
    });
    ward.calls.length = 0;
    await phone.act.exchange(ward.slug);
    expect([puts(), await here(jti)]).toEqual([[], true]);
  });
});

describe("on its way, when its household has left this phone's sight and a backup has the pledge", () => {
  let name: string;
  beforeEach(async () => {
    ({ name } = await pledgeOnPaper());
    const clear = ward.obstruct(async (pass, { url }) => {
      if (url.includes("/attachments/")) throw new TypeError("Failed to fetch");
      return pass();
    });
    await phone.act.exchange(ward.slug);
    clear();
    await saveAll();
    await ward.say({ type: "household.moved", sub: household, body: { area: "kp2/t06" } });
  });

  test("is sent all the same: nobody else has it", async () => {
    await phone.act.exchange(ward.slug);
    expect(await now(phone.watch.household(ward.slug, household))).toBeNull();
    expect(await atTheWard(name)).toBe(true);
    expect(await now(phone.watch.sending(ward.slug))).toMatchObject({ photos: 0, problem: null });
  });

  test("is let go where the ward has erased the household since", async () => {
    await ward.say({ type: "data.erased", sub: household, body: {} });
    await phone.act.exchange(ward.slug);
    await phone.act.exchange(ward.slug);
    expect(await atTheWard(name)).toBe(false);
    expect(await phone.db.attachments.count()).toBe(0);
    expect(await now(phone.watch.sending(ward.slug))).toMatchObject({ photos: 0, problem: null });
  });
});

describe("another's photo", () => {
  test("is fetched by who may read the pledge, once the ward has it", async () => {
    const { jti } = await pledgeOnPaper();
    const clear = ward.obstruct(async (pass, { url }) => {
      if (url.includes("/attachments/")) throw new TypeError("Failed to fetch");
      return pass();
    });
    await phone.act.exchange(ward.slug);
    clear();
    const other = testPhone(ward);
    await enrolled(ward, other, { areas: ["kp1"] });
    await other.act.exchange(ward.slug);
    expect(await other.act.fetchPhoto(ward.slug, jti)).toEqual({ ok: false, error: "not-found" });
    await phone.act.exchange(ward.slug);
    expect(must(await other.act.fetchPhoto(ward.slug, jti)).length).toBe(40_000);
    expect(await other.db.attachments.count()).toBe(0);
    ward.obstruct(async (pass, { url }) => (url.includes("/attachments/") ? new Response("…") : pass()));
    expect(await other.act.fetchPhoto(ward.slug, jti)).toEqual({ ok: false, error: "bad-answer" });
  });
});

test("the photo of a held pledge is fetched by its name, by the office alone", async () => {
  const far = newId();
  await ward.say(registration(far, "kp2/t06", 8, "Lý Văn Tám"));
  const photo = jpeg(30_000);
  const drafts = paperPledge(far, photo).map((one) => withoutPhoto({ jti: newId(), ...one }));
  const photos = [{ of: drafts[1]?.jti ?? "", bytes: new Uint8Array(photo) }];
  must(await phone.act.say(ward.slug, drafts, undefined, photos));
  await phone.act.exchange(ward.slug);
  const [office, other] = [testPhone(ward), testPhone(ward)];
  await enrolled(ward, office, { role: "office", areas: [] });
  await enrolled(ward, other, { areas: ["kp1"] });
  await office.act.fetchHeld(ward.slug);
  const lines = (await now(office.watch.held(ward.slug))).value ?? [];
  const name = lines.find(({ type }) => type === "pledge.signed")?.personal["photo"];
  expect(name).toBe(nameOf(photo));
  expect(must(await office.act.fetchNamedPhoto(ward.slug, String(name)))).toEqual(new Uint8Array(photo));
  expect(await other.act.fetchNamedPhoto(ward.slug, String(name))).toEqual({ ok: false, error: "not-found" });
  // What somebody wrote there in place of a digest goes into no address.
  ward.calls.length = 0;
  expect(await office.act.fetchNamedPhoto(ward.slug, "../held")).toEqual({ ok: false, error: "not-found" });
  expect(ward.calls).toEqual([]);
});

describe("an erasure", () => {
  test("drops the photo at the next pull, and nothing that is said later keeps it again", async () => {
    const { jti, drafts, photo } = await pledgeOnPaper();
    await phone.act.exchange(ward.slug);
    await ward.say({ type: "data.erased", sub: household, body: { names: ["photo"] } });
    expect(await here(jti)).toBe(true);
    await phone.act.exchange(ward.slug);
    expect(await here(jti)).toBe(false);
    const again = drafts.map((draft) => ({ ...draft, jti: newId() }));
    const photos = [{ of: again[1]?.jti ?? "", bytes: new Uint8Array(photo) }];
    must(await phone.act.say(ward.slug, again, undefined, photos));
    expect(await phone.db.attachments.count()).toBe(0);
  });

  test("drops one that was never sent, too", async () => {
    const { name } = await pledgeOnPaper();
    await ward.say({ type: "data.erased", sub: household, body: {} });
    await phone.act.exchange(ward.slug);
    expect([await phone.db.attachments.count(), await atTheWard(name)]).toEqual([0, false]);
  });
});
