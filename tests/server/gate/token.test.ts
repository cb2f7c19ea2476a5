import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { signJws } from "../../../src/domain/jws.ts";
import { createTokenVerifier, readToken } from "../../../src/server/gate/token.ts";
import { newPhone, openHouse, type House, type Phone } from "../house.ts";
import { absence } from "../small-ward.ts";

let house: House;
let anna: Phone;
let binh: Phone;
beforeAll(async () => {
  house = await openHouse();
  [anna, binh] = [await house.enrolled("volunteer", ["kp1"]), await house.enrolled("volunteer", ["kp2"])];
});
afterAll(() => house.remove());

const now = () => Math.floor(house.clock.ms / 1000);
const pull = (authorization?: string) =>
  house.ask({
    method: "GET",
    url: "/api/wards/phuong-thu/statements",
    headers: authorization === undefined ? {} : { authorization },
  });

describe("a token", () => {
  test.each([
    ["now", () => ({})],
    ["made 60 s ahead", () => ({ iat: now() + 60, exp: now() + 300 })],
    ["in its last second", () => ({ iat: now() - 300, exp: now() })],
    ["of the longest life", () => ({ exp: now() + 300 })],
  ])("%s opens the ward, any number of times", async (_name, claims) => {
    const header = `Bearer ${await anna.token(claims())}`;
    expect([(await pull(header)).status, (await pull(header)).status]).toEqual([200, 200]);
  });

  test("that opened the ward opens it no more once its time is over", async () => {
    const header = `Bearer ${await anna.token()}`;
    expect((await pull(header)).status).toBe(200);
    const before = house.clock.ms;
    house.clock.ms += 241_000;
    const answer = await pull(header);
    house.clock.ms = before;
    expect([answer.status, answer.slug]).toEqual([401, "clock-skew"]);
  });

  test("that was proved for one ward opens no other", async () => {
    const verifyToken = createTokenVerifier();
    const read = readToken(`Bearer ${await anna.token()}`);
    if (!read.ok) throw new Error(read.error);
    expect(await verifyToken(read.value, anna.key, "phuong-thu", now())).toEqual({ ok: true, value: null });
    expect(await verifyToken(read.value, anna.key, "phuong-khac", now())).toEqual({
      ok: false,
      error: "bad-token",
    });
  });

  test.each([
    ["that ended a second ago", () => ({ iat: now() - 200, exp: now() - 1 })],
    ["made 61 s ahead", () => ({ iat: now() + 61, exp: now() + 300 })],
    ["of a clock a month behind", () => ({ iat: now() - 2_592_000, exp: now() - 2_591_760 })],
  ])("%s is told of its clock, and given the time", async (_name, claims) => {
    const answer = await pull(`Bearer ${await anna.token(claims())}`);
    expect([answer.status, answer.slug]).toEqual([401, "clock-skew"]);
    expect(Date.parse(String(answer.headers["date"]))).toBeGreaterThan(0);
  });

  test.each([
    ["for another ward", () => ({ aud: "phuong-khac" }), {}],
    ["for a list of wards", () => ({ aud: ["phuong-thu"] }), {}],
    ["for an hour", () => ({ exp: now() + 3600 }), {}],
    ["without end", () => ({ exp: undefined }), {}],
    ["without beginning", () => ({ iat: undefined }), {}],
    ["that ends before it begins", () => ({ exp: now() - 10 }), {}],
    ["without an id", () => ({ jti: undefined }), {}],
    ["of another type", () => ({}), { typ: "JWT" }],
    ["that is a proof", () => ({}), { typ: "proof+jwt" }],
    ["without an algorithm", () => ({}), { alg: "none" }],
    ["of another algorithm", () => ({}), { alg: "HS256" }],
    ["without a device", () => ({}), { kid: undefined }],
    ["with something critical in it", () => ({}), { crit: ["b64"], b64: false }],
  ])("%s is refused", async (_name, claims, head) => {
    const answer = await pull(`Bearer ${await anna.token(claims(), head)}`);
    expect([answer.status, answer.slug]).toEqual([401, "bad-token"]);
    expect(answer.headers["www-authenticate"]).toBe("Bearer");
  });

  test("signed by another is refused, whatever its clock says", async () => {
    for (const iat of [now(), now() - 2_592_000]) {
      const claims = { aud: "phuong-thu", iat, exp: iat + 240, jti: "x" };
      const header = { alg: "ES256", typ: "device+jwt", kid: anna.kid };
      expect((await pull(`Bearer ${await signJws(header, claims, binh.signer)}`)).slug).toBe("bad-token");
    }
  });

  test("of a key that the ward does not know is told so", async () => {
    const stranger = await newPhone(house);
    expect((await pull(`Bearer ${await stranger.token()}`)).slug).toBe("unknown-device");
  });

  test.each([
    ["no header", undefined, "no-token"],
    ["nothing", "Bearer ", "bad-token"],
    ["a password", "Basic YWRtaW46YWRtaW4=", "bad-token"],
    ["words", "Bearer xin chào", "bad-token"],
    ["two dots", "Bearer ..", "bad-token"],
    ["something endless", `Bearer ${"a".repeat(5000)}.b.c`, "bad-token"],
  ])("that is %s is refused", async (_name, header, slug) => {
    const answer = await pull(header);
    expect([answer.status, answer.slug]).toEqual([401, slug]);
  });

  test("that is a statement is refused", async () => {
    const [statement] = (await anna.say(absence(house.households[0]))).split("~");
    expect((await pull(`Bearer ${statement}`)).slug).toBe("bad-token");
  });
});

test("no token, code or name stands in the log", async () => {
  const token = await anna.token();
  await pull(`Bearer ${token}`);
  await house.ask({ method: "GET", url: `/api/wards/phuong-thu/statements?after=0&code=Trần` });
  await anna.call("POST", "/statements", '{"statements":["Nguyễn Thị Ánh"');
  const told = house.log.join("");
  expect(told).toContain('"route":"/api/wards/:ward/statements"');
  for (const secret of [token, "eyJ", "Ánh", "Trần", encodeURI("Trần"), "Máy thử", anna.kid]) {
    expect([secret, told.includes(secret)]).toEqual([secret, false]);
  }
});
