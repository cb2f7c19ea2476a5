import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { Draft } from "../../src/domain/statement.ts";
import { parsePage } from "../../src/wire/page.ts";
import { openHouse, WARD, type House } from "./house.ts";
import { absence } from "./small-ward.ts";
import { newId } from "./speaker.ts";

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.remove());

const get = (path: string, headers: Record<string, string> = {}) =>
  house.ask({ method: "GET", url: `/api/wards/${WARD}${path}`, headers });

function payloads(text: string) {
  const page = parsePage(text);
  if (!page.ok) throw new Error(page.error);
  return page.value.lines.map(({ s }) => {
    expect(s.endsWith("~") && s.split("~").length === 2).toBe(true);
    return JSON.parse(Buffer.from(s.split(".")[1] ?? "", "base64url").toString()) as {
      jti: string;
      type: string;
      sub: string;
      body: Record<string, unknown>;
    };
  });
}

const covenant = (area: string, edition: number): Draft => ({
  type: "covenant.published",
  sub: area,
  body: {
    covenant: area,
    edition,
    title: `Quy ước ${area}`,
    inForce: "2022-10-14",
    recognition: { number: "1527/QĐ-UBND", date: "2022-10-14", authority: "UBND thị xã" },
    chapters: [{ title: "Chương I", articles: [{ number: 1, title: "Phạm vi", text: "Mọi nhà." }] }],
  },
});
const campaign = (id: string, title = "Cam kết"): Draft => ({
  type: "campaign.opened",
  sub: id,
  body: {
    title,
    from: "2026-10-01",
    to: "2026-12-31",
    editions: { kp1: 1 },
    items: [{ id: "flag", text: "Treo cờ", article: 1 }],
    consent: { version: 1, purposes: [{ id: "record", text: "Lưu họ tên" }] },
  },
});
const meeting = (area: string): Draft & { jti: string } => ({
  jti: newId(),
  type: "meeting.held",
  sub: area,
  body: { kind: "neighbourhood", date: "2026-11-01", place: "Nhà văn hoá", subject: "Góp ý" },
  personal: { minutes: "Bà Năm nói nhỏ." },
});

