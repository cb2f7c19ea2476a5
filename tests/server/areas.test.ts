import { afterEach, beforeEach, expect, test } from "vitest";
import { openHouse, WARD, type House } from "./house.ts";

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.remove());

const MORE = [
  { code: "kp9", name: "Khu phố 9", kind: "khuPho" },
  { code: "kp9/t30", name: "Tổ 30", kind: "to" },
] as const;

test("the office adds areas, once, and what was there stays as it was", async () => {
  const office = await house.enrolled("office");
  const before = await described();
  const asked = await Promise.all([
    office.call("POST", "/areas", { areas: MORE }),
    office.call("POST", "/areas", { areas: [MORE[0]] }),
    office.call("POST", "/areas", { areas: MORE }),
  ]);
  expect(asked.map(({ status }) => status)).toEqual([200, 200, 200]);
  const after = await described();
  const { areas } = after.at(-1) ?? { areas: [] };
  for (const area of [...(before.at(-1)?.areas ?? []), ...MORE]) expect(areas).toContainEqual(area);
  expect(areas).toHaveLength((before.at(-1)?.areas.length ?? 0) + 2);
  const again = await office.call("POST", "/areas", { areas: [{ ...MORE[0], name: "Tên khác" }] });
  expect([again.status, (await described()).length]).toEqual([200, after.length]);
});

test.each([
  [{ areas: [] }],
  [{ areas: [{ code: "KP 9", name: "Khu phố 9", kind: "khuPho" }] }],
  [{ areas: [{ code: "kp9", name: "", kind: "khuPho" }] }],
  [{ areas: [{ code: "kp9", name: "Khu phố 9", kind: "huyen" }] }],
  [{}],
])("what is no list of areas is refused: %j", async (body) => {
  const office = await house.enrolled("office");
  const before = (await described()).length;
  const { status, slug } = await office.call("POST", "/areas", body);
  expect([status, slug, (await described()).length]).toEqual([400, "bad-request", before]);
});

test("nobody but the office adds areas", async () => {
  const volunteer = await house.enrolled("volunteer", ["kp1"]);
  expect((await volunteer.call("POST", "/areas", { areas: MORE })).status).toBe(403);
  const anyone = await house.ask({
    method: "POST",
    url: `/api/wards/${WARD}/areas`,
    payload: { areas: MORE },
  });
  expect(anyone.status).toBe(401);
});

/** The areas by each description of the ward in its log. */
async function described(): Promise<readonly { readonly areas: readonly unknown[] }[]> {
  const rows = await house.station.db
    .selectFrom("statements")
    .select("jws")
    .where("ward", "=", WARD)
    .where("type", "=", "ward.described")
    .orderBy("seq")
    .execute();
  return rows.map(({ jws }) => {
    const payload = Buffer.from(jws.split(".")[1] ?? "", "base64url").toString();
    return (JSON.parse(payload) as { readonly body: { readonly areas: readonly unknown[] } }).body;
  });
}
