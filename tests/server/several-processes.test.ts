import { afterEach, beforeEach, expect, test } from "vitest";

import type { Draft } from "../../src/domain/statement.ts";
import { enrol } from "../../src/server/enrol.ts";
import { describe as describeNew, makeWard } from "../../src/server/keys/make-ward.ts";
import { say } from "../../src/server/keys/say.ts";
import { openStation, type Station } from "../../src/server/station.ts";
import { findWard } from "../../src/server/wards/wards.ts";
import { newPhone, openHouse, proofOf, WARD, type House } from "./house.ts";
import { absence, registration } from "./small-ward.ts";
import { newId } from "./speaker.ts";

// Two stations on one store, each with connections of its own, as two processes behind a proxy have them.

let house: House;
let other: Station;
beforeEach(async () => {
  house = await openHouse();
  const { now, random } = house.station;
  const opened = await openStation({ ...house.place, now, random });
  if (!opened.ok) throw new Error(opened.error);
  other = opened.value;
});
afterEach(async () => {
  await other.close();
  await house.remove();
});

test("number one ward together without a gap and without a double, and answer only what is there", async () => {
  const anna = await house.enrolled("volunteer", ["kp1"]);
  const before = await headOf(WARD);
  const texts = await Promise.all(Array.from({ length: 120 }, () => anna.say(absence(house.households[0]))));
  const seqs = await Promise.all(
    texts.map(async (text, at) => {
      const [mine, theirs] = at % 2 === 0 ? [house.station, other] : [other, house.station];
      const answer = await mine.acceptor.push(WARD, [text]);
      const [verdict] = answer.ok ? answer.value.results : [];
      if (verdict?.status !== "accepted") throw new Error(JSON.stringify(answer));
      // Whoever was answered may ask any other process.
      const row = theirs.db.selectFrom("statements").select("jws").where("ward", "=", WARD);
      const { jws } = await row.where("seq", "=", verdict.seq).executeTakeFirstOrThrow();
      expect(text.startsWith(jws)).toBe(true);
      return verdict.seq;
    }),
  );
  expect(seqs.sort((a, b) => a - b)).toEqual(texts.map((_, at) => before + 1 + at));
  expect(await numbersOf(WARD)).toEqual(upTo(before + texts.length));
});

test("take the same statement from both once", async () => {
  const anna = await house.enrolled("volunteer", ["kp1"]);
  const texts = await Promise.all(Array.from({ length: 20 }, () => anna.say(absence(house.households[0]))));
  const before = await headOf(WARD);
  const answers = await Promise.all(
    texts.flatMap((text) => [house.station, other].map(({ acceptor }) => acceptor.push(WARD, [text]))),
  );
  const statuses = answers.map((answer) => (answer.ok ? answer.value.results[0]?.status : answer.error));
  expect(statuses.filter((status) => status === "accepted").length).toBe(texts.length);
  expect(statuses.filter((status) => status === "duplicate").length).toBe(texts.length);
  expect(await headOf(WARD)).toBe(before + texts.length);
});

test("number many wards at once, each without a gap, and what the ward keys say, too", async () => {
  const wards = Array.from({ length: 6 }, (_, at) => `phuong-${at}`);
  for (const ward of wards) await makeWard(house.station, ward, describeNew({ name: ward }));
  const drafts = (): Draft[] => [
    registration(newId(), "kp1/t01", 1, "Trần Văn Một"),
    registration(newId(), "kp1/t01", 2, "Lê Thị Hai"),
  ];
  await Promise.all(
    Array.from({ length: 10 }, () => wards)
      .flat()
      .map(async (ward, at) => {
        const station = at % 2 === 0 ? house.station : other;
        const told = await say(station, ward, await station.keys.findOrMake(ward), drafts());
        expect(told.ok && told.value.map(({ verdict }) => verdict.status)).toEqual(["accepted", "accepted"]);
      }),
  );
  for (const ward of wards) {
    expect(await numbersOf(ward)).toEqual(upTo(21));
    const rows = await house.station.db
      .selectFrom("statements")
      .select("n")
      .where("ward", "=", ward)
      .execute();
    expect(rows.map(({ n }) => n).sort((a, b) => a - b)).toEqual(upTo(21));
  }
});

test("let whoever waits at one hear of what the other took, again and again", async () => {
  const [office, anna] = [await house.enrolled("office"), await house.enrolled("volunteer", ["kp1"])];
  for (let after = await headOf(WARD), times = 0; times < 3; after += 1, times += 1) {
    const waiting = office.page(`after=${after}&wait=20`);
    await other.acceptor.push(WARD, [await anna.say(absence(house.households[0]))]);
    expect((await waiting).lines.map(({ seq }) => seq)).toEqual([after + 1]);
  }
});

test("enrol the same key by the same code with one answer", async () => {
  const phone = await newPhone(house);
  const code = await house.invite("volunteer", ["kp1"]);
  const request = { invite: code, publicKey: phone.key, name: "Máy thử", proof: await proofOf(phone, code) };
  const ward = await findWard(other.db, WARD);
  if (!ward) throw new Error("no ward");
  const answers = await Promise.all([house.station, other].map((station) => enrol(station, ward, request)));
  expect(answers[0]?.ok).toBe(true);
  expect(answers[1]).toEqual(answers[0]);
});

test("enrol one of two keys that come with the same code at once", async () => {
  const phones = [await newPhone(house), await newPhone(house)];
  const invite = await house.invite("volunteer", ["kp1"]);
  const ward = await findWard(other.db, WARD);
  if (!ward) throw new Error("no ward");
  const answers = await Promise.all(
    [house.station, other].map(async (station, at) => {
      const phone = phones[at] ?? phones[0];
      if (!phone) throw new Error("no phone");
      const proof = await proofOf(phone, invite);
      return enrol(station, ward, { invite, publicKey: phone.key, name: "Máy thử", proof });
    }),
  );
  expect(answers.map((answer) => (answer.ok ? "enrolled" : answer.error)).sort()).toEqual([
    "enrolled",
    "invite-used",
  ]);
});

async function headOf(ward: string): Promise<number> {
  const row = house.station.db.selectFrom("wards").select("head").where("ward", "=", ward);
  return (await row.executeTakeFirstOrThrow()).head;
}

async function numbersOf(ward: string): Promise<number[]> {
  const rows = house.station.db.selectFrom("statements").select("seq").where("ward", "=", ward);
  return (await rows.orderBy("seq").execute()).map(({ seq }) => seq);
}

const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);
