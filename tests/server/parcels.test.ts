import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CompactEncrypt, importJWK } from "jose";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PublicKey } from "../../src/domain/ward-facts.ts";
import { createKeyRing } from "../../src/server/keys/keys.ts";
import type { ParcelsAnswer } from "../../src/wire/answers.ts";
import { openHouse, WARD, type House, type Phone } from "./house.ts";
import { jpeg, nameOf, paperPledge } from "./photos.ts";
import { absence } from "./small-ward.ts";

let house: House;
let anna: Phone;
let binh: Phone;
beforeEach(async () => {
  house = await openHouse();
  anna = await house.enrolled("volunteer", ["kp1"]);
  binh = await house.enrolled("volunteer", ["kp2"]);
});
afterEach(() => house.remove());

/** As any phone seals, by `jose` alone. */
async function seal(content: string | Uint8Array, key?: PublicKey, enc = "A256GCM"): Promise<string> {
  const keys = await house.station.keys.find(WARD);
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
  return new CompactEncrypt(bytes)
    .setProtectedHeader({ alg: "ECDH-ES", enc })
    .encrypt(await importJWK({ ...(key ?? keys!.seal) }, "ECDH-ES"));
}

const carry = (by: Phone, ...parcels: readonly string[]) => by.call("POST", "/parcels", { parcels });
const statuses = async (by: Phone, ...parcels: readonly string[]) =>
  (await carry(by, ...parcels)).json<ParcelsAnswer>().results;

describe("parcels", () => {
  test("are judged as if pushed by their author, exactly once, whoever carries", async () => {
    const [own, beyond] = [
      await anna.say(absence(house.households[0], "cổng sau")),
      await anna.say(absence(house.households[2])),
    ];
    const parcels = [await seal(own), await seal(beyond)];
    const answer = await carry(binh, ...parcels);
    expect([answer.status, answer.json()]).toEqual([
      200,
      {
        epoch: expect.any(String),
        head: 7,
        saved: 0,
        results: [{ status: "accepted", seq: 7 }, { status: "held" }],
      },
    ]);
    expect(await statuses(await house.enrolled("office"), ...parcels)).toEqual([
      { status: "duplicate", seq: 7 },
      { status: "held" },
    ]);
    // The author is back in coverage meanwhile.
    expect((await anna.push(own)).results).toEqual([{ status: "duplicate", seq: 7 }]);
    // Sealed anew it is still the same statement.
    expect(await statuses(binh, await seal(own))).toEqual([{ status: "duplicate", seq: 7 }]);
    const whole = (await anna.page()).lines.filter(({ s }) => s === own);
    expect(whole).toHaveLength(1);
  });

  test("by two carriers at the same time are once in the log", async () => {
    const parcels = await Promise.all(
      [1, 2, 3].map(async () => seal(await anna.say(absence(house.households[0])))),
    );
    const both = await Promise.all([statuses(anna, ...parcels), statuses(binh, ...parcels)]);
    const accepted = both.flat().filter(({ status }) => status === "accepted");
    expect([accepted.length, both.flat().length]).toEqual([3, 6]);
  });

  test("bring a photo before or after its statement", async () => {
    const photo = jpeg();
    const drafts = paperPledge(house.households[0], photo);
    const texts = [await anna.say(drafts[0]), await anna.say(drafts[1])];
    const sealed = await seal(photo);
    // Alone it comes too early: whoever carries it tries again.
    expect(await statuses(binh, sealed)).toEqual([{ status: "early" }]);
    const together = [sealed, await seal(texts[0] ?? ""), await seal(texts[1] ?? "")];
    expect((await statuses(binh, ...together)).map(({ status }) => status)).toEqual(
      Array(3).fill("accepted"),
    );
    expect(await statuses(binh, sealed)).toEqual([{ status: "duplicate" }]);
    expect((await anna.call("GET", `/attachments/${nameOf(photo)}`)).bytes.equals(photo)).toBe(true);
  });

  test("that cannot be read stop no others", async () => {
    const good = await seal(await anna.say(absence(house.households[0])));
    const stranger = { ...(await createKeyRing(join(house.place.dataDir, "other")).findOrMake("xa")).seal };
    const results = await statuses(
      binh,
      "not a jwe",
      good.slice(0, -3),
      ...[{ crv: undefined }, { crv: "P-257" }, { x: "A".repeat(43) }, { kty: "OKP" }, null].map((odd) =>
        withOddKey(good, odd),
      ),
      await seal("x", stranger),
      await seal("x", undefined, "A128GCM"),
      await seal(new Uint8Array([0xff, 0xfe, 0x00])),
      await seal("no statement"),
      good,
    );
    expect(results.map(({ status }) => status)).toEqual([
      ...Array(10).fill("unreadable"),
      "rejected",
      "accepted",
    ]);
  });

  test("open by a seal key that the ward had before", async () => {
    const keys = (await house.station.keys.find(WARD))!;
    const text = await anna.say(absence(house.households[0]));
    const parcel = await seal(text);
    const path = join(house.place.dataDir, "keys", `${WARD}.json`);
    const file = JSON.parse(readFileSync(path, "utf8")) as Record<string, object>;
    const other = join(house.place.dataDir, "other");
    await createKeyRing(other).findOrMake(WARD);
    const fresh = JSON.parse(readFileSync(join(other, "keys", `${WARD}.json`), "utf8")) as typeof file;
    writeFileSync(path, JSON.stringify({ ...file, seal: fresh["seal"], formerSeals: [file["seal"]] }));
    const anew = (await createKeyRing(house.place.dataDir).find(WARD))!;
    expect(anew.seal).not.toEqual(keys.seal);
    expect(new TextDecoder().decode((await anew.unseal(parcel)) ?? new Uint8Array())).toBe(text);
    writeFileSync(path, JSON.stringify({ ...file, seal: fresh["seal"] }));
    expect(await (await createKeyRing(house.place.dataDir).find(WARD))!.unseal(parcel)).toBeNull();
  });

  test("are counted among the numbers that have come of their author", async () => {
    const { db } = house.station;
    await carry(binh, await seal(await anna.say(absence(house.households[0]))));
    const rows = await db.selectFrom("statements").select("n").where("kid", "=", anna.kid).execute();
    expect(rows).toEqual([{ n: 1 }]);
  });
});

