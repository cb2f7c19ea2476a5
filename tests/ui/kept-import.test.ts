import { beforeEach, expect, test } from "vitest";
import type { NamedDraft } from "../../src/domain/statement.ts";
import {
  dropImport,
  IN_PIECE,
  keepImport,
  readKeptImport,
  sayKept,
  type KeptImport,
} from "../../src/ui/office/households/kept-import.ts";
import { demoPhone, HOUSEHOLDS, OFFICE } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";

const [, , third] = HOUSEHOLDS;
const LIST = { file: "ds.csv", add: 0, change: 0, all: 0 };
let phone: MemoryPhone;

beforeEach(async () => {
  phone = await demoPhone({ self: OFFICE });
});

function drafts(count: number): NamedDraft[] {
  return Array.from({ length: count }, (_, at) => ({
    jti: phone.newId(),
    type: "household.changed",
    sub: third.id,
    body: { members: (at % 9) + 1 },
  }));
}

const keys = () => [...phone.drafts().keys()].filter((key) => key.startsWith("import/")).toSorted();
const head = () => `import/${phone.ward}`;
const said = (before: number) =>
  phone
    .entries()
    .slice(before)
    .map(({ statement }) => statement.claims.jti);

/** Keeps lists of so many statements as one list, and reads it back. */
async function keep(...pieces: readonly (readonly NamedDraft[])[]): Promise<KeptImport> {
  const all = pieces.flat().length;
  expect(await keepImport(phone, phone.ward, { ...LIST, all }, pieces, () => undefined)).toMatchObject({
    ok: true,
  });
  const kept = readKeptImport(phone.drafts().get(head()));
  if (!kept) throw new Error("nothing is kept");
  return kept;
}

test("a long list is kept in pieces, counted on the way, and said whole in its order", async () => {
  const before = phone.entries().length;
  const [long, rest] = [drafts(IN_PIECE), drafts(3)];
  const counts: number[] = [];
  const all = IN_PIECE + 3;
  await keepImport(phone, phone.ward, { ...LIST, all }, [long, rest], (count) => counts.push(count));
  expect(counts).toEqual([IN_PIECE, all]);
  expect(keys()).toEqual([head(), `${head()}/0`, `${head()}/1`]);
  const kept = readKeptImport(phone.drafts().get(head()));
  expect(kept).toMatchObject({ file: "ds.csv", all, pieces: 2 });
  expect(kept && (await sayKept(phone, phone.ward, kept, (count) => counts.push(count)))).toMatchObject({
    ok: true,
  });
  expect(said(before)).toEqual([...long, ...rest].map(({ jti }) => jti));
  expect(counts.at(-1)).toBe(all);
  expect(keys()).toEqual([]);
});

test("a list that was broken off goes on where it was, and says nothing twice", async () => {
  const before = phone.entries().length;
  const [long, rest] = [drafts(IN_PIECE), drafts(2)];
  const kept = await keep(long, rest);
  await sayKept(phone, phone.ward, kept, (count) => {
    if (count === IN_PIECE) phone.failSaying("full");
  });
  expect(said(before)).toHaveLength(IN_PIECE);
  expect(keys()).toEqual([head(), `${head()}/1`]);
  phone.failSaying(null);
  const counts: number[] = [];
  await sayKept(phone, phone.ward, kept, (count) => counts.push(count));
  expect(counts[0]).toBe(IN_PIECE);
  expect(said(before)).toEqual([...long, ...rest].map(({ jti }) => jti));
  expect(keys()).toEqual([]);
});

test("a device without room for all of a list keeps none of it", async () => {
  const act: MemoryPhone["act"] = {
    ...phone.act,
    keepDraft: (key, value) =>
      key.endsWith("/1") ? Promise.resolve({ ok: false, error: "full" }) : phone.act.keepDraft(key, value),
  };
  const kept = await keepImport({ ...phone, act }, phone.ward, LIST, [drafts(1), drafts(1)], () => undefined);
  expect(kept).toEqual({ ok: false, error: "full" });
  expect(keys()).toEqual([]);
});

test("a list that is undone leaves nothing, and what one has left goes with the next", async () => {
  const before = phone.entries().length;
  await dropImport(phone, phone.ward, await keep(drafts(1), drafts(1)));
  expect(keys()).toEqual([]);
  for (const at of [0, 1, 2]) await phone.act.keepDraft(`${head()}/${at}`, drafts(1));
  const [one] = drafts(1);
  if (one) await sayKept(phone, phone.ward, await keep([one]), () => undefined);
  expect(said(before)).toEqual([one?.jti]);
  expect(keys()).toEqual([]);
});
