import { expect, test } from "vitest";
import { waitingChanges } from "../../src/domain/household/waiting-changes.ts";
import { newId } from "../server/speaker.ts";
import { createRealWard, registration } from "./real-ward.ts";
import { enrolled, must, now, testPhone } from "./test-phone.ts";

test("a volunteer's merger is marked on the household that it leads to, until the office has decided", async () => {
  const ward = await createRealWard();
  const [one, other] = [newId(), newId()];
  await ward.say(
    registration(one, "kp1/t01", 1, "Võ Thị Bảy"),
    registration(other, "kp1/t01", 2, "Vo Thi Bay"),
  );
  const [volunteer, office] = [testPhone(ward), testPhone(ward)];
  await enrolled(ward, volunteer);
  await enrolled(ward, office, { role: "office" });
  for (const phone of [volunteer, office]) await phone.act.exchange(ward.slug);
  const [merger = ""] = must(
    await volunteer.act.say(ward.slug, [{ type: "household.merged", sub: other, body: { into: one } }]),
  );
  const waiting = async () => {
    const household = await now(volunteer.watch.household(ward.slug, other));
    expect(household?.id).toBe(one);
    return waitingChanges(household!, "volunteer").map(({ jti, standing }) => [jti, standing]);
  };
  expect(await waiting()).toEqual([[merger, "unsent"]]);
  await volunteer.act.exchange(ward.slug);
  expect(await waiting()).toEqual([[merger, "held"]]);
  must(
    await office.act.say(ward.slug, [
      { type: "statement.decided", sub: merger, in: one, body: { decision: "accept", reason: "other" } },
    ]),
  );
  for (const phone of [office, volunteer]) await phone.act.exchange(ward.slug);
  expect(await waiting()).toEqual([]);
  await ward.remove();
});