describe("the public page", () => {
  test("has what is public, without disclosures and without households", async () => {
    await house.wardSays(
      covenant("kp1", 1),
      campaign("2026"),
      meeting("kp1"),
      absence(house.households[0], "ghi"),
    );
    const answer = await get("/public");
    expect(answer.headers["content-type"]).toContain("application/x-ndjson");
    expect(payloads(answer.text).map(({ type }) => type)).toEqual([
      "ward.described",
      "covenant.published",
      "campaign.opened",
      "meeting.held",
    ]);
    expect(answer.text).not.toContain(house.households[0]);
  });

  test("leaves out what was taken back by who may", async () => {
    const [anna, binh] = [
      await house.enrolled("volunteer", ["kp1"]),
      await house.enrolled("volunteer", ["kp1"]),
    ];
    const [taken, kept] = [meeting("kp1"), meeting("kp1")];
    await anna.push(await anna.say(taken), await anna.say(kept));
    const back = (sub: string): Draft => ({
      type: "statement.retracted",
      sub,
      in: "kp1",
      body: { reason: "mistake" },
    });
    await anna.push(await anna.say(back(taken.jti)));
    const { results } = await binh.push(await binh.say(back(kept.jti)));
    expect(results[0]?.status).toBe("held");
    expect(payloads((await get("/public")).text).map(({ jti }) => jti)).toContain(kept.jti);
    expect(payloads((await get("/public")).text).map(({ jti }) => jti)).not.toContain(taken.jti);
  });

  test("answers 304 while it is the same, and anew when it is not", async () => {
    const first = await get("/public");
    const tag = String(first.headers["etag"]);
    const same = await get("/public", { "if-none-match": `"x", ${tag.replace("W/", "")}` });
    expect([same.status, same.text]).toEqual([304, ""]);
    // What is not public changes nothing of it.
    await house.wardSays(absence(house.households[0]));
    expect((await get("/public", { "if-none-match": tag })).status).toBe(304);
    await house.wardSays(covenant("kp1", 1));
    const later = await get("/public", { "if-none-match": tag });
    expect([later.status, later.headers["etag"] === tag]).toEqual([200, false]);
  });

  test("of the current edition has what a reader needs today", async () => {
    const observed = (numerator: number): Draft => ({
      type: "indicator.observed",
      sub: "kp1",
      body: { indicator: "flags", period: "2026", numerator, denominator: 100 },
    });
    await house.wardSays(
      covenant("kp1", 1),
      covenant("kp2", 1),
      covenant("kp1", 2),
      campaign("2025"),
      { type: "campaign.closed", sub: "2025", body: {} },
      campaign("2026", "Nháp"),
      campaign("2026"),
      meeting("kp1"),
      { type: "indicator.defined", sub: "flags", body: { name: "Treo cờ", unit: "%", better: "up" } },
      observed(70),
      observed(81),
    );
    const said = payloads((await get("/public?edition=current")).text);
    expect(said.map(({ type, sub }) => `${type} ${sub}`)).toEqual([
      `ward.described ${WARD}`,
      "covenant.published kp2",
      "covenant.published kp1",
      "campaign.opened 2026",
      "indicator.defined flags",
      "indicator.observed kp1",
    ]);
    expect(said.map(({ body }) => body["edition"] ?? body["title"] ?? body["numerator"])).toEqual([
      undefined,
      1,
      2,
      "Cam kết",
      undefined,
      81,
    ]);
    expect((await get("/public?edition=old")).slug).toBe("bad-request");
  });

  test("brings of a campaign that runs every wording that households were asked, each once", async () => {
    const asked = (title: string, text: string): Draft => {
      const { body, ...rest } = campaign("2026", title);
      return { ...rest, body: { ...body, items: [{ id: "flag", text, article: 1 }] } };
    };
    await house.wardSays(
      asked("Nháp", "Treo cờ"),
      asked("Cũ", "Treo cờ"),
      asked("Mới", "Treo cờ đẹp"),
      campaign("2025"),
      { type: "campaign.closed", sub: "2025", body: {} },
    );
    const titles = async () => {
      const said = payloads((await get("/public?edition=current")).text);
      return said.filter(({ type }) => type === "campaign.opened").map(({ body }) => body["title"]);
    };
    expect(await titles()).toEqual(["Cũ", "Mới"]);
    await house.wardSays({ type: "campaign.closed", sub: "2026", body: {} });
    expect(await titles()).toEqual([]);
  });

  test("brings of a change that is under way the newest of each step, and nothing of one in force or given up", async () => {
    const stepped = (sub: string, step: string, date: string): Draft => ({
      type: "amendment.stepped",
      sub,
      in: "kp2",
      body: { step, date },
      ...(step === "minutes" ? { personal: { chair: "Lê Văn Tám" } } : {}),
    });
    const opened = (sub: string): Draft => ({
      type: "amendment.opened",
      sub,
      in: "kp2",
      body: { covenant: "kp2", kind: "change", title: sub },
    });
    await house.wardSays(
      opened("one"),
      stepped("one", "posting", "2026-10-01"),
      stepped("one", "posting", "2026-10-05"),
      stepped("one", "minutes", "2026-11-10"),
      opened("two"),
      stepped("two", "force", "2026-10-01"),
      opened("three"),
      stepped("three", "ended", "2026-10-01"),
    );
    const { text } = await get("/public?edition=current");
    const said = payloads(text).filter(({ type }) => type.startsWith("amendment."));
    expect(said.map(({ sub, body }) => [sub, body["date"] ?? body["title"]])).toEqual([
      ["one", "one"],
      ["one", "2026-10-05"],
      ["one", "2026-11-10"],
    ]);
    expect(text).not.toContain("Tám");
    const whole = payloads((await get("/public")).text);
    expect(whole.filter(({ type }) => type.startsWith("amendment."))).toHaveLength(8);
  });
});

test("devices are public without their names", async () => {
  const office = await house.enrolled("office");
  const answer = await get("/devices");
  expect(payloads(answer.text).map(({ type }) => type)).toEqual(["ward.described", "device.enrolled"]);
  await office.push(
    await office.say({
      type: "device.revoked",
      sub: office.kid,
      body: { reason: "other", from: 1 },
      personal: { note: "mất máy" },
    }),
  );
  expect(payloads((await get("/devices")).text).map(({ type }) => type)).toContain("device.revoked");
});

