import { afterEach, beforeEach, expect, test } from "vitest";
import { newId } from "../../server/speaker.ts";
import { absence, createRealWard, registration, type RealWard } from "../real-ward.ts";
import { enrolled, must, now, testPhone, type TestPhone } from "../test-phone.ts";

let ward: RealWard;
let phone: TestPhone;
let kid: string;
const household = newId();

beforeEach(async () => {
  ward = await createRealWard();
  await ward.say(registration(household, "kp1/t01", 7, "Võ Thị Bảy"));
  phone = testPhone(ward);
  kid = (await enrolled(ward, phone)).device ?? "";
});
afterEach(() => ward.remove());

const revoke = () =>
  ward.say({ type: "device.revoked", sub: kid, body: { reason: "other", from: ward.time / 1000 } });
const where = (jti: string) =>
  Promise.all(
    (["statements", "held"] as const).map(async (table) => {
      const rows = ward.station().db.selectFrom(table).select("jti").where("jti", "=", jti);
      return (await rows.execute()).length;
    }),
  );

test.each([
  ["before it hears of that", 0],
  ["after it heard of that", 1],
])("a revoked phone hands over what a restored log has lost, %s", async (_, exchanges) => {
  const copy = await ward.backUp();
  const [mine = ""] = must(await phone.act.say(ward.slug, [absence(household, "Đi chợ")]));
  await phone.act.exchange(ward.slug);
  await revoke();
  for (let i = 0; i < exchanges; i++) await phone.act.exchange(ward.slug);
  await ward.restore(copy);
  await revoke();
  await phone.act.exchange(ward.slug);
  // It came after the revocation that stands now: the office decides.
  expect(await where(mine)).toEqual([0, 1]);
  expect(await now(phone.watch.sending(ward.slug))).toMatchObject({ unsent: 0 });
  expect(await now(phone.watch.outbox(ward.slug))).toMatchObject([{ jti: mine, standing: "held" }]);
});

test("a revoked phone sends nothing again while the log is the one it knows", async () => {
  must(await phone.act.say(ward.slug, [absence(household)]));
  await phone.act.exchange(ward.slug);
  await revoke();
  await phone.act.exchange(ward.slug);
  const sent: string[] = [];
  ward.obstruct(async (pass, { body }) => (sent.push(body), pass()));
  await phone.act.exchange(ward.slug);
  const texts = sent.flatMap((body) =>
    body ? (JSON.parse(body) as { statements: string[] }).statements : [],
  );
  expect(texts).toHaveLength(1);
  expect(texts[0]?.split("~")[0]).toBe((await ownEnrolment())?.split("~")[0]);
});

async function ownEnrolment(): Promise<string | null> {
  const rows = await phone.db.statements.toArray();
  const own = rows.find(({ type, sub }) => type === "device.enrolled" && sub === kid);
  return own ? phone.act.statementText(ward.slug, own.jti) : null;
}
