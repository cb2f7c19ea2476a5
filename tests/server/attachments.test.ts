import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keepAttachment } from "../../src/server/attachments.ts";
import { openStation, type Station } from "../../src/server/station.ts";
import { openHouse, WARD, type House, type Phone } from "./house.ts";
import { jpeg, nameOf, paperPledge, webp } from "./photos.ts";
import { newId } from "./speaker.ts";

let house: House;
let anna: Phone;
let binh: Phone;
let office: Phone;
beforeEach(async () => {
  house = await openHouse();
  office = await house.enrolled("office");
  anna = await house.enrolled("volunteer", ["kp1"]);
  binh = await house.enrolled("volunteer", ["kp2"]);
});
afterEach(() => house.remove());

const IMAGE = { "content-type": "image/jpeg" };
const put = (phone: Phone, bytes: Buffer, name = nameOf(bytes), headers: object = IMAGE) =>
  phone.call("PUT", `/attachments/${name}`, bytes, headers);
const get = (phone: Phone, name: string) => phone.call("GET", `/attachments/${name}`);
const lying = () => house.station.attachments.list(WARD);

/** A pledge on paper that the ward has, and its photo, which it has not. */
async function pledged(phone = anna, household = house.households[0], photo = jpeg()) {
  const texts = await Promise.all(paperPledge(household, photo).map((draft) => phone.say(draft)));
  const { results } = await phone.push(...texts);
  return { photo, name: nameOf(photo), texts, results };
}

describe("a photo that a statement names", () => {
  test("is kept as it came, once, and read back byte for byte", async () => {
    const { photo, name } = await pledged();
    const first = await put(anna, photo);
    expect([first.status, first.json()]).toEqual([200, { epoch: expect.any(String), head: 9, saved: 0 }]);
    expect((await put(anna, photo)).status).toBe(200);
    const read = await get(anna, name);
    expect([read.status, read.headers["content-type"], read.headers["cache-control"]]).toEqual([
      200,
      "image/jpeg",
      "no-store",
    ]);
    expect(read.bytes.equals(photo)).toBe(true);
    expect(await lying()).toEqual([name]);
  });

  test("may be WebP, and may be brought by anybody who is enrolled", async () => {
    const photo = webp();
    const { name } = await pledged(anna, house.households[0], photo);
    expect((await put(binh, photo, name, { "content-type": "application/octet-stream" })).status).toBe(200);
    expect((await get(anna, name)).headers["content-type"]).toBe("image/webp");
    // Bytes by a plain `fetch` say nothing of their kind.
    expect((await put(binh, photo, name, {})).status).toBe(200);
  });

  test("is read by those who may read the statement whole, and by nobody else", async () => {
    const { photo, name } = await pledged();
    await put(anna, photo);
    const own = await house.enrolled("household", [], { household: house.households[0] });
    const neighbour = await house.enrolled("household", [], { household: house.households[1] });
    const viewer = await house.enrolled("viewer", ["kp1"]);
    const statuses = [];
    for (const phone of [office, anna, own, binh, neighbour, viewer])
      statuses.push((await get(phone, name)).status);
    expect(statuses).toEqual([200, 200, 200, 404, 404, 404]);
    await office.push(
      await office.say({ type: "household.moved", sub: house.households[0], body: { area: "kp2/t06" } }),
    );
    expect([(await get(anna, name)).status, (await get(binh, name)).status]).toEqual([404, 200]);
  });

  test("of a held statement is kept for the office, and for the others once it is decided", async () => {
    const { photo, name, texts, results } = await pledged(anna, house.households[2]);
    expect(results[1]).toMatchObject({ status: "held", reason: "beyond-area" });
    expect((await put(anna, photo)).status).toBe(200);
    expect([(await get(office, name)).status, (await get(binh, name)).status]).toEqual([200, 404]);
    for (const text of texts) {
      const sub = idOf(text);
      const body = { decision: "accept", reason: "other" };
      await office.push(await office.say({ type: "statement.decided", sub, in: house.households[2], body }));
    }
    expect((await get(binh, name)).status).toBe(200);
  });
});