test("a visitor sees which wards live here, and which handbooks they have", async () => {
  expect((await house.ask({ method: "GET", url: "/api/wards" })).json()).toEqual({
    wards: [{ ward: WARD, name: "Phường Thử", demo: false, areas: [] }],
  });
  const { station } = house;
  const keys = await station.keys.findOrMake(WARD);
  const areas = [
    { code: "kp1", name: "Khu phố 1", kind: "khuPho" },
    { code: "kp1/t01", name: "Tổ 1", kind: "to" },
  ];
  const body = {
    name: "Phường Thử",
    kind: "phuong",
    province: "",
    keys: { sign: keys.sign, seal: keys.seal },
    areas,
  };
  await house.wardSays({ type: "ward.described", sub: WARD, body }, covenant("kp1", 1));
  expect((await house.ask({ method: "GET", url: "/api/wards" })).json()).toMatchObject({
    wards: [{ areas: [{ code: "kp1", name: "Khu phố 1" }] }],
  });
});

describe("the office", () => {
  test("invites by HTTP and sees what became of it; nobody else does", async () => {
    const [office, anna] = [await house.enrolled("office"), await house.enrolled("volunteer", ["kp1"])];
    const made = await office.call("POST", "/invites", {
      role: "volunteer",
      areas: ["kp2"],
      expiresInHours: 24,
    });
    expect(made.status).toBe(201);
    const { code, url, expiresAt } = made.json<{ code: string; url: string; expiresAt: number }>();
    expect(url).toBe(`http://localhost:8787/vao#${WARD}.${code}`);
    expect(expiresAt).toBe(house.clock.ms / 1000 + 86_400);
    const { invites } = (await office.call("GET", "/invites")).json<{
      invites: { usedBy: string | null }[];
    }>();
    expect(invites.map(({ usedBy }) => usedBy).sort()).toEqual([null, anna.kid, office.kid].sort());
    expect(JSON.stringify(invites)).not.toContain(code);
    for (const method of ["GET", "POST"] as const) {
      const answer = await anna.call(
        method,
        "/invites",
        method === "POST" ? { role: "office", areas: [] } : undefined,
      );
      expect([answer.status, answer.slug]).toEqual([403, "forbidden"]);
    }
  });

  test.each([
    ["an unknown role", { role: "admin", areas: [] }],
    ["an area that is none", { role: "volunteer", areas: ["Khu phố 1"] }],
    ["a household that is none", { role: "household", areas: [], household: "x" }],
    ["a household nobody registered", { role: "household", areas: [], household: newId() }],
    ["no household for its phone", { role: "household", areas: [] }],
    ["hours below nothing", { role: "office", areas: [], expiresInHours: -1 }],
    ["nothing", null],
  ])("is refused an invite with %s", async (_name, body) => {
    const office = await house.enrolled("office");
    const answer = await office.call("POST", "/invites", body);
    expect([answer.status, answer.slug]).toEqual([400, "bad-request"]);
  });

  test("sees what is held until it decides; nobody else does", async () => {
    const [office, anna] = [await house.enrolled("office"), await house.enrolled("volunteer", ["kp1"])];
    const beyond = await anna.say(absence(house.households[2], "ghi riêng"));
    await anna.push(beyond);
    interface Held {
      held: { jti: string; at: number; reason: string; s: string }[];
    }
    const { held } = (await office.call("GET", "/held")).json<Held>();
    expect(held).toMatchObject([{ reason: "beyond-area", s: beyond, at: house.clock.ms }]);
    expect((await anna.call("GET", "/held")).slug).toBe("forbidden");
    const sub = held[0]?.jti ?? "";
    const body = { decision: "refuse", reason: "other" };
    await office.push(await office.say({ type: "statement.decided", sub, in: house.households[2], body }));
    expect((await office.call("GET", "/held")).json<Held>().held).toEqual([]);
  });
});

