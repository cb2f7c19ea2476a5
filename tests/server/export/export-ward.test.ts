import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { Draft } from "../../../src/domain/statement.ts";
import { toCsv } from "../../../src/domain/words/csv-file.ts";
import { keepAttachment } from "../../../src/server/attachments.ts";
import { exportWard } from "../../../src/server/export/export-ward.ts";
import { findWard } from "../../../src/server/wards/wards.ts";
import { parsePage } from "../../../src/wire/page.ts";
import { openHouse, WARD, type House } from "../house.ts";
import { jpeg, nameOf, paperPledge } from "../photos.ts";
import { absence, consent, pledge } from "../small-ward.ts";
import { newId } from "../speaker.ts";

let house: House;
let dir: string;
beforeEach(async () => {
  house = await openHouse();
  dir = mkdtempSync(join(tmpdir(), "so-tay-export-"));
});
afterEach(async () => {
  await house.remove();
  rmSync(dir, { recursive: true, force: true });
});

async function exportTo(folder = join(dir, "out")): ReturnType<typeof exportWard> {
  const ward = await findWard(house.station.db, WARD);
  if (!ward) throw new Error("no ward");
  return exportWard(house.station, ward, folder);
}

/** The rows of a list by their headings, as another program reads them. */
function list(file: string): Record<string, string>[] {
  const text = readFileSync(join(dir, "out", file), "utf8");
  expect(text.startsWith("\ufeff")).toBe(true);
  return Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data;
}

function campaign(item: string, { version, purposes }: { version: number; purposes: string }): Draft {
  return {
    type: "campaign.opened",
    sub: "2027",
    body: {
      title: "Cam kết năm 2027",
      from: "2027-01-01",
      to: "2027-03-31",
      editions: { kp1: 4 },
      items: [{ id: "flag", text: item, article: 13 }],
      consent: { version, purposes: [{ id: "record", text: purposes }] },
    },
  };
}

