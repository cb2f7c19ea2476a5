import { brotliDecompressSync, gunzipSync } from "node:zlib";

import { afterEach, beforeEach, expect, test } from "vitest";

import { parseStatement } from "../../src/domain/statement.ts";
import { COLUMNS, PIECES } from "../../src/wire/columns.ts";
import { must } from "../phone/test-phone.ts";
import { openHouse, type Answer, type House, type Phone } from "../server/house.ts";
import { jpeg, nameOf, paperPledge } from "../server/photos.ts";
import { registration } from "../server/small-ward.ts";
import { newId } from "../server/speaker.ts";

let house: House;
let office: Phone;
/** Of khu phố 1. */
let anna: Phone;
/** Of khu phố 2. */
let binh: Phone;

beforeEach(async () => {
  house = await openHouse();
  office = await house.enrolled("office");
  anna = await house.enrolled("volunteer", ["kp1"]);
  binh = await house.enrolled("volunteer", ["kp2"]);
});
afterEach(() => house.remove());

test("nothing that a volunteer of khu phố 1 may fetch has a byte of khu phố 2's households", async () => {
  const before = await fetchAll(anna, []);
  const stays = await live(binh, newId(), "kp2/t06", "Lò Thị Ở");
  const left = await live(anna, newId(), "kp1/t01", "Quàng Văn Đi");
  const joined = await live(anna, newId(), "kp1/t01", "Sùng Thị Nhập");
  const erased = await live(binh, newId(), "kp2/t06", "Vàng A Xoá");
  const secrets = [stays, left, joined, erased];
  const say = async (draft: Parameters<Phone["say"]>[0]) => {
    const text = await office.say(draft);
    expect((await office.push(text)).results).toMatchObject([{ status: "accepted" }]);
    return text;
  };
  // What was seen until now is out of sight by this: all of it, and what says so, too.
  secrets.push(noted(await say({ type: "household.moved", sub: left.id, body: { area: "kp2/t06" } })));
  secrets.push(noted(await say({ type: "household.merged", sub: joined.id, body: { into: stays.id } })));
  secrets.push(noted(await say({ type: "data.erased", sub: erased.id, body: { names: ["phone"] } })));
  // Beyond her area: it waits for the office, then stands where its household does.
  const beyond = await anna.say(visit(stays.id, "Cổng xanh lá"));
  expect((await anna.push(beyond)).results).toMatchObject([{ status: "held" }]);
  const decision = { decision: "accept", reason: "other" };
  const { jti } = must(parseStatement(beyond)).claims;
  secrets.push(noted(await say({ type: "statement.decided", sub: jti, in: stays.id, body: decision })));
  secrets.push(noted(beyond));
  // What is in sight by now, and was not before: to be found by the same search.
  const came = await live(binh, newId(), "kp2/t06", "Giàng Thị Đến");
  await say({ type: "household.moved", sub: came.id, body: { area: "kp1/t02" } });
  const heir = await live(binh, newId(), "kp2/t06", "Thào A Gộp");
  await say({ type: "household.merged", sub: heir.id, body: { into: house.households[0] } });

  const names = [...secrets, came, heir].flatMap(({ photo }) => (photo ? [photo] : []));
  const waiting = anna.call("GET", `/statements?after=${await headOf(anna)}&wait=1`);
  const late = noted(await pushed(binh, visit(stays.id, "Đang chờ sau hè")));
  secrets.push(late);
  const fetched = [...(await fetchAll(anna, names)), await waiting, ...before];
  const fresh = await house.enrolled("volunteer", ["kp1"]);
  for (const found of [fetched, await fetchAll(fresh, names)]) {
    const bytes = found.flatMap(({ headers, bytes: body }) => [
      Buffer.from(JSON.stringify(headers)),
      ...everythingIn(unpacked(headers, body)),
    ]);
    const all = Buffer.concat(bytes);
    expect(secrets.flatMap(({ words }) => words).filter((word) => all.indexOf(word) >= 0)).toEqual([]);
    expect([...came.words, ...heir.words].filter((word) => all.indexOf(word) < 0)).toEqual([]);
  }
  // And whoever may read it finds each of these: what is not found is not for want of searching.
  const seen = Buffer.concat(
    (await fetchAll(office, names)).flatMap(({ headers, bytes }) => everythingIn(unpacked(headers, bytes))),
  );
  const all = secrets.flatMap(({ words }) => words).filter((word) => seen.indexOf(word) < 0);
  expect(all).toEqual(["0911 222 333 của Vàng A Xoá"]);
});

/** What is to be found nowhere: words, ids, digests and signatures. */
interface Secret {
  readonly id: string;
  readonly words: readonly (string | Buffer)[];
  readonly photo?: string;
}