describe("is refused", () => {
  test("what no statement names", async () => {
    const answer = await put(anna, jpeg());
    expect([answer.status, answer.slug]).toEqual([409, "not-named"]);
    expect(await lying()).toEqual([]);
  });

  test("what is no photo, does not fit its name, or has a name of another form", async () => {
    const text = Buffer.from("<svg onload=alert(1)>");
    await pledged(anna, house.households[0], text);
    const { name } = await pledged();
    const answers = [
      await put(anna, text),
      await put(anna, jpeg(), name),
      await put(anna, jpeg(), "khong-phai-ten"),
      await put(anna, Buffer.from("{}"), name, { "content-type": "application/json" }),
    ];
    expect(answers.map(({ status, slug }) => [status, slug])).toEqual(
      answers.map(() => [400, "bad-request"]),
    );
    expect((await put(anna, jpeg(), name, { "content-type": "text/html" })).status).toBe(415);
    expect(await lying()).toEqual([]);
  });

  test("what is larger than 2 MiB", async () => {
    const { photo } = await pledged(anna, house.households[0], jpeg(2 * 1024 * 1024 + 1));
    expect((await put(anna, photo)).slug).toBe("too-large");
    const most = await pledged(anna, house.households[0], jpeg(2 * 1024 * 1024));
    expect((await put(anna, most.photo)).status).toBe(200);
  });

  test("what there is no room for, and nothing of it stays", async () => {
    const { photo } = await pledged();
    const full = Object.assign(new Error("no space left"), { code: "ENOSPC" });
    const attachments = { ...house.station.attachments, put: () => Promise.reject(full) };
    expect(await keepAttachment({ db: house.station.db, attachments }, WARD, photo)).toEqual({
      ok: false,
      error: "store-full",
    });
    expect((await put(anna, photo)).status).toBe(200);
  });

  test("whoever is nobody's, or revoked", async () => {
    const { photo, name } = await pledged();
    const nobody = await house.ask({
      method: "PUT",
      url: `/api/wards/${WARD}/attachments/${name}`,
      headers: IMAGE,
      payload: photo,
    });
    expect(nobody.slug).toBe("no-token");
    await office.push(
      await office.say({ type: "device.revoked", sub: anna.kid, body: { reason: "other", from: 1 } }),
    );
    expect((await put(anna, photo)).slug).toBe("device-revoked");
    expect((await put(binh, photo)).status).toBe(200);
  });

  test("what comes too often", async () => {
    const { photo, name } = await pledged();
    await put(anna, photo);
    let last = 200;
    for (let i = 0; i < 300 && last === 200; i++) last = (await get(anna, name)).status;
    expect(last).toBe(429);
    expect((await get(office, name)).status).toBe(200);
  });
});

describe("an erasure", () => {
  const erase = async (body: object = {}) =>
    office.push(await office.say({ type: "data.erased", sub: house.households[0], body: { ...body } }));

  /** Ends the process, as far as the store is concerned, begins another, and tells what lies there then. */
  async function reopened(before?: (station: Station) => Promise<void>): Promise<readonly string[]> {
    await house.station.close();
    const parts = {
      ...house.place,
      now: () => house.clock.ms,
      random: (bytes: number) => new Uint8Array(bytes),
    };
    let names: readonly string[] = [];
    for (const act of [
      before,
      async ({ attachments }: Station) => void (names = await attachments.list(WARD)),
    ]) {
      const again = await openStation(parts);
      if (!again.ok) throw new Error(again.error);
      await act?.(again.value);
      await again.value.close();
    }
    return names;
  }

  test("takes the photo along for good, and nothing that arrives later brings it back", async () => {
    const { photo, name, texts } = await pledged();
    await put(anna, photo);
    await erase();
    expect((await get(office, name)).status).toBe(404);
    expect((await put(anna, photo)).slug).toBe("not-named");
    expect((await anna.push(...texts)).results.map(({ status }) => status)).toEqual([
      "duplicate",
      "duplicate",
    ]);
    const late = await pledged(anna, house.households[0], photo);
    expect(late.results[1]?.status).toBe("accepted");
    expect((await put(anna, photo)).slug).toBe("not-named");
    expect(await reopened()).toEqual([]);
  });

  test("of the photo alone leaves the pledge, one of the signer alone leaves the photo", async () => {
    const { photo, name } = await pledged();
    await put(anna, photo);
    await erase({ names: ["signer"] });
    expect((await get(office, name)).status).toBe(200);
    await erase({ names: ["photo"] });
    expect((await get(office, name)).status).toBe(404);
  });

  test("leaves what a statement that is not erased names as well", async () => {
    const { photo, name } = await pledged();
    await pledged(anna, house.households[1], photo);
    await put(anna, photo);
    await erase();
    expect(await reopened()).toEqual([name]);
  });

  test("reaches what is held", async () => {
    const stranger = newId();
    const { photo, name } = await pledged(anna, stranger);
    await put(anna, photo);
    expect((await get(office, name)).status).toBe(200);
    await office.push(await office.say({ type: "data.erased", sub: stranger, body: {} }));
    expect((await get(office, name)).status).toBe(404);
  });

  test("is finished by the next process, where the first was killed over it", async () => {
    const { photo, name } = await pledged();
    await put(anna, photo);
    await erase();
    // As a copy that was being written when the names went.
    expect(await reopened(({ attachments }) => attachments.put(WARD, name, photo))).toEqual([]);
  });
});

function idOf(text: string): string {
  const claims = JSON.parse(Buffer.from(text.split(".")[1] ?? "", "base64url").toString()) as { jti: string };
  return claims.jti;
}