describe("is refused", () => {
  test("an empty list, what is no list of strings, too many, too much", async () => {
    const bodies = [{}, { parcels: [] }, { parcels: [1] }, [], { parcels: "x" }];
    for (const body of bodies) expect((await binh.call("POST", "/parcels", body)).slug).toBe("bad-request");
    expect((await carry(binh, ...Array<string>(501).fill("x"))).slug).toBe("too-large");
    expect((await carry(binh, "x".repeat(3 * 1024 * 1024 + 1))).slug).toBe("too-large");
    expect((await carry(binh, "x".repeat(3 * 1024 * 1024), "x".repeat(1024 * 1024 + 1))).slug).toBe(
      "too-large",
    );
  });

  test("a stranger, and a revoked carrier; what a revoked phone said is held, whoever brings it", async () => {
    const office = await house.enrolled("office");
    await office.push(
      await office.say({ type: "device.revoked", sub: anna.kid, body: { reason: "other", from: 1 } }),
    );
    const parcel = await seal(await anna.say(absence(house.households[0])));
    expect((await carry(anna, parcel)).slug).toBe("device-revoked");
    expect(await statuses(binh, parcel)).toEqual([{ status: "held" }]);
    const nobody = await house.ask({
      method: "POST",
      url: `/api/wards/${WARD}/parcels`,
      payload: { parcels: [parcel] },
    });
    expect(nobody.slug).toBe("no-token");
  });
});

/** A sealed parcel whose head names another public key: with some of its members changed, or none at all. */
function withOddKey(parcel: string, odd: object | null): string {
  const [head = "", ...rest] = parcel.split(".");
  const said = JSON.parse(Buffer.from(head, "base64url").toString()) as { readonly epk: object };
  const epk = odd === null ? null : { ...said.epk, ...odd };
  return [Buffer.from(JSON.stringify({ ...said, epk })).toString("base64url"), ...rest].join(".");
}
