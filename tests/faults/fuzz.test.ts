import { connect } from "node:net";

import { afterEach, beforeEach, expect, inject, test } from "vitest";

import type { Chance } from "../../src/server/demo/chance.ts";
import { createApp, type App } from "../e2e/app.ts";
import type { OfficeClient } from "../e2e/office-client.ts";
import { absence } from "../phone/real-ward.ts";
import { must, now } from "../phone/test-phone.ts";
import { memoryOf } from "./memory.ts";
import { mutateText, mutateValue, randomText } from "./mutations.ts";
import { enrolClient, enrolClients, type Client } from "./plain-client.ts";
import { amount, beginProof } from "./proof.ts";
import { enrolByLink, realPhone } from "./real-phone.ts";
import { linkFor, settle, WARD } from "./small-list.ts";
import { oddStatement, sampleTexts } from "./samples.ts";
import { findFalse, readTaken } from "./taken.ts";

let app: App;
let office: OfficeClient;
let home: string;

beforeEach(async () => {
  app = await createApp();
  office = await settle(app);
  const found = (await office.pull()).find(({ claims }) => claims.type === "household.registered");
  home = found?.claims.sub ?? "";
});
afterEach(() => app.remove());

test("statements, bodies, headers and addresses of any kind bring no 5xx, no crash, and nothing into the log that is not authentic", async () => {
  const { chance, report } = beginProof(`fuzz, server on ${inject("postgres") ? "PostgreSQL" : "SQLite"}`);
  const count = amount(900, 9000);
  const clients = await enrolClients(app, 6);
  const desk = await enrolClient(app, await linkFor(app, "office"));
  const pid = app.pid();
  const statuses = new Map<number, number>();
  const see = (status: number) => statuses.set(status, (statuses.get(status) ?? 0) + 1);

  const texts = await sampleTexts(clients, home);
  const known = (await office.pull()).length;
  const wanted = Math.floor(count * 0.6);
  for (let done = 0; done < wanted; done += BATCH) {
    const by = clients[(done / BATCH) % clients.length];
    const batch = Array.from({ length: BATCH }, () => oddStatement(texts, clients, chance));
    see(
      (
        await by?.call("/statements", {
          method: "POST",
          body: JSON.stringify({ statements: await Promise.all(batch) }),
        })
      )?.status ?? 0,
    );
  }
  const before = memoryOf(pid);
  for (let done = wanted; done < count; done++) {
    const by = chance.pick([desk, clients[done % clients.length] ?? desk]);
    const statusesOfOne = chance.falls(0.5)
      ? [await oddBody(by, texts, chance)]
      : await oddRequest(app.port, texts, chance);
    for (const status of statusesOfOne) see(status);
  }
  const grown = memoryOf(pid) - before;

  expect([...statuses.keys()].filter((status) => status >= 500 || status === 0)).toEqual([]);
  expect(app.pid()).toBe(pid);
  expect(grown).toBeLessThan(200);
  const taken = await readTaken(desk, office);
  expect(await findFalse(taken, office)).toEqual([]);
  // Much of it was odd and sound: had nothing been taken, nothing would have been shown.
  expect(taken.length - known).toBeGreaterThan(wanted / 50);
  // It is in order, by its own word, too; and works as before.
  app.cli("verify", WARD);
  const good = await clients[0]?.say(absence(home));
  expect((await desk.push([good?.text ?? ""])).results).toMatchObject([{ status: "accepted" }]);
  const answers = [...statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${times} × ${status}`);
  report({
    cases: count,
    taken: taken.length - known,
    answers: answers.join(" "),
    "MB more": Math.round(grown),
  });
});

test("pages of any kind leave a phone with all that it had to send, and with the ward's key", async () => {
  const { chance, report } = beginProof("fuzz, pages");
  const count = amount(100, 1000);
  const phone = realPhone(app.origin);
  await enrolByLink(phone, await linkFor(app, "volunteer", "kp1"));
  await phone.act.exchange(WARD);
  const pins = (await phone.db.memberships.get(WARD))?.pins;
  const line = { spoil: false };
  const spoiled = phone.tab({
    async fetch(url, init) {
      const answer = await fetch(url, init);
      if (!line.spoil) return answer;
      const { status, headers } = answer;
      return new Response(oddPage(await answer.text(), chance), { status, headers });
    },
  });
  const said: string[] = [];
  for (let at = 0; at < count; at++) {
    if (chance.falls(0.2)) said.push(...must(await spoiled.act.say(WARD, [absence(home)])));
    // Something to read each time.
    if (chance.falls(0.3)) await spoiled.db.memberships.update(WARD, { after: 0 });
    line.spoil = true;
    await spoiled.act.exchange(WARD);
    line.spoil = false;
    expect((await spoiled.db.memberships.get(WARD))?.pins).toEqual(pins);
  }
  // Whatever it was told of them: they are here, and the ward has them.
  await spoiled.db.memberships.update(WARD, { revoked: false });
  await spoiled.act.exchange(WARD);
  await spoiled.act.exchange(WARD);
  const ids = new Set((await office.pull()).map(({ claims }) => claims.jti));
  const outbox = new Set((await now(spoiled.watch.outbox(WARD))).map(({ jti }) => jti));
  expect(said.filter((jti) => !outbox.has(jti) && !ids.has(jti))).toEqual([]);
  report({ pages: count, statements: said.length });
});

const BATCH = 20;

async function oddBody(by: Client, texts: readonly [string, ...string[]], chance: Chance): Promise<number> {
  const bodies: readonly [object, ...object[]] = [
    { statements: texts.slice(0, 2) },
    { parcels: [texts[0].split("~")[0] ?? "", "e30.a.b.c.d"] },
    { role: "volunteer", areas: ["kp1"], expiresInHours: 1 },
    {
      invite: "x",
      publicKey: { kty: "EC", crv: "P-256", x: by.kid, y: by.kid },
      name: "Máy",
      proof: "x.y.z",
    },
  ] as const;
  const value = mutateValue(chance.pick(bodies), chance);
  const text = chance.pick([
    () => JSON.stringify(value) ?? "",
    () => JSON.stringify(value)?.slice(0, chance.between(0, 80)) ?? "",
    () => randomText(chance, 300),
    () => "[".repeat(chance.between(1, 60_000)),
    () => `{"statements":["${"x".repeat(chance.between(0, 600_000))}"]}`,
  ])();
  const type = chance.pick([
    "application/json",
    "application/json; charset=x",
    "text/plain",
    "",
    "application/json;;",
  ]);
  const path = chance.pick(["/statements", "/invites", "/devices", "/parcels", "/held"]);
  const { status } = await by.call(path, { method: "POST", body: text, headers: { "content-type": type } });
  return status;
}

/** Bytes on a line that are hardly HTTP; the statuses of whatever comes back. */
async function oddRequest(
  port: number,
  texts: readonly [string, ...string[]],
  chance: Chance,
): Promise<number[]> {
  const path = chance.pick([
    () =>
      `/api/wards/${WARD}/statements?after=${randomText(chance, 20)}&limit=${chance.pick(["-1", "0", "1e9", "x", ""])}`,
    () => `/api/wards/${percent(randomText(chance, 30))}/public`,
    () =>
      `/api/wards/${WARD}/${chance.pick(["public", "devices", "held", "invites"])}?edition=${chance.pick(["current", "%ff", "%", "a&edition=b"])}`,
    () =>
      chance.pick([
        "/%",
        "/%00",
        "/..%2f..%2fetc/passwd",
        "//",
        "/\\",
        "*",
        "/api/",
        `/${"a".repeat(9000)}`,
        "/so-tay/%E0%A4",
      ]),
    () => `/${randomText(chance, 40).replaceAll(/\s/g, "")}`,
  ])();
  const method = chance.pick([
    "GET",
    "GET",
    "POST",
    "PUT",
    "DELETE",
    "OPTIONS",
    "HEAD",
    "TRACE",
    "PATCH",
    "FOO",
    "get",
  ]);
  const token = mutateText(texts, chance).split("~")[0] ?? "";
  const headers = [
    () => `Authorization: Bearer ${token}`,
    () => `Authorization: ${chance.pick(["Basic eDp5", "Bearer", "Bearer  ", `Bearer ${"a".repeat(9000)}`])}`,
    () => `Content-Length: ${chance.pick(["-1", "5", "0", "99999999999", "x"])}`,
    () => "Transfer-Encoding: chunked",
    () => `If-None-Match: ${randomText(chance, 40).replaceAll(/[\r\n]/g, "")}`,
    () => `Accept-Encoding: ${chance.pick(["br", "gzip;q=9", "*", "identity;q=0", "zstd, x"])}`,
    () => `X-Forwarded-For: ${chance.pick(["::1", "999.1.1.1", "a, b", ""])}`,
    () => `Content-Type: ${chance.pick(["application/json", "multipart/form-data", "é"])}`,
    () => `Range: bytes=${chance.pick(["0-", "-1", "9-1"])}`,
    () => `Expect: ${chance.pick(["100-continue", "x"])}`,
    () => `X: ${"y".repeat(chance.between(1, 30_000))}`,
  ] as const;
  const lines = Array.from({ length: chance.between(0, 4) }, () => chance.pick(headers)());
  const version = chance.pick(["HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/9.9", "HTTP"]);
  const request = [
    `${method} ${path} ${version}`,
    "Host: localhost",
    ...lines,
    "Connection: close",
    "",
    randomText(chance, 50),
  ];
  return answersTo(port, request.join("\r\n"));
}

function percent(text: string): string {
  return Array.from(Buffer.from(text), (byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
}

function answersTo(port: number, request: string): Promise<number[]> {
  return new Promise((resolve) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(request));
    // What waits for a body that never comes is given up; whoever asks so is owed nothing.
    socket.setTimeout(300, () => socket.destroy());
    socket.on("data", (chunk) => (text += chunk.toString("latin1")));
    socket.on("error", () => undefined);
    socket.on("close", () =>
      resolve(Array.from(text.matchAll(/^HTTP\/1\.1 (\d{3})/gm), ([, status]) => Number(status))),
    );
  });
}

function oddPage(text: string, chance: Chance): string {
  const rows = text.trimEnd().split("\n");
  const at = chance.between(0, rows.length - 1);
  const change = (row: string) => {
    try {
      return JSON.stringify(mutateValue(JSON.parse(row), chance)) ?? "";
    } catch {
      return randomText(chance, 40);
    }
  };
  return chance.pick([
    () => `${rows.with(at, change(rows[at] ?? "")).join("\n")}\n`,
    () => `${rows.with(rows.length - 1, change(rows.at(-1) ?? "")).join("\n")}\n`,
    () => text.slice(0, chance.between(0, text.length)),
    () => `${rows.toSorted(() => chance.next() - 0.5).join("\n")}\n`,
    () => `${rows.filter((_, row) => row !== at).join("\n")}\n`,
    () => mutateText([text], chance),
    () => randomText(chance, 400),
  ])();
}