describe("the server", () => {
  test("tells its health, also that its store is gone", async () => {
    const health = () => house.ask({ method: "GET", url: "/api/health" });
    expect((await health()).json()).toEqual({ status: "ok", version: "0.0.0-test", store: house.place.kind });
    await house.station.close();
    expect([(await health()).status, (await health()).slug]).toEqual([503, "unavailable"]);
  });

  test.each(["/api/xyz", "/api", "/api/wards/phuong-thu/xyz", "/assets/lost.js", "/lost.png"])(
    "knows no %s",
    async (url) => {
      const answer = await house.ask({ method: "GET", url });
      expect([answer.status, answer.slug]).toEqual([404, "not-found"]);
      expect(answer.text).not.toContain("xyz");
    },
  );

  test("answers a broken address and a broken request with a problem and the time, and quotes neither", async () => {
    await house.app.listen({ port: 0, host: "127.0.0.1" });
    const { port } = house.app.server.address() as { port: number };
    const said = await Promise.all([
      raw(port, "GET /api/wards/%zz HTTP/1.1\r\nHost: x\r\n"),
      raw(port, "NONSENSE secret\r\n"),
    ]);
    for (const answer of said) {
      expect(answer).toMatch(/^HTTP\/1.1 400 /);
      expect(answer).toMatch(/\r\ndate: /i);
      expect(answer).toContain("/problems/bad-request");
      expect(answer).not.toMatch(/%zz|secret/);
    }
  });

  test("hides what went wrong inside it, also from the log", async () => {
    const office = await house.enrolled("office");
    await house.station.db.schema.dropTable("invites").execute();
    const answer = await office.call("GET", "/invites");
    expect([answer.status, answer.slug]).toEqual([500, "unavailable"]);
    expect(house.log.join("")).toMatch(/"code":"(SQLITE_ERROR|42P01)"/);
    expect(house.log.join("")).not.toMatch(/no such table|does not exist/);
  });

  test("sends strict headers with everything", async () => {
    for (const url of ["/", "/api/health", "/api/xyz"]) {
      const { headers } = await house.ask({ method: "GET", url });
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
      expect(headers["content-security-policy"]).not.toMatch(/unsafe|upgrade-insecure/);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("no-referrer");
      expect(headers["strict-transport-security"]).toBeUndefined();
    }
  });

  test("asks for HTTPS where it is served by it", async () => {
    const secure = await openHouse({ origin: "https://so-tay.example.vn" });
    const { headers } = await secure.ask({ method: "GET", url: "/api/health" });
    expect(headers["strict-transport-security"]).toContain("max-age");
    await secure.remove();
  });

  test("says plainly that the app was not built", async () => {
    const answer = await house.ask({ method: "GET", url: "/" });
    expect([answer.status, answer.text]).toEqual([503, "The app is not built yet: run 'npm run build'.\n"]);
  });
});

describe("the app's files", () => {
  let built: House;
  beforeEach(async () => {
    const webRoot = mkdtempSync(join(tmpdir(), "so-tay-web-"));
    mkdirSync(join(webRoot, "assets"));
    writeFileSync(join(webRoot, "index.html"), "<!doctype html><title>Sổ tay</title>");
    writeFileSync(join(webRoot, "service-worker.js"), "self.x = 1;");
    writeFileSync(join(webRoot, "manifest.webmanifest"), "{}");
    writeFileSync(join(webRoot, "assets/index-abc123.js"), "export {};");
    writeFileSync(join(webRoot, "assets/index-abc123.js.br"), "brotli");
    built = await openHouse({ webRoot });
  });
  afterEach(() => built.remove());

  test.each([
    ["/", "no-cache", "text/html"],
    ["/service-worker.js", "no-cache", "javascript"],
    ["/manifest.webmanifest", "no-cache", "application/manifest+json"],
    ["/assets/index-abc123.js", "public, max-age=31536000, immutable", "javascript"],
    ["/so-tay/phuong-3/kp1", "no-cache", "text/html"],
    ["/vao", "no-cache", "text/html"],
    ["/ho/019aaf10-5c00-7000-8000-000000000018?x=1.png", "no-cache", "text/html"],
  ])("%s is kept: %s", async (url, cache, type) => {
    const answer = await built.ask({ method: "GET", url });
    expect([answer.status, answer.headers["cache-control"]]).toEqual([200, cache]);
    expect(answer.headers["content-type"]).toContain(type);
  });

  test("are sent as they were compressed when they were built", async () => {
    const answer = await built.ask({
      method: "GET",
      url: "/assets/index-abc123.js",
      headers: { "accept-encoding": "gzip, br" },
    });
    expect([answer.headers["content-encoding"], answer.text]).toEqual(["br", "brotli"]);
  });

  test.each(["/../heads.json", "/%2e%2e/so-tay.sqlite", "/assets/../../x", "/.env", "/assets/lost.js"])(
    "%s is none of them",
    async (url) => {
      const answer = await built.ask({ method: "GET", url });
      expect(answer.text.startsWith("<!doctype") || answer.status >= 400).toBe(true);
      expect(answer.text).not.toContain("epoch");
    },
  );

  test("take nothing but questions", async () => {
    expect((await built.ask({ method: "POST", url: "/di-ho" })).slug).toBe("not-found");
  });
});

function raw(port: number, head: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(`${head}Connection: close\r\n\r\n`));
    let text = "";
    socket.on("data", (data) => (text += String(data)));
    socket.on("end", () => resolve(text));
    socket.on("error", reject);
  });
}
