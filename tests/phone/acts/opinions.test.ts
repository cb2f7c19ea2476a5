import { afterEach, beforeEach, expect, test } from "vitest";
import { opinionId } from "../../../src/domain/matters/opinion-code.ts";
import { parseStatement } from "../../../src/domain/statement.ts";
import { ownOpinionsKey, readOwnOpinions } from "../../../src/phone/api/own-opinions.ts";
import { sha256 } from "../../../src/server/check/digest.ts";
import { listHeld } from "../../../src/server/held.ts";
import { createRealWard, type RealWard } from "../real-ward.ts";
import { now, testPhone, type TestPhone } from "../test-phone.ts";

const OPINION = { area: "kp1", article: 11, text: "Xe rác tới sớm quá.", consent: "1" };
let ward: RealWard;
let phone: TestPhone;
beforeEach(async () => {
  ward = await createRealWard();
  phone = testPhone(ward);
});
afterEach(() => ward.remove());

const own = async (of: TestPhone = phone) =>
  readOwnOpinions(await now(of.watch.draft(ownOpinionsKey(ward.slug))));
const held = () => listHeld(ward.station().db, ward.slug);

test("an opinion is kept before anything is sent, given once there is coverage, and followed to its answer", async () => {
  const clear = ward.obstruct(async () => Promise.reject(new TypeError("no coverage")));
  const kept = await phone.act.keepOpinion(ward.slug, { ...OPINION, by: "Chú Năm" });
  await phone.act.giveOpinions(ward.slug);
  expect((await own()).map(({ state }) => state)).toEqual(["kept"]);
  expect(await held()).toEqual([]);
  clear();
  // Found again by another tab, as after a restart.
  const tab = phone.tab();
  await tab.act.giveOpinions(ward.slug);
  expect(await held()).toHaveLength(1);
  expect(await own(tab)).toMatchObject([{ ...OPINION, by: "Chú Năm", state: "held" }]);
  if (!kept.ok) throw new Error(kept.error);
  const sub = await opinionId(kept.value, sha256);
  await ward.say(
    { type: "statement.decided", sub, in: "kp1", body: { decision: "accept", reason: "other" } },
    {
      type: "opinion.answered",
      sub,
      in: "kp1",
      body: { status: "answered" },
      personal: { answer: "Xe đi trễ một tiếng." },
    },
  );
  await phone.act.giveOpinions(ward.slug);
  expect(await own()).toMatchObject([
    { state: "taken", status: "answered", answer: "Xe đi trễ một tiếng.", text: OPINION.text },
  ]);
});

test("one about a posted draft is given under its change", async () => {
  const { article: _, ...about } = OPINION;
  await phone.act.keepOpinion(ward.slug, { ...about, amendment: "kp1-2027" });
  await phone.act.giveOpinions(ward.slug);
  const [line] = await held();
  const statement = parseStatement(line?.s ?? "");
  expect(statement.ok && statement.value.claims.body).toMatchObject({ amendment: "kp1-2027" });
});

test("an answer that was lost on the way makes no second opinion", async () => {
  await phone.act.keepOpinion(ward.slug, OPINION);
  const clear = ward.obstruct(async (pass) => {
    await pass();
    throw new TypeError("cut off");
  });
  await phone.act.giveOpinions(ward.slug);
  clear();
  await phone.act.giveOpinions(ward.slug);
  expect(await held()).toHaveLength(1);
  expect((await own()).map(({ state }) => state)).toEqual(["held"]);
});

test("another phone follows by the code, and a wrong code is told from a right one", async () => {
  const kept = await phone.act.keepOpinion(ward.slug, OPINION);
  await phone.act.giveOpinions(ward.slug);
  const other = testPhone(ward);
  expect(await other.act.followOpinion(ward.slug, "abc")).toBe(false);
  expect(await other.act.followOpinion(ward.slug, kept.ok ? kept.value.toLowerCase() : "")).toBe(true);
  await other.act.giveOpinions(ward.slug);
  expect(await own(other)).toMatchObject([{ state: "held", text: "" }]);
  await other.act.dropOpinion(ward.slug, kept.ok ? kept.value : "");
  expect(await own(other)).toEqual([]);
});

test("one that was let go of is put back as it was, once", async () => {
  await phone.act.keepOpinion(ward.slug, { ...OPINION, kind: "report", publish: true });
  const [before] = await own();
  if (!before) throw new Error("nothing was kept");
  await phone.act.dropOpinion(ward.slug, before.code);
  expect(await own()).toEqual([]);
  await phone.act.restoreOpinion(ward.slug, before);
  await phone.act.restoreOpinion(ward.slug, before);
  expect(await own()).toEqual([before]);
  await phone.act.giveOpinions(ward.slug);
  expect((await held())[0]?.s).toBeDefined();
});

test("one about an area that the ward has not got holds up no other, and says why", async () => {
  await phone.act.keepOpinion(ward.slug, { ...OPINION, area: "kp9" });
  await phone.act.keepOpinion(ward.slug, OPINION);
  await phone.act.giveOpinions(ward.slug);
  expect((await own()).map(({ state, reason }) => [state, reason])).toEqual([
    ["unfit", "unknown-area"],
    ["held", undefined],
  ]);
});

test("what a restored ward has lost is given again; what it can never take is said to be so", async () => {
  await phone.act.keepOpinion(ward.slug, OPINION);
  const copy = await ward.backUp();
  await phone.act.giveOpinions(ward.slug);
  expect(await held()).toHaveLength(1);
  await ward.restore(copy);
  expect(await held()).toEqual([]);
  await phone.act.giveOpinions(ward.slug);
  await phone.act.giveOpinions(ward.slug);
  expect(await held()).toHaveLength(1);
  await phone.act.keepOpinion(ward.slug, { ...OPINION, text: "x".repeat(3000) });
  await phone.act.giveOpinions(ward.slug);
  expect((await own()).map(({ state }) => state)).toEqual(["held", "unfit"]);
});