/** A household that somebody registers, visits, delivers to and pledges with, on paper, with a photo and second thoughts. */
async function live(by: Phone, id: string, area: string, head: string): Promise<Secret> {
  const photo = jpeg();
  const phone = "0911 222 333";
  const entry = registration(id, area, 77, head);
  const personal = { ...entry.personal, address: `77 đường ${head}`, phone: `${phone} của ${head}` };
  const opinion = newId();
  const drafts = [
    { ...entry, personal },
    visit(id, `Chó dữ nhà ${head}`),
    ...paperPledge(id, photo),
    {
      type: "opinion.given",
      sub: id,
      jti: opinion,
      body: { channel: "door" },
      personal: { text: `Ý của ${head}` },
    },
    {
      type: "statement.retracted",
      sub: opinion,
      in: id,
      body: { reason: "wish" },
      personal: { note: `Thôi, ${head}` },
    },
  ];
  const texts = [];
  for (const draft of drafts) texts.push(await pushed(by, draft));
  const name = nameOf(photo);
  expect((await by.call("PUT", `/attachments/${name}`, photo, { "content-type": "image/jpeg" })).status).toBe(
    200,
  );
  const secrets = texts.map(noted);
  return { id, photo: name, words: [id, ...secrets.flatMap(({ words }) => words), name, photo] };
}

const visit = (sub: string, note: string) => ({
  type: "visit.logged",
  sub,
  body: { outcome: "absent" },
  personal: { note },
});

async function pushed(by: Phone, draft: Parameters<Phone["say"]>[0]): Promise<string> {
  const text = await by.say(draft);
  expect((await by.push(text)).results).toMatchObject([{ status: "accepted" }]);
  return text;
}

/** All in a statement that could give it away, in any form in which it is sent. */
function noted(text: string): Secret {
  const { claims, disclosures, jws } = must(parseStatement(text));
  const digests = (
    JSON.parse(Buffer.from(jws.split(".")[1] ?? "", "base64url").toString()) as { _sd?: string[] }
  )._sd;
  const personal = disclosures
    .filter(({ name }) => !COMMON.has(name))
    .map(({ value }) => String(value))
    .filter((value) => value.length > 4);
  const ids = [claims.jti, claims.jti.replaceAll("-", "")];
  return { id: claims.sub, words: [...ids, ...personal, ...(digests ?? []), jws.split(".")[2] ?? ""] };
}

/** Fields whose words are anybody's. */
const COMMON = new Set(["signer", "by", "relation"]);

async function headOf(phone: Phone): Promise<number> {
  return (await phone.page("after=0&limit=5000")).end.head;
}

/** By every call that a phone may make, in every form, page by page as well. */
async function fetchAll(phone: Phone, photos: readonly string[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  const get = async (path: string, headers: object = {}) =>
    void answers.push(await phone.call("GET", path, undefined, headers));
  for (const accept of ["application/x-ndjson", COLUMNS, PIECES, "*/*"]) {
    for (const coding of ["identity", "gzip", "br"])
      await get("/statements?after=0&limit=5000", { accept, "accept-encoding": coding });
    for (let after = 0; after < 60; after += 7) await get(`/statements?after=${after}&limit=7`, { accept });
  }
  for (const path of [
    "/public",
    "/public?edition=current",
    "/devices",
    "/devices/standing",
    "/held",
    "/invites",
  ])
    await get(path);
  for (const name of photos) await get(`/attachments/${name}`);
  return answers;
}

function unpacked(headers: Answer["headers"], bytes: Buffer): Buffer {
  const coding = headers["content-encoding"];
  if (coding === "gzip") return gunzipSync(bytes);
  return coding === "br" ? brotliDecompressSync(bytes) : bytes;
}

/** The bytes, and whatever is written in them as base64url or as JSON, as deep as it goes. */
function everythingIn(bytes: Buffer, depth = 0): Buffer[] {
  if (depth > 4) return [bytes];
  const text = bytes.toString("utf8");
  const coded = text.match(/[\w-]{8,}/g) ?? [];
  const inner = [...new Set(coded)].map((part) => Buffer.from(part, "base64url"));
  return [
    bytes,
    ...inner.filter((part) => part.length >= 6).flatMap((part) => everythingIn(part, depth + 1)),
  ];
}

test("the search finds what is deep inside", () => {
  const code = (text: string) => Buffer.from(text).toString("base64url");
  const text = JSON.stringify({
    s: `${code("{}")}.${code(JSON.stringify({ a: code('["salt","head","Lò"]') }))}.x~`,
  });
  expect(Buffer.concat(everythingIn(Buffer.from(text))).includes("Lò")).toBe(true);
});