describe("export", () => {
  test("writes the log as it is, and each list in the words of the office", async () => {
    const [one, two, three] = house.households;
    const anna = await house.enrolled("volunteer", ["kp1"]);
    const agreed = consent(one);
    const meetings = [newId(), newId()].sort();
    await anna.push(
      await anna.say(agreed),
      await anna.say(pledge(one, agreed.jti)),
      await anna.say(absence(one, '=HYPERLINK("http://x")')),
      await anna.say({ type: "handbook.delivered", sub: one, body: { edition: 4, how: "hand" } }),
      await anna.say({
        type: "opinion.given",
        sub: one,
        body: { channel: "door" },
        personal: { text: "Cống hôi; mùa mưa\nlại ngập" },
      }),
      await anna.say({
        type: "contribution.recorded",
        sub: two,
        body: { kind: "lampPost", quantity: 2, unit: "trụ", for: "Hẻm 4" },
      }),
      await anna.say({
        jti: meetings[0] ?? "",
        type: "meeting.held",
        sub: "kp1",
        body: { kind: "covenant", date: "2026-11-18", place: "Nhà văn hoá", subject: "Góp ý quy ước" },
      }),
      await anna.say({
        jti: meetings[1] ?? "",
        type: "meeting.held",
        sub: "kp1/t01",
        body: { kind: "covenant", date: "2026-11-18", place: "Nhà văn hoá", subject: "Góp ý quy ước" },
      }),
      await anna.say(absence(three, "ghi chờ")),
    );
    await house.wardSays(
      { type: "meeting.matched", sub: "kp1", body: { meetings, same: true } },
      { type: "household.merged", sub: two, body: { into: one } },
      { type: "data.erased", sub: three, body: {} },
    );
    expect((await exportTo()).ok).toBe(true);

    const page = parsePage(readFileSync(join(dir, "out", "so.ndjson"), "utf8"));
    const office = await house.enrolled("office");
    expect(page.ok && page.value.lines).toEqual((await office.page()).lines.slice(0, -1));

    const households = list("ho.csv");
    expect(households).toMatchObject([
      { "Chủ hộ": "Nguyễn Thị Ánh", "Tình trạng": "Đã ký", "Đã có sổ tay": "Có", Số: "1" },
      { "Chủ hộ": "Trần Văn Bảy", "Không còn là hộ riêng": "Đã nhập hộ", "Đã có sổ tay": "" },
      { "Chủ hộ": "", "Tình trạng": "Chưa gặp", "Đã xoá dữ liệu": "Có" },
    ]);
    expect(list("cam-ket.csv")).toMatchObject([{ "Mã hộ": one, "Người ký": "Người Thử", Đợt: "2026" }]);
    expect(list("dong-y.csv")).toMatchObject([{ "Đồng ý cho": "record", "Người đồng ý": "Người Thử" }]);
    expect(list("phat-so.csv")).toMatchObject([{ "Cách phát": "Tận tay", "Máy ghi": "Máy thử" }]);
    expect(list("lan-gap.csv")).toMatchObject([
      { "Kết quả": "Vắng nhà", "Ghi chú": `'=HYPERLINK("http://x")` },
    ]);
    expect(list("y-kien-ho.csv")).toMatchObject([{ "Nội dung": "Cống hôi; mùa mưa\nlại ngập" }]);
    expect(list("dong-gop.csv")).toMatchObject([{ Về: one, Loại: "Trụ đèn", "Số lượng": "2" }]);
    expect(list("hop.csv")).toMatchObject([
      {
        Ngày: "2026-11-18",
        "Nội dung": "Góp ý quy ước",
        "Tình trạng": "Đã họp",
        "Gộp từ": meetings.join("; "),
      },
    ]);
    expect(list("may.csv")).toMatchObject([
      { "Mã máy": expect.stringMatching(`^'?${anna.kid}$`), Vai: "Người đi từng hộ" },
    ]);
    // What waits about somebody erased waits without its words.
    expect(list("cho-xem-xet.csv")).toMatchObject([
      { "Lý do": "beyond-area", "Nội dung": "outcome: absent" },
    ]);
    expect(readFileSync(join(dir, "out", "README.txt"), "utf8")).toContain("dữ liệu cá nhân");
    for (const { file } of (await reExport()).lists)
      expect(readFileSync(join(dir, "out", "README.txt"), "utf8")).toContain(file);
  });

  test("says only about when, where the clock of whoever recorded it was far ahead", async () => {
    const [one] = house.households;
    const anna = await house.enrolled("volunteer", ["kp1"]);
    const nextYear = Math.floor(Date.now() / 1000) + 300 * 86_400;
    await anna.push(
      await anna.say(absence(one), { iat: nextYear }),
      await anna.say(absence(one)),
      await anna.say(
        {
          type: "meeting.held",
          sub: "kp1",
          body: { kind: "residents", date: "2026-11-18", place: "Đình", subject: "Họp" },
        },
        { iat: nextYear },
      ),
    );
    await house.wardSays({
      type: "spending.recorded",
      sub: "kp1",
      body: { for: "Hẻm 4", amount: 1, on: "2026-11-18" },
    });
    expect((await exportTo()).ok).toBe(true);
    expect(list("lan-gap.csv").map(({ Lúc = "" }) => Lúc.startsWith("khoảng "))).toEqual([true, false]);
    expect(list("hop.csv")).toMatchObject([{ Lúc: expect.stringMatching(/^khoảng \d{4}-/) }]);
  });

  test("reads back what the office keeps: changes and decisions, campaigns, stock, praise, spending, requests, who goes where", async () => {
    const [one] = house.households;
    const office = await house.enrolled("office");
    const file = newId();
    const step = (name: string, date: string, figures: object, personal = {}) =>
      office.say({
        type: "amendment.stepped",
        sub: file,
        in: "kp1",
        body: { step: name, date, figures },
        personal,
      });
    const asked = newId();
    const request = await office.say({
      jti: asked,
      type: "request.made",
      sub: one,
      body: { kind: "correct", channel: "paper", on: "2026-11-02" },
      personal: { text: "Sửa tên" },
    });
    await office.push(
      await office.say({
        type: "amendment.opened",
        sub: file,
        in: "kp1",
        body: { covenant: "kp1", kind: "change", title: "Giờ đổ rác" },
      }),
      await step("proposal", "2026-10-01", { by: "head", front: true }, { note: "=cần; gấp" }),
      // Nothing was posted: it is kept, and does not count.
      await step("result", "2026-10-02", { agreed: 3, outcome: "adopted" }),
      await office.say({
        type: "covenant.decided",
        sub: "kp1",
        body: {
          covenant: "kp1",
          outcome: "suspended",
          decision: { number: "15/QĐ-UBND", date: "2026-11-04", authority: "UBND phường" },
          from: "2026-11-05",
          articles: [5, "7a"],
          grounds: "Chờ sửa",
        },
      }),
      await office.say(campaign("Treo cờ, dọn hẻm", { version: 1, purposes: "Lưu tên" })),
      await office.say(campaign("Treo cờ", { version: 2, purposes: "Lưu họ tên" })),
      await office.say({ type: "campaign.closed", sub: "2027", body: {} }),
      await office.say({ type: "handbook.stocked", sub: "kp1", body: { edition: 4, copies: 350 } }),
      await office.say({
        type: "commendation.granted",
        sub: one,
        body: { level: "phuong", period: "2026", decision: "30/QĐ", on: "2026-11-18" },
        personal: { for: "Gương mẫu" },
      }),
      await office.say({
        type: "commendation.proposed",
        sub: "kp1",
        body: { level: "khuPho", period: "2026", group: "Tổ 3" },
      }),
      await office.say({
        type: "spending.recorded",
        sub: "kp1",
        body: { for: "Đèn hẻm 4", amount: 6_000_000, on: "2026-11-20" },
      }),
      request,
      await office.say({
        type: "request.answered",
        sub: asked,
        in: one,
        body: { outcome: "done" },
        personal: { text: "Đã sửa" },
      }),
      await office.say({
        type: "round.assigned",
        sub: "kp1",
        body: { person: newId(), from: "2026-11-01", to: "2026-11-30" },
      }),
    );
    expect((await exportTo()).ok).toBe(true);
    expect(list("sua-doi.csv")).toMatchObject([
      { "Mã hồ sơ": file, "Về việc": "Giờ đổ rác", Loại: "Sửa đổi, bổ sung", Bước: "Mở hồ sơ" },
      {
        Bước: "Đề nghị sửa đổi",
        Ngày: "2026-10-01",
        "Được tính": "Có",
        "Số liệu": "by: head; front: true",
        "Lời ghi": "note: =cần; gấp",
        "Tình trạng": "Đang làm",
      },
      { Bước: "Biểu quyết tại họp", "Được tính": "Không đúng luật" },
    ]);
    expect(list("tam-ngung-bai-bo.csv")).toMatchObject([
      {
        "Quyết định": "Tạm ngừng thực hiện",
        Điều: "5, 7a",
        "Số quyết định": "15/QĐ-UBND",
        "Hiệu lực từ": "2026-11-05",
        "Lý do": "Chờ sửa",
      },
    ]);
    expect(list("dot-cam-ket.csv").at(-1)).toMatchObject({
      "Mã đợt": "2027",
      "Tình trạng": "Đã kết thúc",
      "Mục cam kết": "flag: Treo cờ (Điều 13)",
      "Hỏi đồng ý": "record: Lưu họ tên",
      "Mục cam kết trước đây": expect.stringMatching(/^flag: Treo cờ, dọn hẻm \(Điều 13\), đến \d/),
      "Hỏi đồng ý trước đây": expect.stringMatching(/^bản 1: record: Lưu tên, đến \d/),
    });
    expect(list("kho-so-tay.csv")).toMatchObject([{ "Lần ban hành": "4", "Số cuốn": "350" }]);
    expect(
      list("khen-thuong.csv")
        .map((row) => [row["Tình trạng"], row["Về"], row["Cấp"]])
        .sort(),
    ).toEqual([
      ["Đã khen", one, "Cấp phường"],
      ["Đề nghị", "kp1", "Cấp khu phố"],
    ]);
    expect(list("khen-thuong.csv").every((row) => Number(row["Số trong sổ"]) > 0)).toBe(true);
    expect(list("chi.csv")).toMatchObject([{ "Số tiền (đồng)": "6000000", "Dùng cho": "Đèn hẻm 4" }]);
    expect(list("yeu-cau-du-lieu.csv")).toMatchObject([
      { "Mã hộ": one, "Yêu cầu": "Sửa", "Đến bằng": "Bằng giấy", "Trả lời": "Đã làm xong" },
    ]);
    expect(list("phan-cong.csv")).toMatchObject([{ Nơi: "kp1", "Từ ngày": "2026-11-01" }]);
  });

  test("lists every edition of every covenant as the store has it, in whatever words it was recognised", async () => {
    const change = newId();
    const edition = (area: string, number: number | string, more: object = {}): Draft => ({
      type: "covenant.published",
      sub: area,
      body: {
        covenant: area,
        edition: number,
        title: `Quy ước ${area}`,
        recognition: { number: "12/QĐ-UBND", date: "2022-06-20", authority: "UBND thị xã Kiến Tường" },
        inForce: "2022-07-01",
        chapters: [{ title: "Chung", articles: [{ number: 1, title: "Một", text: "Lời; của quy ước" }] }],
        ...more,
      },
    });
    await house.wardSays(edition("kp1", 4), edition("kp2", "4a", { title: 'Quy ước "Khu phố 2"; bổ sung' }));
    const office = await house.enrolled("office");
    const decision = { number: "=15/QĐ", date: "2026-09-28", authority: "UBND phường\nKiến Tường" };
    const later = { recognition: decision, inForce: "2026-10-01", amendment: change };
    await office.push(await office.say(edition("kp1", 5, later)));
    expect((await exportTo()).ok).toBe(true);

    // The store's own rows, their payloads read without anything of the app.
    const stored = await house.station.db
      .selectFrom("statements")
      .select(["seq", "jws", "kid"])
      .where("ward", "=", WARD)
      .where("type", "=", "covenant.published")
      .orderBy("seq")
      .execute();
    expect(stored).toHaveLength(3);
    const expected = stored.map(({ seq, jws, kid }) => {
      const payload: unknown = JSON.parse(Buffer.from(jws.split(".")[1] ?? "", "base64url").toString());
      const { iat, sub, body } = payload as Payload;
      const { number, date, authority } = body.recognition;
      const minute = new Date((iat + 7 * 3600) * 1000).toISOString().slice(0, 16).replace("T", " ");
      // The ward has named khu phố 1 alone.
      const area = sub === "kp1" ? "Khu phố 1" : sub;
      const by = kid === office.kid ? "Máy thử" : "Phường";
      const named = [minute, seq, by, area, "", body.edition, body.title];
      return [...named, number, date, authority, body.inForce, body.amendment ?? ""].map(plain);
    });
    const [headings, ...rows] = Papa.parse<string[]>(
      readFileSync(join(dir, "out", "quy-uoc.csv"), "utf8").slice(1),
      { delimiter: ";", skipEmptyLines: true },
    ).data;
    expect(headings).toEqual([
      "Lúc",
      "Số trong sổ",
      "Máy ghi",
      "Khu phố",
      "Tổ",
      "Lần ban hành",
      "Tên",
      "Số quyết định",
      "Ngày quyết định",
      "Cơ quan quyết định",
      "Hiệu lực từ",
      "Hồ sơ sửa đổi",
    ]);
    expect(rows).toEqual(expected);
  });

  test("brings the photos under the names that the pledges give, also one that begins like a formula", async () => {
    let photo = jpeg();
    while (!nameOf(photo).startsWith("-")) photo = jpeg();
    const office = await house.enrolled("office");
    const [agreed, signed] = paperPledge(house.households[0], photo);
    await office.push(await office.say(agreed), await office.say(signed));
    await keepAttachment(house.station, WARD, photo);
    expect(await exportTo()).toMatchObject({ value: { photos: 1 } });
    const name = list("cam-ket.csv")[0]?.["Ảnh"];
    expect(name).toBe(`anh/${nameOf(photo)}`);
    expect(readFileSync(join(dir, "out", `${name}.jpg`))).toEqual(photo);
    expect(statSync(join(dir, "out", `${name}.jpg`)).mode & 0o777).toBe(0o600);
  });

  test("is for its owner alone, whole or not there, and puts nothing over what stands there", async () => {
    await exportTo();
    expect(statSync(join(dir, "out")).mode & 0o777).toBe(0o700);
    for (const file of readdirSync(join(dir, "out")))
      expect(statSync(join(dir, "out", file)).mode & 0o777).toBe(0o600);
    expect(await exportTo()).toEqual({ ok: false, error: "not-empty" });
    mkdirSync(join(dir, "empty"));
    expect((await exportTo(join(dir, "empty"))).ok).toBe(true);
    await expect(exportTo(join(dir, "none", "out"))).rejects.toThrow("ENOENT");
    expect(existsSync(join(dir, "out.part"))).toBe(false);
  });

  async function reExport() {
    rmSync(join(dir, "out"), { recursive: true });
    const made = await exportTo();
    if (!made.ok) throw new Error(made.error);
    return made.value;
  }
});

/** What of a stored `covenant.published` is compared. */
interface Payload {
  readonly iat: number;
  readonly sub: string;
  readonly body: {
    readonly edition: number | string;
    readonly title: string;
    readonly recognition: { readonly number: string; readonly date: string; readonly authority: string };
    readonly inForce: string;
    readonly amendment?: string;
  };
}

/** As a cell bears it: what a spreadsheet would take for a formula begins with an apostrophe. */
function plain(value: unknown): string {
  const text = String(value);
  return text.startsWith("=") ? `'${text}` : text;
}

describe("a cell", () => {
  test.each([
    ["=1+1", '"\'=1+1"'],
    ["+84 900", '"\'+84 900"'],
    ["-x", '"\'-x"'],
    ["@a", '"\'@a"'],
    [" =1", '"\' =1"'],
    ["\t=1", '"\'\t=1"'],
    ["Trần", "Trần"],
    [-5, "-5"],
    ['a;"b"', '"a;""b"""'],
    [null, ""],
  ])("%j stands as %j", (cell, written) => {
    expect(toCsv({ file: "x", headings: ["a", "b"], rows: [[cell, 1]] })).toBe(
      `\ufeffa;b\r\n${written};1\r\n`,
    );
  });
});
