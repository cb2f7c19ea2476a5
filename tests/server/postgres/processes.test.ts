import { afterEach, beforeEach, expect, test } from "vitest";

import { createApp, linkIn, type App } from "../../e2e/app.ts";
import { enrol, newPhone, WARD, type Answer, type Phone } from "../house.ts";
import { absence, registration } from "../small-ward.ts";
import { newId } from "../speaker.ts";
import { makeStorePlace, type StorePlace } from "../store-place.ts";

// Two built servers, each a process of the operating system, on one database, as behind a proxy.

let place: StorePlace;
let one: App;
let other: App;
beforeEach(async () => {
  place = await makeStorePlace();
  [one, other] = [await createApp(undefined, place), await createApp(undefined, place)];
  // Nobody has made a table yet: both do, at once.
  await Promise.all([one.start(), other.start()]);
});
afterEach(async () => {
  await Promise.all([one.remove(), other.remove()]);
  await place.remove();
});

/** How a process is asked over the network. */
function askOf({ origin }: App) {
  return async ({ method, url, headers, payload }: Parameters<Parameters<typeof enrol>[0]["ask"]>[0]) => {
    const init = { method: method ?? "GET", headers: headers as Record<string, string> };
    const body = typeof payload === "string" ? { body: payload } : {};
    const sent = await fetch(`${origin}${String(url)}`, { ...init, ...body });
    const text = await sent.text();
    const isProblem = sent.headers.get("content-type")?.startsWith("application/problem+json") === true;
    const slug = isProblem ? (JSON.parse(text) as { type: string }).type.replace("/problems/", "") : "";
    const json = <T>() => JSON.parse(text) as T;
    const answer: Answer = {
      status: sent.status,
      headers: Object.fromEntries(sent.headers),
      text,
      bytes: Buffer.from(text),
      json,
      slug,
    };
    return answer;
  };
}

/** A phone that is enrolled at one process and speaks to both. */
async function enrolled(role: string, ...areas: string[]): Promise<[Phone, Phone]> {
  const [code = ""] = linkIn(one.cli("invite", WARD, role, ...areas))
    .split(`#${WARD}.`)
    .slice(1);
  const clock = { ms: Date.now() };
  const [here, there] = [
    { ask: askOf(one), clock },
    { ask: askOf(other), clock },
  ];
  const phone = await newPhone(here);
  const answer = await enrol(here, phone, code);
  if (answer.status !== 201) throw new Error(answer.text);
  return [phone, await newPhone(there, WARD, phone)];
}

test("two processes that start at once make one store, number one ward without a gap, and wake each other's waiting pulls", async () => {
  const store = await place.open();
  const migrations = await store.db.selectFrom("migrations").select("name").execute();
  expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length);
  expect(migrations.length).toBeGreaterThan(0);

  one.cli("init", WARD);
  const [office, officeThere] = await enrolled("office");
  const household = newId();
  await office.push(await office.say(registration(household, "kp1/t01", 1, "Võ Thị Bảy")));
  const [here, there] = await enrolled("volunteer", "kp1");
  const { head } = (await office.page()).end;

  const texts = await Promise.all(Array.from({ length: 80 }, () => here.say(absence(household))));
  // Each to one of them; every fourth to both.
  const answers = await Promise.all(
    texts.flatMap((text, at) => {
      const mine = at % 2 === 0 ? [here] : [there];
      return (at % 4 === 0 ? [here, there] : mine).map((phone) => phone.push(text));
    }),
  );
  const verdicts = answers.flatMap(({ results }) => results);
  const statuses = verdicts.map(({ status }) => status);
  expect(statuses.filter((status) => status === "accepted")).toHaveLength(80);
  expect(statuses.filter((status) => status === "duplicate")).toHaveLength(20);
  const rows = await store.db.selectFrom("statements").select("seq").where("ward", "=", WARD).execute();
  expect(rows.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(
    Array.from({ length: head + 80 }, (_, at) => at + 1),
  );

  for (const [reader, writer] of [
    [officeThere, here],
    [office, there],
  ] as const) {
    const before = (await reader.page()).end.head;
    const waiting = reader.page(`after=${before}&wait=20`);
    const [verdict] = (await writer.push(await writer.say(absence(household)))).results;
    expect(verdict).toMatchObject({ status: "accepted", seq: before + 1 });
    expect((await waiting).lines.map(({ seq }) => seq)).toEqual([before + 1]);
  }

  // One of them is gone without a word: the other goes on where it was.
  await one.kill();
  const [last] = (await there.push(await there.say(absence(household)))).results;
  expect(last).toMatchObject({ status: "accepted", seq: head + 83 });
  await store.close();
});
