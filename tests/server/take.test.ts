import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CompactEncrypt, importJWK } from "jose";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { formatParcelFile } from "../../src/wire/parcel-file.ts";
import { createCommandLine, LIST_OF_TWO, type CommandLine } from "./command-line.ts";
import { jpeg, paperPledge } from "./photos.ts";
import { absence } from "./small-ward.ts";

let cli: CommandLine;
let household: string;
/** A pledge on paper, its consent and its photo, which comes first, and a record beyond the phone's area: all sealed. */
let parcels: string[];

beforeEach(async () => {
  cli = await createCommandLine();
  await cli.run(["init", "thu"]);
  await cli.run(["import", "thu", cli.file("ho.csv", LIST_OF_TWO)]);
  const registered = (await cli.log()).filter(({ type }) => type === "household.registered");
  household = registered.find(({ body }) => body["area"] === "kp1/t01")?.sub ?? "";
  const beyond = registered.find(({ body }) => body["area"] !== "kp1/t01")?.sub ?? "";
  const phone = await cli.enrolled("thu", ["kp1"]);
  const photo = jpeg();
  const [consent, pledge] = paperPledge(household, photo);
  parcels = await Promise.all([
    seal(photo),
    seal(await phone.say(consent)),
    seal(await phone.say(pledge)),
    seal(await phone.say(absence(beyond))),
  ]);
});
afterEach(() => cli.remove());

/** As a phone does, by `jose` alone. */
async function seal(content: string | Uint8Array): Promise<string> {
  const keys = JSON.parse(readFileSync(join(cli.dir, "data/keys/thu.json"), "utf8")) as {
    seal: Record<string, string>;
  };
  const { kty = "", crv = "", x = "", y = "" } = keys.seal;
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
  return new CompactEncrypt(bytes)
    .setProtectedHeader({ alg: "ECDH-ES", enc: "A256GCM" })
    .encrypt(await importJWK({ kty, crv, x, y }, "ECDH-ES"));
}

const take = (text: string | Uint8Array) => cli.run(["take", cli.file("so-gui.stq", text)]);
const said = async () =>
  (await cli.log()).filter(({ type }) => /^(consent|pledge|visit)/.test(type)).map(({ type }) => type);

describe("take", () => {
  test("takes in every parcel of a file, and prints what became of each", async () => {
    const head = (await cli.log()).length;
    expect(await take(formatParcelFile("thu", parcels))).toEqual({
      code: 0,
      out: ["accepted", `accepted ${head + 1}`, `accepted ${head + 2}`, "held"],
      err: "Đã nhận đủ 4 gói của phường 'thu'.",
    });
    expect(await said()).toEqual(["consent.given", "pledge.signed"]);
    expect((await cli.run(["verify", "thu"])).code).toBe(0);
  });

  test("takes a photo that stands far before its statement", async () => {
    const [photo = "", consent = "", pledge = ""] = parcels;
    const told = await take(formatParcelFile("thu", [photo, ...Array<string>(120).fill(consent), pledge]));
    expect([told.code, told.out.length, told.out.at(-1)]).toEqual([0, 122, "accepted"]);
  });

  test("changes nothing by the same file once more, or by one that holds everything twice", async () => {
    await take(formatParcelFile("thu", parcels));
    const { length: head } = await cli.log();
    const again = await take(formatParcelFile("thu", [...parcels, ...parcels]));
    const one = ["duplicate", `duplicate ${head - 1}`, `duplicate ${head}`, "held"];
    expect([again.code, again.out]).toEqual([0, [...one, ...one]]);
    expect(await cli.log()).toHaveLength(head);
  });

  test("takes the whole parcels of a file that was cut, says how many came, and exits 1", async () => {
    const text = formatParcelFile("thu", parcels);
    const cut = await take(text.slice(0, text.lastIndexOf(parcels[3] ?? "") + 100));
    expect([cut.code, cut.out.length]).toEqual([1, 3]);
    expect(cut.err).toMatch(/^Đã nhận 3 trong 4 gói/);
    expect(await said()).toHaveLength(2);
    // The whole one mends it.
    expect((await take(text)).code).toBe(0);
  });

  test("takes what is good beside what is damaged, of no use, or too early", async () => {
    const nonsense = await seal("not a statement");
    const stray = await seal(jpeg());
    const broken = `${(parcels[1] ?? "").slice(0, -6)}AAAAAA`;
    const told = await take(formatParcelFile("thu", [nonsense, stray, broken, ...parcels.slice(1, 3)]));
    expect([told.code, told.out.map((line) => line.split(" ")[0])]).toEqual([
      1,
      ["rejected", "unreadable", "accepted", "accepted", "early"],
    ]);
    expect(told.err).toMatch(/^Đã nhận 2 trong 5 gói/);
  });

  test("refuses the file of a ward that is not here", async () => {
    const told = await take(formatParcelFile("phuong-khac", parcels));
    expect([told.code, told.out]).toEqual([1, []]);
    expect(told.err).toContain("'phuong-khac'");
    expect(await said()).toEqual([]);
  });

  test.each([
    ["a PDF", "%PDF-1.7\n…", /không phải tệp sổ gửi/],
    ["nothing", "", /không phải tệp sổ gửi/],
    ["another's JSON", '{"ward":"thu"}\n', /không phải tệp sổ gửi/],
    ["bytes", new Uint8Array([0, 255, 254, 10]), /không phải tệp sổ gửi/],
    ["too much", new Uint8Array(64 * 1024 * 1024 + 1), /quá lớn/],
  ])("refuses %s", async (_name, content, words) => {
    const told = await take(content);
    expect([told.code, told.out, words.test(told.err)]).toEqual([1, [], true]);
  });

  test("says that there is no such file", async () => {
    const told = await cli.run(["take", join(cli.dir, "none.stq")]);
    expect([told.code, told.out, told.err.includes("Không đọc được tệp")]).toEqual([1, [], true]);
  });
});
