import { afterEach, beforeEach, expect, test } from "vitest";

import { KINDS } from "../../src/domain/kinds/all.ts";
import { parseStatement } from "../../src/domain/statement.ts";
import { COLUMNS, PIECES } from "../../src/wire/columns.ts";
import type { PageLine } from "../../src/wire/page.ts";
import { readColumns } from "../../src/wire/read-columns.ts";
import { asSent } from "../wire/as-sent.ts";
import { readPieces } from "../wire/read-pieces.ts";
import { makeWard } from "../../src/server/keys/make-ward.ts";
import { newPhone, openHouse, WARD, type House, type Phone } from "../server/house.ts";
import { jpeg, nameOf, paperPledge } from "../server/photos.ts";
import { describeWard, enrolment, registration } from "../server/small-ward.ts";
import { createSpeaker, newId } from "../server/speaker.ts";
import { must } from "../phone/test-phone.ts";
import { sealTo } from "./seal-to.ts";
import {
  CALLS,
  PHOTOS,
  PLACES,
  RIGHTS,
  FOR_VIEWERS,
  ROLES,
  type Place,
  type Right,
  type Role,
  type Spot,
} from "./rights.ts";

let house: House;
let phones: Record<Role, Phone>;
let spots: Record<Role, Record<Place, Spot>>;

beforeEach(async () => {
  house = await openHouse();
  const [home, next, over, ten] = [...house.households, newId()];
  await house.wardSays(registration(ten, "kp10/t01", 1, "Hộ Mười"));
  phones = {
    office: await house.enrolled("office"),
    volunteer: await house.enrolled("volunteer", ["kp1"]),
    household: await house.enrolled("household", [], { household: home }),
    viewer: await house.enrolled("viewer", ["kp1"]),
  };
  const [own, foreign] = [
    { household: home, area: "kp1" },
    { household: over, area: "kp2" },
  ];
  const byArea = { own, neighbouring: { household: ten, area: "kp10" }, foreign };
  spots = {
    office: byArea,
    volunteer: byArea,
    viewer: byArea,
    household: { own, neighbouring: { household: next, area: "kp1" }, foreign },
  };
});
afterEach(() => house.remove());

test("the table has a row for every type", () => {
  expect(RIGHTS.map(({ type }) => type).sort()).toEqual(KINDS.map(({ type }) => type).sort());
});

test("every role may say of its own, its neighbour's and a foreign place what the table says, and no more", async () => {
  const [told, wanted]: [string, unknown][][] = [[], []];
  for (const role of ROLES) {
    for (const place of PLACES) {
      const spot = spots[role][place];
      const targets = { office: await opinion("office", spot), own: await opinion(role, spot) };
      const drafts = RIGHTS.map((right) => right.make(spot, targetOf(right, role, place, targets), role));
      const texts = await Promise.all(drafts.map((draft) => phones[role].say(draft)));
      const { results } = await phones[role].push(...texts);
      for (const [at, right] of RIGHTS.entries()) {
        const name = `${role}, ${place}: ${right.type}`;
        told?.push([name, results[at]?.status]);
        wanted?.push([name, statusOf(right, role, place)]);
      }
    }
  }
  expect(told).toEqual(wanted);
});

test("what is said for another ward is nobody's to say here", async () => {
  for (const role of ROLES) {
    const right = RIGHTS.find(({ type }) => type === "visit.logged");
    const draft = right?.make(spots[role].own, newId(), role);
    const text = await phones[role].say(draft ?? describeWard(WARD, phones[role]), { ward: "phuong-khac" });
    expect((await phones[role].push(text)).results).toMatchObject([{ status: "rejected" }]);
  }
});

