import { afterEach, beforeEach, expect, test } from "vitest";
import type { DeviceStanding } from "../../src/phone/api/phone.ts";
import { jpeg, paperPledge } from "../server/photos.ts";
import { newId } from "../server/speaker.ts";
import { standAtDoor } from "./one-door.ts";
import { absence, delivery, START, type RealWard } from "./real-ward.ts";
import { enrolled, must, now, testPhone, type TestPhone } from "./test-phone.ts";

// What a phone tells the office of what it has not got through, though it fetches.

const DAY = 86_400;

let ward: RealWard;
let phone: TestPhone;
let office: TestPhone;
const household = newId();

beforeEach(async () => {
  ({ ward, phone } = await standAtDoor(household));
  office = testPhone(ward);
  await enrolled(ward, office, { role: "office", areas: [] });
});
afterEach(() => ward.remove());

/** How the office sees a phone. */
async function standing(one = phone): Promise<DeviceStanding | undefined> {
  await office.act.fetchStandings(ward.slug);
  const device = (await one.db.memberships.get(ward.slug))?.device;
  const { value } = await now(office.watch.standings(ward.slug));
  return value?.find((seen) => seen.device === device);
}

/** Answers each push as a ward does that takes none, or as what stands before it. */
function takesNone(answer: () => Response) {
  return ward.obstruct(async (pass, { url, body }) =>
    body !== "" && url.endsWith("/statements") ? answer() : pass(),
  );
}

const problem = (slug: string, status: number) =>
  Response.json({ type: `/problems/${slug}`, title: "", status }, { status });

test.each([
  ["has no room", () => problem("store-full", 507)],
  ["is asked too often", () => problem("too-often", 429)],
  ["takes it for too much", () => problem("too-large", 413)],
  ["cannot read it", () => problem("bad-request", 400)],
  ["fails at it", () => new Response("", { status: 500 })],
  ["stands behind a gateway that lets none through", () => new Response("<html>", { status: 413 })],
])(
  "the office learns what waits, and since when, where a ward %s while it answers all else",
  async (name, answer) => {
    must(await phone.act.say(ward.slug, [delivery(household)]));
    ward.time += 2 * DAY * 1000;
    must(await phone.act.say(ward.slug, [absence(household), absence(household)]));
    const clear = takesNone(answer);
    await phone.act.exchange(ward.slug);
    // One that no batch is small enough for is set aside, and waits no more.
    const left =
      name === "takes it for too much" ? { statements: 0, since: 0 } : { statements: 3, since: START / 1000 };
    expect(await standing()).toMatchObject({
      heardAt: START / 1000 + 2 * DAY,
      unsent: { ...left, photos: 0 },
    });
    clear();
    await phone.act.exchange(ward.slug);
    expect(await standing()).toMatchObject({ unsent: { statements: 0, photos: 0, since: 0 } });
  },
);

test("a photo waits by itself until it has gone, and not with a statement that the ward did not take", async () => {
  const photo = async () => {
    const bytes = jpeg(4000);
    const drafts = paperPledge(household, bytes).map((one) => ({ jti: phone.newId(), ...one }));
    const photos = [{ of: drafts[1]?.jti ?? "", bytes: new Uint8Array(bytes) }];
    const plain = drafts.map(({ personal: { photo: _photo, ...personal } = {}, ...draft }) => ({
      ...draft,
      personal,
    }));
    must(await phone.act.say(ward.slug, plain, undefined, photos));
  };
  await photo();
  await photo();
  const clear = ward.obstruct(async (pass, { url }) =>
    url.includes("/attachments/") ? new Response("<html>", { status: 413 }) : pass(),
  );
  await phone.act.exchange(ward.slug);
  clear();
  expect(await standing()).toMatchObject({ unsent: { statements: 0, photos: 2, since: START / 1000 } });
  await phone.act.exchange(ward.slug);
  // The last of them told that no other waits: nobody need fetch once more for it.
  expect(await standing()).toMatchObject({ unsent: { statements: 0, photos: 0, since: 0 } });
  await photo();
  const spoil = takesNone(() => problem("too-large", 413));
  await phone.act.exchange(ward.slug);
  spoil();
  expect(await now(phone.watch.sending(ward.slug))).toMatchObject({ unsent: 0, photos: 1 });
  expect(await standing()).toMatchObject({ unsent: { statements: 0, photos: 0, since: 0 } });
});

test("a household's phone tells nothing of itself", async () => {
  const home = testPhone(ward);
  await enrolled(ward, home, { role: "household", areas: [], household });
  const told: string[] = [];
  const { fetch } = home.env;
  const watched = home.tab({
    fetch: (url, init) => {
      told.push(...Object.keys(init.headers ?? {}));
      return fetch(url, init);
    },
  });
  must(
    await watched.act.say(ward.slug, [
      { type: "opinion.given", sub: household, body: { channel: "app" }, personal: { text: "Đèn hẻm hư" } },
    ]),
  );
  const clear = takesNone(() => new Response("", { status: 500 }));
  await watched.act.exchange(ward.slug);
  clear();
  expect(told).toContain("so-tay-app");
  expect(told).not.toContain("so-tay-unsent");
  expect(await standing(home)).toMatchObject({ heardAt: null, unsent: null });
});
