import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findDevice } from "../../src/server/gate/gate.ts";
import { readOn } from "../../src/server/read-on.ts";
import { readPage } from "../../src/server/read.ts";
import type { DeviceFact, WardRow } from "../../src/server/store/rows.ts";
import { findWard } from "../../src/server/wards/wards.ts";
import { PIECES, RECORD } from "../../src/wire/columns.ts";
import type { Page } from "../../src/wire/page.ts";
import { pageAsSent } from "../wire/as-sent.ts";
import { readPieces } from "../wire/read-pieces.ts";
import { openHouse, WARD, type House, type Phone } from "./house.ts";
import { absence } from "./small-ward.ts";

let house: House;
let office: Phone;
let anna: Phone;
beforeEach(async () => {
  house = await openHouse();
  office = await house.enrolled("office");
  anna = await house.enrolled("volunteer", ["kp1"]);
});
afterEach(() => house.remove());

const seqs = ({ lines }: Page) => lines.map(({ seq }) => seq);

describe("a page in pieces", () => {
  const ask = async (query: string, lines: string) => {
    const accept = `${PIECES};${lines}, application/x-ndjson;q=0.8`;
    const { text } = await office.call("GET", `/statements?${query}`, undefined, { accept });
    const read = readPieces(text);
    if (!read.ok) throw new Error(read.error);
    return { ...pageAsSent(read.value), pieces: text.split(RECORD).length - 1 };
  };

  test("goes on behind the lines asked for where more are asked for as well", async () => {
    const whole = await office.page();
    const page = await ask("after=0&limit=2", "lines=5000");
    expect(page.lines.map(({ seq, at, s }) => ({ seq, at, s }))).toEqual(whole.lines);
    expect(page.end).toEqual(whole.end);
    expect(page.pieces).toBe(2);
  });

  test("ends where it holds as many lines as asked for, and tells where to go on", async () => {
    const page = await ask("after=1&limit=2", "lines=3");
    expect(seqs(page)).toEqual([2, 3, 4]);
    expect(page.end).toMatchObject({ next: 4, head: 6 });
  });

  test.each(["lines=0", "lines=1", "lines=x", "lines=2.5", "lines=-5", "q=0.5"])(
    "ends with the page asked for where %s is asked for",
    async (lines) => {
      const page = await ask("after=0&limit=2", lines);
      expect(seqs(page)).toEqual([1, 2]);
      expect(page.end.next).toBe(2);
    },
  );
});

describe("reading on", () => {
  const LIMITS = { left: 5000, size: 1 };

  async function firstPage() {
    const { db } = house.station;
    const [ward, device] = [await findWard(db, WARD), await findDevice(db, WARD, anna.kid)];
    const page = await readPage(db, ward as WardRow, device as DeviceFact, { after: 0, limit: 1 });
    return { page, pages: readOn(house.station, device as DeviceFact, page.end, LIMITS) };
  }

  test("shows what came meanwhile, and a number once", async () => {
    const { page, pages } = await firstPage();
    const first = await pages.next();
    await office.push(await office.say(absence(house.households[0])));
    const rest: Page[] = [];
    for await (const one of pages) rest.push(one);
    const all = [page, first.value as Page, ...rest];
    expect(all.flatMap(seqs)).toEqual((await anna.page()).lines.map(({ seq }) => seq));
    expect(all.at(-1)?.end).toMatchObject({ next: 7, head: 7 });
  });

  test("ends where the device is revoked", async () => {
    const { pages } = await firstPage();
    expect((await pages.next()).done).toBe(false);
    const body = { reason: "other", from: 1 };
    await office.push(await office.say({ type: "device.revoked", sub: anna.kid, body }));
    expect(await pages.next()).toEqual({ done: true, value: undefined });
  });

  test("ends where the device comes to see another part of the log", async () => {
    const { pages } = await firstPage();
    expect((await pages.next()).done).toBe(false);
    const body = { areas: ["kp2"], from: 1, to: 2_000_000_000 };
    await office.push(await office.say({ type: "device.assigned", sub: anna.kid, body }));
    expect(await pages.next()).toEqual({ done: true, value: undefined });
  });

  test("ends where the ward has another log", async () => {
    const { pages } = await firstPage();
    expect((await pages.next()).done).toBe(false);
    await house.station.db.updateTable("wards").set({ epoch: "another" }).where("ward", "=", WARD).execute();
    expect(await pages.next()).toEqual({ done: true, value: undefined });
  });

  test("tells nothing before it is on the disk", async () => {
    const { page } = await firstPage();
    const { db } = house.station;
    let isOnDisk = () => {};
    const disk = new Promise<void>((resolve) => (isOnDisk = resolve));
    const pages = readOn({ db, flushed: () => disk }, { ward: WARD, kid: anna.kid }, page.end, LIMITS);
    let told = false;
    const next = pages.next().then(() => (told = true));
    // Longer than reading takes.
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(told).toBe(false);
    isOnDisk();
    await next;
  });
});