test("every role sees of its own, its neighbour's and a foreign place what the table says, and no more", async () => {
  const said = new Map<string, { readonly right: Right; readonly spot: Spot }>();
  const all = [
    ...new Map(
      ROLES.flatMap((role) => PLACES.map((place) => spots[role][place])).map((spot) => [
        spot.household,
        spot,
      ]),
    ).values(),
  ];
  for (const spot of all) {
    const target = await opinion("office", spot);
    const sayable = RIGHTS.filter(({ where }) => where !== "nobody");
    const texts = await Promise.all(
      sayable.map((right) => phones.office.say(right.make(spot, target, "office"))),
    );
    const { results } = await phones.office.push(...texts);
    expect(results.filter(({ status }) => status !== "accepted")).toEqual([]);
    for (const [at, right] of sayable.entries()) said.set(jtiOf(texts[at] ?? ""), { right, spot });
  }
  for (const [role, form] of ROLES.flatMap((one) => FORMS.map((two) => [one, two] as const))) {
    const lines = await form.lines(phones[role]);
    const seen = new Map(lines.map(({ s }) => [jtiOf(s), s]));
    const [told, wanted]: [string, string][][] = [[], []];
    for (const [jti, { right, spot }] of said) {
      const name = `${role}, ${form.name}: ${right.type} of ${spot.household} in ${spot.area}`;
      const read = seen.has(jti) ? must(parseStatement(seen.get(jti) ?? "")) : null;
      told?.push([name, read === null ? "none" : read.disclosures.length > 0 ? "whole" : "bare"]);
      const full = sightOf(right, role, spot);
      // Where there is nothing to disclose, whole and bare are the same.
      const hasFields = right.make(spot, jti, "office").personal !== undefined;
      wanted?.push([name, full === "whole" && !hasFields ? "bare" : full]);
    }
    expect(told).toEqual(wanted);
  }
});

const FORMS: readonly { name: string; lines: (phone: Phone) => Promise<readonly PageLine[]> }[] = [
  { name: "lines", lines: async (phone) => (await phone.page("after=0&limit=5000")).lines },
  {
    name: "columns",
    lines: async (phone) => asSent(must(readColumns(await inColumns(phone, COLUMNS))).lines),
  },
  { name: "pieces", lines: async (phone) => asSent(must(readPieces(await inColumns(phone, PIECES))).lines) },
];

async function inColumns(phone: Phone, accept: string): Promise<string> {
  const answer = await phone.call("GET", "/statements?after=0&limit=5000", undefined, { accept });
  expect(String(answer.headers["content-type"]).split(";")[0]).toBe(accept);
  return answer.text;
}

test("every role gets of every call what the table says", async () => {
  const callers = await allCallers();
  const rows = [];
  for (const [method, path, body] of CALLS) {
    const statuses = [];
    for (const call of callers) statuses.push((await call(method, path, body)).status);
    rows.push([method, path, body, statuses]);
  }
  expect(rows).toEqual(CALLS);
});

test("every role reads and brings photos of its own, its neighbour's and a foreign place as the table says", async () => {
  const callers = await allCallers();
  const told: Partial<Record<Place, object>> = {};
  for (const place of PLACES) {
    const [read, brought]: number[][] = [[], []];
    for (const [at, call] of callers.entries()) {
      const spot = spots[ROLES[at] ?? "office"][place];
      const photo = jpeg();
      const path = `/attachments/${nameOf(photo)}`;
      const texts = await Promise.all(
        paperPledge(spot.household, photo).map((one) => phones.office.say(one)),
      );
      // Nobody brings what no statement names.
      const early = await call("PUT", path, photo, IMAGE);
      expect(early.status).toBe(at < ROLES.length ? 409 : PHOTOS[place].brought[at]);
      await phones.office.push(...texts);
      brought?.push((await call("PUT", path, photo, IMAGE)).status);
      await phones.office.call("PUT", path, photo, IMAGE);
      const answer = await call("GET", path);
      read?.push(answer.status);
      expect(answer.bytes.includes(photo)).toBe(answer.status === 200);
    }
    told[place] = { read, brought };
  }
  expect(told).toEqual(PHOTOS);
});

