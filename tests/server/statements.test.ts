import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { openStation } from "../../src/server/station.ts";
import { COLUMNS, PIECES } from "../../src/wire/columns.ts";
import { readColumns } from "../../src/wire/read-columns.ts";
import { asSent } from "../wire/as-sent.ts";
import { readPieces } from "../wire/read-pieces.ts";
import { newPhone, openHouse, WARD, type House, type Phone } from "./house.ts";
import { absence, enrolment, registration } from "./small-ward.ts";
import { newId } from "./speaker.ts";

let house: House;
let office: Phone;
let anna: Phone;
beforeEach(async () => {
  house = await openHouse();
  office = await house.enrolled("office");
  anna = await house.enrolled("volunteer", ["kp1"]);
});
afterEach(() => house.remove());

const jtiOf = (text: string) => {
  const payload = Buffer.from(text.split(".")[1] ?? "", "base64url").toString();
  return (JSON.parse(payload) as { jti: string }).jti;
};

const typesOf = (lines: readonly { readonly s: string }[]) =>
  lines.map(({ s }) => {
    const payload = Buffer.from(s.split(".")[1] ?? "", "base64url").toString();
    return (JSON.parse(payload) as { type: string }).type;
  });

describe("a push", () => {
  test("is answered statement by statement, and a repeat changes nothing", async () => {
    const texts = [await anna.say(absence(house.households[0])), "xin chào"];
    const first = await anna.push(...texts);
    expect(first.results).toMatchObject([{ status: "accepted", seq: 7 }, { status: "rejected" }]);
    expect(first).toMatchObject({ head: 7, saved: 0 });
    expect((await anna.push(...texts)).results[0]).toEqual({ status: "duplicate", seq: 7 });
  });

  test("with a name that no store can keep is rejected for that one alone", async () => {
    const odd = (sub: string) => office.say({ type: "campaign.closed", sub, body: {} });
    const texts = [
      await odd("năm\u0000 2026"),
      await odd("năm\ud800"),
      await office.say({
        type: "statement.retracted",
        sub: newId(),
        in: "kp1\u0000",
        body: { reason: "other" },
      }),
      await odd("năm 2026"),
    ];
    const { results } = await office.push(...texts);
    expect(results).toMatchObject([
      { status: "rejected", reason: "bad-sub" },
      { status: "rejected", reason: "bad-sub" },
      { status: "rejected", reason: "bad-in" },
      { status: "accepted" },
    ]);
  });

  test.each([
    ["no JSON", "{", 400, "bad-request"],
    ["no list", {}, 400, "bad-request"],
    ["an empty list", { statements: [] }, 400, "bad-request"],
    ["null", { statements: null }, 400, "bad-request"],
    ["numbers", { statements: [1, 2] }, 400, "bad-request"],
    ["one that is no text", { statements: ["x", null] }, 400, "bad-request"],
    ["a list alone", ["x"], 400, "bad-request"],
    ["501 at once", { statements: Array.from({ length: 501 }, () => "x") }, 413, "too-large"],
    [
      "more than 4 MiB",
      { statements: Array.from({ length: 9 }, () => "x".repeat(1 << 19)) },
      413,
      "too-large",
    ],
    ["far more than that", { statements: ["x".repeat(6 << 20)] }, 413, "too-large"],
  ])("of %s is refused as a whole", async (_name, body, status, slug) => {
    const answer = await anna.call("POST", "/statements", body);
    expect([answer.status, answer.slug]).toEqual([status, slug]);
    expect(answer.headers["date"]).toBeTruthy();
  });

  test("in another media type is refused", async () => {
    const answer = await anna.call("POST", "/statements", "<a/>", { "content-type": "application/xml" });
    expect([answer.status, answer.slug]).toEqual([415, "bad-request"]);
  });

  // A few bytes of it could be megabytes to read, before anybody has said who they are.
  test.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
    ["deflate", deflateSync],
  ] as const)("compressed by %s is refused before it is read", async (coding, compress) => {
    const body = compress(JSON.stringify({ statements: Array.from({ length: 100_000 }, () => "x") }));
    const headers = { "content-type": "application/json", "content-encoding": coding };
    for (const call of [
      anna.call("POST", "/statements", body, headers),
      house.ask({ method: "POST", url: `/api/wards/${WARD}/statements`, payload: body, headers }),
    ]) {
      const answer = await call;
      expect([answer.status, answer.slug]).toEqual([415, "bad-request"]);
    }
    const plain = { "content-encoding": "identity" };
    expect((await anna.call("POST", "/statements", { statements: ["x"] }, plain)).status).toBe(200);
  });

  test("tells when it was received where a pull would show all of it as it was sent", async () => {
    const answer = await anna.push(await anna.say(absence(house.households[0], "Đi chợ")), "xin chào");
    expect(answer.results).toMatchObject([{ status: "accepted", seq: 7 }, { status: "rejected" }]);
    expect(answer.at).toBe((await anna.page()).lines.find(({ seq }) => seq === 7)?.at);
    expect(answer.at).toEqual(expect.any(Number));
  });

  test("does not where a pull would show less, or another copy, or nothing was taken", async () => {
    const binh = await house.enrolled("volunteer", ["kp2"]);
    const [near, far] = [house.households[0], house.households[2]];
    const repeated = await anna.say(absence(near));
    await anna.push(repeated);
    const body = { reason: "request" };
    const erased = await office.push(await office.say({ type: "data.erased", sub: near, body }));
    expect(erased.results).toMatchObject([{ status: "accepted" }]);
    for (const texts of [
      // Whose author sees it, and not who carries it.
      [await anna.say(absence(near)), await binh.say(absence(far))],
      // Of which an erasure takes the words.
      [await anna.say(absence(near, "Đi chợ"))],
      [repeated],
      ["xin chào"],
    ]) {
      const { at, results } = await anna.push(...texts);
      expect([at, results.map(({ status }) => status)]).toEqual([
        undefined,
        expect.not.arrayContaining(["held"]),
      ]);
    }
    // The office sees all.
    const all = await office.push(await anna.say(absence(near)), await binh.say(absence(far)));
    expect(all.at).toEqual(expect.any(Number));
  });

  test("of one statement above 512 KiB rejects that one alone", async () => {
    const results = (
      await anna.push("x".repeat((512 << 10) + 1), await anna.say(absence(house.households[0])))
    ).results;
    expect(results).toMatchObject([{ status: "rejected", reason: "too-large" }, { status: "accepted" }]);
  });

  test("of a revoked device is taken, its own held and others' judged as ever", async () => {
    const body = { reason: "other", from: 1 };
    await office.push(await office.say({ type: "device.revoked", sub: anna.kid, body }));
    const carried = await office.say(absence(house.households[0]));
    const { results } = await anna.push(await anna.say(absence(house.households[0])), carried);
    expect(results).toMatchObject([{ status: "held", reason: "device-revoked" }, { status: "accepted" }]);
    const pull = await anna.call("GET", "/statements");
    expect([pull.status, pull.slug]).toEqual([403, "device-revoked"]);
  });

  test("of a key unknown to the store is taken if its own enrolment by the ward comes first", async () => {
    const lost = await newPhone(house);
    const key = await house.station.keys.find(WARD);
    const first = { ...enrolment(lost, "volunteer", ["kp1"]) };
    // The ward made it before its store was lost: signed, and in no log.
    const { makeStatement, formatStatement } = await import("../../src/domain/statement.ts");
    const { sha256 } = await import("../../src/server/check/digest.ts");
    if (!key) throw new Error("no ward key");
    const made = await makeStatement(first, {
      jti: newId(),
      n: 900,
      iat: 1,
      ward: WARD,
      signer: key.signer,
      random: (bytes) => new Uint8Array(bytes),
      sha256,
    });
    const own = await lost.say(absence(house.households[0]));
    expect((await lost.call("POST", "/statements", { statements: [own] })).slug).toBe("unknown-device");
    const { results, at } = await lost.push(formatStatement(made.jws, made.disclosures), own);
    expect(results).toMatchObject([{ status: "accepted" }, { status: "accepted" }]);
    // The enrolment was received before the rest: there is no one time of both.
    expect(at).toBeUndefined();
    expect((await lost.page()).lines.length).toBeGreaterThan(0);
  });

  test("of a device that the store has lost beneath the server is not, whatever was known of it", async () => {
    await anna.push(await anna.say(absence(house.households[0])));
    const { db } = house.station;
    await db.deleteFrom("devices").where("kid", "=", anna.kid).execute();
    const carried = await office.say(absence(house.households[1]));
    for (const text of [await anna.say(absence(house.households[0])), carried]) {
      const answer = await anna.call("POST", "/statements", { statements: [text] });
      expect([answer.status, answer.slug]).toEqual([401, "unknown-device"]);
    }
    expect((await office.page("after=7")).lines).toEqual([]);
  });

  test("of a key that enrols itself is not, and nothing of it is kept", async () => {
    const thief = await newPhone(house);
    const own = await thief.say(enrolment(thief, "office", []));
    const carried = await anna.say(absence(house.households[0]));
    const answer = await thief.call("POST", "/statements", { statements: [own, carried] });
    expect([answer.status, answer.slug]).toEqual([401, "unknown-device"]);
    expect((await office.page("after=6")).lines).toEqual([]);
  });

  test("is taken 120 times a minute and not without end; another device keeps its own share", async () => {
    const statuses = [];
    for (let i = 0; i < 250; i++)
      statuses.push(await anna.call("POST", "/statements", { statements: ["x"] }));
    expect(statuses.slice(0, 120).every(({ status }) => status === 200)).toBe(true);
    const last = statuses.at(-1);
    expect([last?.status, last?.slug]).toEqual([429, "too-often"]);
    expect(Number(last?.headers["retry-after"])).toBeGreaterThan(0);
    expect((await office.call("POST", "/statements", { statements: ["x"] })).status).toBe(200);
  });

  test("of what would wait as the 2,001st of its device is refused, whoever carries it; what need not wait is not", async () => {
    const far = () => anna.say(absence(house.households[2]));
    const texts = await Promise.all(Array.from({ length: 1999 }, far));
    for (let at = 0; at < texts.length; at += 500) await anna.push(...texts.slice(at, at + 500));
    const [last, beyond] = [await far(), await far()];
    expect((await anna.push(last)).results).toMatchObject([{ status: "held" }]);
    const near = await anna.say(absence(house.households[0]));
    for (const one of [anna, office]) {
      const answer = await one.call("POST", "/statements", { statements: [near, beyond] });
      expect([answer.status, answer.slug]).toEqual([429, "too-often"]);
    }
    // What came before it is kept, and found again by the next try.
    expect((await anna.push(near, last)).results).toMatchObject([
      { status: "duplicate" },
      { status: "held" },
    ]);
  });
});

