import { afterEach, beforeEach, expect, test } from "vitest";
import { newId } from "../server/speaker.ts";
import { firstPieceOf } from "./pieces.ts";
import { absence, createRealWard, pledging, registration, type RealWard } from "./real-ward.ts";
import { enrolled, must, testPhone, type TestPhone } from "./test-phone.ts";

let ward: RealWard;
let phone: TestPhone;
beforeEach(async () => {
  ward = await createRealWard();
  phone = testPhone(ward);
});
afterEach(() => ward.remove());

const PERSONAL = [
  "Võ Thị Bảy",
  "Hùng Vương",
  "0900 000 001",
  "Nhà có chó dữ",
  "Trần Thị Ký",
  "Chủ hộ",
  "M1 1l9 9",
  "Máy cô Hoa",
  "Phạm Thị Hoa",
  "Đèn hỏng",
  "Nửa chừng",
];

test("no personal field is a key, an index, a table's name, or stands outside the sealed part", async () => {
  const household = newId();
  await ward.say(registration(household, "kp1/t01", 7, "Võ Thị Bảy"));
  await ward.say(
    ...Array.from({ length: 60 }, (_, at) => registration(newId(), "kp1/t01", at, "Võ Thị Bảy")),
  );
  await enrolled(ward, phone);
  await phone.act.exchange(ward.slug);
  must(
    await phone.act.say(ward.slug, [
      absence(household, "Nhà có chó dữ"),
      ...pledging(household, "Trần Thị Ký"),
    ]),
  );
  const opinion = {
    type: "opinion.given",
    sub: household,
    body: { channel: "door" },
    personal: { text: "Đèn hỏng" },
  };
  must(await phone.act.say(ward.slug, [opinion]));
  must(await phone.act.keepDraft(`pledge/${household}`, { signer: "Nửa chừng" }));
  await phone.act.exchange(ward.slug);
  // A second reading under way is kept, too.
  const { device } = (await phone.db.memberships.get(ward.slug))!;
  await ward.say({ type: "device.assigned", sub: device!, body: { areas: ["kp1", "kp2"], from: 1, to: 2 } });
  await ward.say(
    ...Array.from({ length: 1001 }, (_, at) => registration(newId(), "kp1/t02", at, "Võ Thị Bảy")),
  );
  let pages = 0;
  const clear = ward.obstruct(async (pass, { url }) => {
    if (url.includes("after=")) pages += 1;
    if (pages > 2) return new Response("", { status: 500 });
    return pages === 2 ? firstPieceOf(await pass()) : pass();
  });
  await phone.act.exchange(ward.slug);
  clear();
  expect(await phone.db.incoming.count()).toBeGreaterThan(200);
  expect(await phone.db.packs.count()).toBeGreaterThan(0);
  expect(await phone.db.viewPacks.count()).toBeGreaterThan(0);

  let sealed = "";
  for (const table of phone.db.tables) {
    expect(table.name).toMatch(/^[a-zA-Z]+$/);
    expect(
      table.schema.indexes
        .concat(table.schema.primKey)
        .map(({ src }) => src)
        .join(),
    ).not.toContain("sealed");
    for (const row of (await table.toArray()) as Record<string, unknown>[]) {
      const { sealed: closed, ...open } = row;
      sealed += reveal(closed);
      for (const text of PERSONAL) expect(reveal(open)).not.toContain(text);
    }
  }
  // The test sees what it looks for: every one of them is kept somewhere.
  for (const text of PERSONAL) expect(sealed).toContain(text);
});

/** Everything in a value as text, also what stands in base64url. */
function reveal(value: unknown): string {
  const text = JSON.stringify(value) ?? "";
  const decoded = text.match(/[\w-]{8,}/g)?.map((part) => Buffer.from(part, "base64url").toString()) ?? [];
  return [text, ...decoded].join(" ");
}