test("whoever carries a parcel, its author's rights judge it, and the carrier reads nothing of it", async () => {
  const seal = (await house.station.keys.find(WARD))?.seal;
  for (const carrier of ROLES) {
    for (const place of PLACES) {
      const { household } = spots.volunteer[place];
      const note = `Chó dữ ${newId()}`;
      const draft = { type: "visit.logged", sub: household, body: { outcome: "absent" }, personal: { note } };
      const text = await phones.volunteer.say(draft);
      const parcels = [await sealTo(text, seal)];
      const answer = await phones[carrier].call("POST", "/parcels", { parcels });
      expect(answer.json()).toMatchObject({ results: [{ status: place === "own" ? "accepted" : "held" }] });
      for (const secret of [note, household, jtiOf(text)]) expect(answer.text).not.toContain(secret);
      const { lines } = await phones[carrier].page("after=0&limit=5000");
      const isSeen = place === "own" && (carrier === "office" || carrier === "volunteer");
      expect([carrier, place, lines.some(({ s }) => s === text)]).toEqual([carrier, place, isSeen]);
    }
  }
});

const IMAGE = { "content-type": "image/jpeg" };

type Call = (...asked: Parameters<Phone["call"]>) => ReturnType<Phone["call"]>;

/** The callers of the table's columns, in their order. */
async function allCallers(): Promise<Call[]> {
  const revoked = await house.enrolled("volunteer", ["kp1"]);
  await house.wardSays({ type: "device.revoked", sub: revoked.kid, body: { reason: "other", from: 1 } });
  const elsewhere = await newPhone(house, WARD, await strangerOfAnotherWard());
  const devices = [...ROLES.map((role) => phones[role]), revoked, elsewhere];
  const nobody: Call = (method, path, body, headers = {}) =>
    house.ask({
      method,
      url: `/api/wards/${WARD}${path}`,
      headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { payload: Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
    });
  return [...devices.map(({ call }) => call), nobody];
}

async function strangerOfAnotherWard() {
  const parts = { name: "Phường Khác", kind: "phuong", province: "", areas: [] } as const;
  must(await makeWard(house.station, "phuong-khac", { ...parts, areas: [] }));
  const stranger = await createSpeaker(WARD);
  const keys = await house.station.keys.findOrMake("phuong-khac");
  const { say } = await import("../../src/server/keys/say.ts");
  must(await say(house.station, "phuong-khac", keys, [enrolment(stranger, "office", [])]));
  return stranger;
}

/** What it takes back is its own; elsewhere, where it has said nothing, the office's. */
function targetOf(
  { type }: Right,
  role: Role,
  place: Place,
  { office, own }: { readonly office: string; readonly own: string },
): string {
  return type === "statement.retracted" && place === "own" && role !== "viewer" ? own : office;
}

/** An opinion of somebody about that place. */
async function opinion(role: Role, { household }: Spot): Promise<string> {
  const draft = { type: "opinion.given", sub: household, body: { channel: "door" }, personal: { text: "Ý" } };
  const text = await phones[role].say(draft);
  await phones[role].push(text);
  return jtiOf(text);
}

function statusOf({ says, where }: Right, role: Role, place: Place): string {
  if (where === "nobody") return "rejected";
  if (role === "office") return "accepted";
  return says.includes(role) && place === "own" ? "accepted" : "held";
}

function sightOf({ type, open, ofItself, where }: Right, role: Role, { household, area }: Spot): string {
  if (role === "office") return "whole";
  if (role === "volunteer" && (type.startsWith("device.") || (where === undefined && area === "kp1")))
    return "whole";
  if (role === "viewer" && area === "kp1" && FOR_VIEWERS.has(type)) return "bare";
  const isOwn = household === spots.household.own.household;
  // What the office took back stands bare: whose words it were is not for the household to know.
  if (role === "household" && isOwn && ofItself && where === undefined)
    return type === "statement.retracted" ? "bare" : "whole";
  return open ? "bare" : "none";
}

function jtiOf(text: string): string {
  return must(parseStatement(text)).claims.jti;
}