describe("a pull", () => {
  test("in pages is the same as at once, and ends at the head", async () => {
    const whole = await anna.page();
    expect(whole.end).toMatchObject({ next: 6, head: 6, saved: 0 });
    const parts = [];
    for (let after = 0; after < 6;) {
      const { lines, end } = await anna.page(`after=${after}&limit=1`);
      expect(lines.every(({ seq }) => seq > after && seq <= end.next)).toBe(true);
      parts.push(...lines);
      after = end.next;
    }
    expect(parts).toEqual(whole.lines);
    expect(typesOf(whole.lines)).toEqual([
      "ward.described",
      "household.registered",
      "household.registered",
      "device.enrolled",
      "device.enrolled",
    ]);
  });

  test("beyond the head is empty and tells the head", async () => {
    const { lines, end } = await office.page("after=1000000000");
    expect([lines, end.next, end.head]).toEqual([[], 6, 6]);
  });

  test.each(["after=-1", "after=x", "limit=0", "limit=1.5", "wait=soon", "after=1&after=2"])(
    "with %s is a bad request",
    async (query) => {
      const answer = await office.call("GET", `/statements?${query}`);
      expect([answer.status, answer.slug]).toEqual([400, "bad-request"]);
    },
  );

  test.each([COLUMNS, PIECES])("as %s is compressed when asked", async (accept) => {
    const asked = { accept, "accept-encoding": "br" };
    const answer = await office.call("GET", "/statements", undefined, asked);
    expect(answer.headers["content-encoding"]).toBe("br");
    expect(answer.headers["content-type"]).toContain(accept);
  });

  test.each(["gzip", "br"])("is compressed by %s when asked", async (encoding) => {
    const answer = await office.call("GET", "/statements", undefined, { "accept-encoding": encoding });
    expect(answer.headers["content-encoding"]).toBe(encoding);
    expect(answer.headers["content-type"]).toContain("application/x-ndjson");
    expect(answer.headers["cache-control"]).toBe("no-store");
  });

  test("comes in columns to whoever asks for these, and shows the same", async () => {
    await anna.push(await anna.say(absence(house.households[0], "Chiều về")));
    for (const phone of [office, anna]) {
      const plain = await phone.page();
      for (const [form, readForm] of [
        [COLUMNS, readColumns],
        [PIECES, readPieces],
      ] as const) {
        const accept = `${form}, application/x-ndjson;q=0.8`;
        const answer = await phone.call("GET", "/statements", undefined, { accept });
        expect(String(answer.headers["content-type"]).split(";")[0]).toBe(form);
        const read = readForm(answer.text);
        if (!read.ok) throw new Error(read.error);
        expect(asSent(read.value.lines)).toEqual(plain.lines);
        expect(read.value.end).toEqual(plain.end);
      }
    }
  });

  test.each(["*/*", "application/*", `${COLUMNS};q=0`, "application/json"])(
    "comes as NDJSON to whoever accepts %s",
    async (accept) => {
      const answer = await office.call("GET", "/statements", undefined, { accept });
      expect(answer.headers["content-type"]).toContain("application/x-ndjson");
      expect(answer.headers["vary"]).toContain("accept");
    },
  );

  test("is compressed when asked, however small it is", async () => {
    const answer = await office.call("GET", "/statements?after=1000", undefined, {
      "accept-encoding": "gzip",
    });
    expect(answer.headers["content-encoding"]).toBe("gzip");
  });

  test("that waits is answered by what is new in its sight, and by nothing else", async () => {
    const waiting = anna.page("after=6&wait=20");
    await turns();
    await office.push(await office.say(absence(house.households[2])));
    await turns();
    await office.push(await office.say(absence(house.households[0])));
    const { lines, end } = await waiting;
    expect(lines.map(({ seq }) => seq)).toEqual([8]);
    expect(end).toMatchObject({ next: 8, head: 8 });
  });

  test("that waits hears of what another process wrote", async () => {
    const { now, random } = house.station;
    const other = await openStation({ ...house.place, now, random });
    if (!other.ok) throw new Error(other.error);
    const waiting = office.page("after=6&wait=20");
    await turns();
    await other.value.acceptor.push(WARD, [await anna.say(absence(house.households[0]))]);
    expect((await waiting).lines.length).toBe(1);
    await other.value.close();
  });

  test("that waits is answered when its sight changes", async () => {
    const before = await anna.page("after=6");
    const waiting = anna.page("after=6&wait=20");
    await turns();
    const body = { areas: ["kp2"], from: 1, to: 2_000_000_000 };
    await office.push(await office.say({ type: "device.assigned", sub: anna.kid, body }));
    expect((await waiting).end.scope).not.toBe(before.end.scope);
  });

  test("that waits ends when its device is revoked", async () => {
    const waiting = anna.call("GET", "/statements?after=6&wait=20");
    await turns();
    const body = { reason: "other", from: 1 };
    await office.push(await office.say({ type: "device.revoked", sub: anna.kid, body }));
    expect((await waiting).slug).toBe("device-revoked");
  });

  test("that waits is answered when the server is asked to end", async () => {
    const waiting = office.page("after=6&wait=25");
    await turns();
    house.waiters.close();
    expect((await waiting).lines).toEqual([]);
  });

  test("from beyond the head does not wait: its number is of another epoch", async () => {
    const waiting = office.page("after=99&wait=25");
    await turns();
    expect(house.waiters.count()).toBe(0);
    const { lines, end } = await waiting;
    expect([lines, end.next, end.head]).toEqual([[], 6, 6]);
  });

  test("whose time is over is empty", async () => {
    const started = performance.now();
    const { lines, end } = await office.page("after=6&wait=1");
    expect([lines, end.next]).toEqual([[], 6]);
    expect(performance.now() - started).toBeGreaterThan(900);
  });

  test("shows an erasure to whoever said what it covers, wherever that stands", async () => {
    const binh = await house.enrolled("volunteer", ["kp1"]);
    const far = house.households[2];
    const erasures = async (phone: Phone) =>
      typesOf((await phone.page()).lines).filter((type) => type === "data.erased").length;
    const scopeOf = async (phone: Phone) => (await phone.page()).end.scope;
    const [before, beside] = [await scopeOf(anna), await scopeOf(binh)];
    await anna.push(await anna.say(absence(far)));
    await office.push(await office.say({ type: "data.erased", sub: far, body: {} }));
    expect([await erasures(anna), await erasures(binh)]).toEqual([1, 0]);
    expect(await scopeOf(anna)).toBe(before);
    // What this phone has read past comes into its sight only now.
    await binh.push(await binh.say(absence(far)));
    expect(await erasures(binh)).toBe(1);
    expect(await scopeOf(binh)).not.toBe(beside);
    const near = house.households[0];
    await office.push(await office.say({ type: "data.erased", sub: near, body: {} }));
    await anna.push(await anna.say(absence(near)));
    expect(await scopeOf(anna)).toBe(before);
  });

  test("shows an erasure to whoever sees a statement that it lists, wherever it stands itself", async () => {
    const binh = await house.enrolled("volunteer", ["kp2"]);
    const chi = await house.enrolled("volunteer", ["kp3"]);
    const home = await house.enrolled("household", [], { household: house.households[2] });
    const [near, , far] = house.households;
    const scopesOf = async () => {
      const pages = await Promise.all([anna, binh, chi, home].map((phone) => phone.page()));
      return pages.map(({ end }) => end.scope);
    };
    const heard = async (erasure: string) => {
      const pages = await Promise.all([anna, binh, chi, home].map((phone) => phone.page()));
      return pages.map(({ lines }) => lines.some(({ s }) => s.startsWith(erasure.split("~")[0] ?? "?")));
    };
    const erase = (...texts: string[]) =>
      office.say({ type: "data.erased", sub: near, body: { statements: texts.map(jtiOf) } });
    const opinion = () =>
      office.say({ type: "opinion.given", sub: far, body: { channel: "door" }, personal: { text: "x" } });
    const visit = await office.say(absence(far, "ghi"));
    const said = await opinion();
    await office.push(visit, said);
    const before = await scopesOf();
    const [one, both] = [await erase(visit), await erase(visit, said)];
    await office.push(one, both);
    expect(await heard(one)).toEqual([true, true, false, false]);
    expect(await heard(both)).toEqual([true, true, false, true]);
    // It comes behind all they have read.
    expect(await scopesOf()).toEqual(before);
    // One whose target comes later comes into their sight with that; who saw it all along need not read again.
    const late = await opinion();
    const early = await erase(late);
    await office.push(early);
    expect(await heard(early)).toEqual([true, false, false, false]);
    await office.push(late);
    expect(await heard(early)).toEqual([true, true, false, true]);
    const after = await scopesOf();
    expect(after.map((scope, at) => Number(scope) - Number(before[at]))).toEqual([0, 1, 0, 1]);
  });

  test("of somebody who sees little moves on through a long log", async () => {
    const drafts = Array.from({ length: 1200 }, (_, i) =>
      registration(newId(), "kp2/t06", i + 10, "Lê Thị Thử"),
    );
    await house.wardSays(...drafts, registration(newId(), "kp1/t01", 9, "Trần Văn Cuối"));
    const { lines, end } = await anna.page("after=6&limit=5");
    expect([lines.length, end.next, end.head]).toEqual([1, 1207, 1207]);
  });
});

/** Lets what was begun come to where it waits. */
function turns(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 50);
  });
}
