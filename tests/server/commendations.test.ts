import { afterEach, beforeEach, expect, test } from "vitest";

import { parseStatement, personalOf } from "../../src/domain/statement.ts";
import { grantDraft, namedConsentDraft, namedWithdrawalDraft } from "../../src/domain/ward/commendations.ts";
import { parsePage } from "../../src/wire/page.ts";
import { openHouse, WARD, type House, type Phone } from "./house.ts";

// docs/protocol-additions.md, 'Commendations': who is named on the page that anybody reads.

const NAME = "Hộ bà Ánh, tổ 1";
let house: House;
let office: Phone;
beforeEach(async () => {
  house = await openHouse();
  office = await house.enrolled("office");
});
afterEach(() => house.remove());

/** Praises a household; with `consent` it agreed to be named. */
async function grant(household: string, consent: string | undefined, place = household) {
  const named = { consent, area: consent && "kp1", name: consent && NAME };
  const said = await office.say(
    grantDraft({
      place,
      level: "phuong",
      period: "2026",
      on: "2026-11-18",
      decision: "12/QĐ-MTTQ",
      group: undefined,
      proposal: undefined,
      reason: "Hiến đất mở hẻm",
      ...named,
    }),
  );
  await office.push(said);
  return idOf(said);
}

async function agree(household: string) {
  const said = await office.say(namedConsentDraft(household, "Nguyễn Thị Ánh", 1));
  await office.push(said);
  return idOf(said);
}

function idOf(text: string): string {
  const read = parseStatement(text);
  if (!read.ok) throw new Error(read.error);
  return read.value.claims.jti;
}

/** What of commendations stands on the public page, with what it discloses, and the page itself. */
async function shown(query = "") {
  const answer = await house.ask({ method: "GET", url: `/api/wards/${WARD}/public${query}` });
  const page = parsePage(answer.text);
  if (!page.ok) throw new Error(answer.text);
  const praise = page.value.lines.flatMap(({ s }) => {
    const read = parseStatement(s);
    return read.ok && read.value.claims.type === "commendation.granted"
      ? [{ sub: read.value.claims.sub, ...personalOf(read.value) }]
      : [];
  });
  return { praise, text: answer.text, tag: answer.headers["etag"] };
}

test("a household is on the page only with its consent, by the name it agreed to and what for", async () => {
  const [first, second] = house.households;
  await grant(second, undefined);
  await grant(first, await agree(first));
  for (const query of ["", "?edition=current"]) {
    const { praise, text } = await shown(query);
    expect(praise).toEqual([{ sub: first, name: NAME, for: "Hiến đất mở hẻm" }]);
    expect(text).not.toContain(second);
  }
});

test("a consent that nobody gave, or for something else, names nobody", async () => {
  const [first] = house.households;
  await grant(first, first);
  const other = await office.say({
    type: "consent.given",
    sub: first,
    body: { purposes: ["record"], version: 1, at: 1 },
  });
  await office.push(other);
  await grant(first, idOf(other));
  expect((await shown()).praise).toEqual([]);
});

test("who goes back on it leaves the page, whose tag says so, and comes again only by a new consent", async () => {
  const [first] = house.households;
  await grant(first, await agree(first));
  const before = await shown();
  house.clock.ms += 60_000;
  await office.push(await office.say(namedWithdrawalDraft(first)));
  const after = await shown();
  expect([after.praise, after.tag === before.tag]).toEqual([[], false]);
  expect(after.text).not.toContain(first);
  house.clock.ms += 60_000;
  await grant(first, await agree(first));
  expect((await shown()).praise).toHaveLength(2);
});

test("its own phone may go back on it, and so may it where it was merged into another", async () => {
  const [first, second] = house.households;
  await grant(first, await agree(first));
  const own = await house.enrolled("household", [], { household: second });
  await office.push(await office.say({ type: "household.merged", sub: first, body: { into: second } }));
  expect((await shown()).praise).toHaveLength(1);
  house.clock.ms += 60_000;
  await own.push(await own.say(namedWithdrawalDraft(second)));
  expect((await shown()).praise).toEqual([]);
});

test("an erased name is on no page, and what was taken back neither", async () => {
  const [first] = house.households;
  const praised = await grant(first, await agree(first));
  await office.push(
    await office.say({ type: "data.erased", sub: first, body: { statements: [praised], names: ["name"] } }),
  );
  expect((await shown()).praise).toEqual([]);
  const again = await grant(first, await agree(first));
  expect((await shown()).praise).toHaveLength(1);
  await office.push(
    await office.say({ type: "statement.retracted", sub: again, in: first, body: { reason: "mistake" } }),
  );
  expect((await shown()).praise).toEqual([]);
});

test("a device beside it gets no name with what is public", async () => {
  const [first] = house.households;
  await grant(first, await agree(first));
  const phones = [await house.enrolled("volunteer", ["kp2"]), await house.enrolled("viewer")];
  for (const phone of phones) {
    const lines = (await phone.page()).lines.map(({ s }) => s);
    const found = lines.filter((s) => s.length > 0 && idTypeOf(s) === "commendation.granted");
    expect(found.map((s) => s.split("~").length)).toEqual([2]);
  }
});

function idTypeOf(text: string): string {
  const read = parseStatement(text);
  return read.ok ? read.value.claims.type : "";
}
