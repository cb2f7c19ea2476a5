import { afterEach, beforeEach, expect, test } from "vitest";
import { isUnmet } from "../../../src/domain/household/met.ts";
import { peekInvite } from "../../../src/domain/signed/signed-invite.ts";
import type { Draft } from "../../../src/domain/statement.ts";
import { newId } from "../../server/speaker.ts";
import { createRealWard, pledging, registration, type RealWard } from "../real-ward.ts";
import { enrolled, must, now, testPhone, until, type TestPhone } from "../test-phone.ts";

const HOME = newId();
let ward: RealWard;
let volunteer: TestPhone;
beforeEach(async () => {
  ward = await createRealWard();
  await ward.say(registration(HOME, "kp1/t01", 18, "Nguyễn Thị Ánh"));
  volunteer = testPhone(ward);
  await enrolled(ward, volunteer);
  await volunteer.act.exchange(ward.slug);
});
afterEach(() => ward.remove());

const loseCoverage = () => ward.obstruct(async () => Promise.reject(new TypeError("Failed to fetch")));
const open = (code: string, phone = testPhone(ward)) =>
  phone.act.enrol({ ward: ward.slug, code, deviceName: "Điện thoại của hộ" });
const exchange = (phone: TestPhone) => phone.act.exchange(ward.slug);

/** Consent and pledge as a household says them of itself. */
function byLink(): Draft[] {
  const [consent, pledge] = pledging(HOME, "Nguyễn Thị Ánh");
  return [consent!, { ...pledge!, body: { ...pledge!.body, medium: "link" } }];
}

test("made without coverage, opened by the household, signed in its own hand: the volunteer sees it, not met yet", async () => {
  const clear = loseCoverage();
  const link = must(await volunteer.act.signInvite(ward.slug, HOME));
  clear();
  // Kept before it was shown, for the next time the page is opened.
  expect(await now(volunteer.watch.draft(`link/${ward.slug}/${HOME}`))).toEqual(link);
  expect(peekInvite(link.code)).toMatchObject({ aud: ward.slug, jti: link.jti, household: HOME });
  expect(link.exp).toBeLessThanOrEqual(ward.time / 1000 + 30 * 86_400);

  const home = testPhone(ward);
  expect(must(await open(link.code, home))).toMatchObject({ role: "household", areas: [] });
  await exchange(home);
  const rows = await now(home.watch.round(ward.slug));
  expect(rows.map(({ id }) => id)).toEqual([HOME]);
  expect((await now(home.watch.household(ward.slug, HOME)))?.head).toBe("Nguyễn Thị Ánh");

  // Signed without coverage, too; it goes when there is some.
  const away = loseCoverage();
  const ids = must(await home.act.say(ward.slug, byLink()));
  away();
  await exchange(home);
  expect((await now(home.watch.outbox(ward.slug))).map(({ standing }) => standing)).toEqual([
    "received",
    "received",
  ]);

  await exchange(volunteer);
  const seen = (await now(volunteer.watch.household(ward.slug, HOME)))!;
  expect(seen.pledges).toMatchObject([{ jti: ids[1], medium: "link", signer: "Nguyễn Thị Ánh" }]);
  expect(isUnmet(seen, "2026")).toBe(true);
  expect((await now(volunteer.watch.round(ward.slug)))[0]?.status).toMatchObject({
    word: "signed",
    unmet: true,
  });
  const { devices } = (await now(volunteer.watch.ward(ward.slug)))!;
  expect(Object.values(devices).find(({ invite }) => invite === link.jti)?.role).toBe("household");

  // Whoever meets the household says so; the household hears it.
  const met: Draft = { type: "pledge.preferred", sub: HOME, body: { campaign: "2026", pledge: ids[1] } };
  must(await volunteer.act.say(ward.slug, [met]));
  await exchange(volunteer);
  await exchange(home);
  for (const phone of [volunteer, home])
    expect(isUnmet((await now(phone.watch.household(ward.slug, HOME)))!, "2026")).toBe(false);
  const row = await until(volunteer.watch.round(ward.slug), (all) => !all[0]?.status.unmet);
  expect(row[0]?.status).not.toHaveProperty("unmet");
});

test("a visit that finds nobody at home confirms nothing", async () => {
  const home = testPhone(ward);
  must(await open(must(await volunteer.act.signInvite(ward.slug, HOME)).code, home));
  await exchange(home);
  must(await home.act.say(ward.slug, byLink()));
  await exchange(home);
  await exchange(volunteer);
  must(
    await volunteer.act.say(ward.slug, [{ type: "visit.logged", sub: HOME, body: { outcome: "absent" } }]),
  );
  expect(isUnmet((await now(volunteer.watch.household(ward.slug, HOME)))!, "2026")).toBe(true);
});

test("a lost answer is made good by the same link; another phone finds it used", async () => {
  const { code } = must(await volunteer.act.signInvite(ward.slug, HOME));
  const home = testPhone(ward);
  const clear = ward.obstruct(async (pass, { body }) => {
    const answer = await pass();
    if (body) throw new TypeError("Failed to fetch");
    return answer;
  });
  expect(await open(code, home)).toEqual({ ok: false, error: "unreachable" });
  clear();
  expect(must(await open(code, home.tab())).role).toBe("household");
  expect(await open(code)).toEqual({ ok: false, error: "invite-used" });
});

test("called back without coverage, it opens nothing once the ward knows", async () => {
  const { jti, code } = must(await volunteer.act.signInvite(ward.slug, HOME));
  const clear = loseCoverage();
  must(await volunteer.act.say(ward.slug, [{ type: "invite.cancelled", sub: jti, body: {} }]));
  // This phone knows at once.
  expect((await now(volunteer.watch.ward(ward.slug)))?.cancelledInvites).toContain(jti);
  clear();
  await exchange(volunteer);
  expect((await now(volunteer.watch.outbox(ward.slug)))[0]?.standing).toBe("received");
  expect(await open(code)).toEqual({ ok: false, error: "invite-expired" });
});

test("when its time is over it opens nothing, whatever the household's clock says", async () => {
  const { code, exp } = must(await volunteer.act.signInvite(ward.slug, HOME));
  ward.time = (exp + 1) * 1000;
  expect(await open(code)).toEqual({ ok: false, error: "invite-expired" });
});

test("the household's phone says what is its own, and sees no visit", async () => {
  must(
    await volunteer.act.say(ward.slug, [
      { type: "visit.logged", sub: HOME, body: { outcome: "absent" }, personal: { note: "Chó dữ" } },
    ]),
  );
  await exchange(volunteer);
  const home = testPhone(ward);
  must(await open(must(await volunteer.act.signInvite(ward.slug, HOME)).code, home));
  await exchange(home);
  const facts = (await now(home.watch.household(ward.slug, HOME)))!;
  expect(facts.visits).toEqual([]);
  expect(JSON.stringify(facts)).not.toContain("Chó dữ");
  must(
    await home.act.say(ward.slug, [
      { type: "request.made", sub: HOME, body: { kind: "see" } },
      {
        type: "opinion.given",
        sub: HOME,
        body: { channel: "app", article: 13 },
        personal: { text: "Xin thêm đèn" },
      },
    ]),
  );
  await exchange(home);
  expect((await now(home.watch.outbox(ward.slug))).map(({ standing }) => standing)).toEqual([
    "received",
    "received",
  ]);
});

test("a phone that is no device of the ward signs no link", async () => {
  expect(await testPhone(ward).act.signInvite(ward.slug, HOME)).toEqual({ ok: false, error: "not-enrolled" });
});
