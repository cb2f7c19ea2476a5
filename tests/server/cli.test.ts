import { readdirSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import {
  createCommandLine,
  eventually,
  freePort,
  LIST_OF_TWO as TWO,
  type CommandLine,
} from "./command-line.ts";
import { consent, pledge } from "./small-ward.ts";

let cli: CommandLine;
let dir: string;
let run: CommandLine["run"];
let file: CommandLine["file"];
let log: CommandLine["log"];
beforeEach(async () => {
  cli = await createCommandLine();
  ({ dir, run, file, log } = cli);
});
afterEach(() => cli.remove());

describe("the command line", () => {
  test.each([
    "serve",
    "demo",
    "init",
    "describe",
    "import",
    "area",
    "publish",
    "campaign",
    "invite",
    "verify",
    "addresses",
    "backup",
    "restore",
    "export",
    "take",
  ])("explains %s, and touches nothing", async (name) => {
    const { code, out } = await run([name, "--help"]);
    expect([code, out.join("\n").startsWith(`so-tay ${name}`)]).toEqual([0, true]);
    expect(readdirSync(dir)).toEqual([]);
  });

  test("lists its commands", async () => {
    expect((await run(["--help"])).out.join()).toContain("so-tay verify");
    expect(await run([])).toMatchObject({ code: 2, out: [] });
  });

  test.each([
    [["fly"]],
    [["toString"]],
    [["init"]],
    [["init", "a", "b"]],
    [["init", "thu", "--colour", "red"]],
    [["import", "thu"]],
    [["serve", "now"]],
  ])("does not understand %j", async (args) => {
    expect(await run(args)).toMatchObject({ code: 2, out: [] });
  });

  test("explains a command that is named behind 'help', too", async () => {
    const { code, out } = await run(["help", "import"]);
    expect([code, out[0]?.startsWith("so-tay import PHUONG")]).toEqual([0, true]);
    expect((await run(["help", "fly"])).out.join()).toContain("so-tay verify");
  });

  test("ends what is to be typed before it goes on", async () => {
    await run(["init", "thu"]);
    expect((await run(["verify", "tho"])).err).toContain("so-tay init tho. Trong ");
  });

  test.each([
    [
      ["invite", "thu", "office", "--hours", "0"],
      "--hours nhận một số lớn hơn 0, nhiều nhất 8784, không phải '0'.",
    ],
    [
      ["invite", "thu", "office", "--hours", "10000"],
      "--hours nhận một số lớn hơn 0, nhiều nhất 8784, không phải '10000'.",
    ],
    [
      ["invite", "thu", "office", "--hours", ""],
      "--hours nhận một số lớn hơn 0, nhiều nhất 8784, không phải ''.",
    ],
    [["invite", "thu", "household", "--household", "12"], "--household nhận mã của một hộ, không phải '12'."],
    [["area", "thu", "kp1", "--name", "x".repeat(501)], "Tên dài quá 500 chữ cái."],
  ])("says what of %j cannot be", async (args, words) => {
    await run(["init", "thu"]);
    await run(["import", "thu", file("hai.csv", TWO)]);
    const { code, err } = await run(args);
    expect([code, err.startsWith(words)]).toEqual([1, true]);
  });

  test("takes areas that are parted by a comma and a space", async () => {
    await run(["init", "thu"]);
    await run(["import", "thu", file("hai.csv", TWO)]);
    expect(await run(["invite", "thu", "volunteer", "kp1, kp10"])).toMatchObject({ code: 0, err: "" });
  });

  test.each([
    [["init", "thu", "--colour", "red"], "Không có tuỳ chọn '--colour'."],
    [["init", "thu", "--màu=đỏ"], "Không có tuỳ chọn '--màu'."],
    [["import", "thu", "a.csv", "-n"], "Không có tuỳ chọn '-n'."],
    [["import", "thu", "a.csv", "--dry-run=no"], "Tuỳ chọn '--dry-run' không nhận giá trị; bỏ '=no' đi."],
    [["init", "thu", "--name"], "Tuỳ chọn '--name' cần một giá trị ở sau."],
    [["init", "thu", "--name", "--kind", "xa"], "Tuỳ chọn '--name' cần một giá trị ở sau."],
    [
      ["init", "thu", "--name", "Phường", "3"],
      "Thừa '3'. Lời có dấu cách thì đặt trong dấu nháy: 'Phường 3'.",
    ],
    [["serve", "now"], "Thừa 'now'."],
    [["import", "thu"], "Lệnh 'import' còn thiếu tham số."],
  ])("says what of %j it does not understand, before the usage", async (args, words) => {
    const { code, err } = await run(args);
    const [said = "", usage = "", ...more] = err.split("\n");
    expect([code, said.startsWith(words), usage.startsWith(`Cách dùng: so-tay ${args[0]}`), more]).toEqual([
      2,
      true,
      true,
      [],
    ]);
  });

  test.each([
    [{ PORT: "x" }, "PORT"],
    [{ PORT: "70000" }, "PORT"],
    [{ METRICS_PORT: "x" }, "METRICS_PORT"],
    [{ ORIGIN: "so-tay" }, "ORIGIN"],
    [{ TRUSTED_PROXIES: "loopback, proxy" }, "TRUSTED_PROXIES"],
    [{ TRUSTED_PROXIES: "10.0.0.0/33" }, "TRUSTED_PROXIES"],
    [{ TRUSTED_PROXIES: "," }, "TRUSTED_PROXIES"],
    [{ DATABASE_URL: "mysql://db/so-tay" }, "DATABASE_URL"],
    [{ DATABASE_URL: "postgres://db/so-tay", DATABASE_CONNECTIONS: "1" }, "DATABASE_CONNECTIONS"],
  ])("says which setting of %j makes no sense", async (env, name) => {
    const { code, err } = await run(["init", "thu"], env);
    expect([code, err.includes(name)]).toEqual([1, true]);
  });

  test.each([
    ["import", "thu", "x.csv"],
    ["publish", "thu", "x.md"],
    ["campaign", "thu", "x.md"],
    ["invite", "thu", "office"],
    ["verify", "thu"],
  ])("%s finds no ward that is not here", async (...args) => {
    const { code, err } = await run(args);
    expect([code, err.includes("'thu'")]).toEqual([1, true]);
  });

  test("names the wards that are here where a name is mistyped, and the place where none are", async () => {
    expect((await run(["verify", "thu"])).err).toContain("chưa có phường nào");
    await run(["init", "thu"]);
    expect((await run(["invite", "tho", "office"])).err).toMatch(/ có: thu\.$/);
  });
});

describe("init", () => {
  test("makes a ward, its keys for their owner alone, and number 1 of its log", async () => {
    expect(await run(["init", "thu", "--name", "Phường Thử", "--province", "Tây Ninh"])).toMatchObject({
      code: 0,
      out: ["thu"],
    });
    expect(await log()).toMatchObject([
      {
        type: "ward.described",
        sub: "thu",
        body: { name: "Phường Thử", kind: "phuong", province: "Tây Ninh" },
      },
    ]);
    expect(statSync(join(dir, "data/keys/thu.json")).mode & 0o777).toBe(0o600);
    expect(statSync(join(dir, "data/keys")).mode & 0o777).toBe(0o700);
  });

  test("makes none twice, and none with a name that is no slug", async () => {
    await run(["init", "thu"]);
    const keys = readFileSync(join(dir, "data/keys/thu.json"), "utf8");
    expect((await run(["init", "thu"])).code).toBe(1);
    expect(readFileSync(join(dir, "data/keys/thu.json"), "utf8")).toBe(keys);
    for (const slug of ["Phường", "a", "a/b", "../x", "a".repeat(65)]) {
      expect((await run(["init", slug])).code).toBe(1);
    }
    expect((await log()).length).toBe(1);
  });
});

describe("import", () => {
  beforeEach(() => run(["init", "thu"]));

  test("of a dry run prints the same and writes nothing", async () => {
    const path = file("ho.csv", TWO);
    const trial = await run(["import", "thu", path, "--dry-run"]);
    expect([trial.code, (await log()).length]).toEqual([0, 1]);
    expect((await run(["import", "thu", path])).out).toEqual(trial.out);
    expect((await log()).length).toBe(4);
  });

  test("makes areas with their names, and households with their names disclosed only", async () => {
    await run(["import", "thu", file("ho.csv", `\ufeff${TWO.replaceAll(",", ";")}`)]);
    const [, ward, ...households] = await log();
    expect(ward?.body["areas"]).toEqual([
      { code: "kp1", name: "Khu phố 1", kind: "khuPho" },
      { code: "kp1/t01", name: "Tổ 1", kind: "to" },
      { code: "kp10", name: "Khu phố 10", kind: "khuPho" },
      { code: "kp10/t01", name: "Tổ 1", kind: "to" },
    ]);
    expect(households.map(({ body }) => body)).toEqual([
      { area: "kp1/t01", members: 2 },
      { area: "kp10/t01", members: 3 },
    ]);
  });

  test("of both real files takes 1003 households once", async () => {
    expect((await run(["import", "thu", "demo/danh-sach-ho.xlsx"])).code).toBe(0);
    expect((await log()).filter(({ type }) => type === "household.registered").length).toBe(1003);
    const again = await run(["import", "thu", "demo/danh-sach-ho.csv"]);
    expect([again.code, (await log()).length]).toEqual([0, 1005]);
    expect((await run(["verify", "thu"])).code).toBe(0);
  });

  test("says only what changed in a changed list", async () => {
    await run(["import", "thu", file("ho.csv", TWO)]);
    await run([
      "import",
      "thu",
      file("ho.csv", TWO.replace("Trần Văn Một", "Lê Thị Vợ").replace("Lợi,3", "Lợi,4")),
    ]);
    expect((await log()).slice(4)).toMatchObject([
      { type: "household.changed", body: {} },
      { type: "household.changed", body: { members: 4 } },
    ]);
  });

  test("takes every whole row, names the refused one by its number, and exits 1", async () => {
    const { code, out } = await run([
      "import",
      "thu",
      file("ho.csv", `${TWO}1,1,3,Lê Văn Ba,3,Lê Lợi,nhiều,\n`),
    ]);
    expect([code, out.some((line) => line.startsWith("Dòng 4"))]).toEqual([1, true]);
    expect((await log()).filter(({ type }) => type === "household.registered").length).toBe(2);
  });

  test.each([
    ["that is not there", null],
    ["that is empty", ""],
    ["without the columns", "Tên,Tuổi\nAn,3\n"],
    ["of another kind", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])],
  ])("takes nothing of a file %s", async (_name, text) => {
    const path = text === null ? join(dir, "none.csv") : file("ho.csv", text);
    const { code, err } = await run(["import", "thu", path]);
    expect([code, err.length > 5, (await log()).length]).toEqual([1, true, 1]);
  });
});

describe("publish and campaign", () => {
  beforeEach(async () => {
    await run(["init", "thu"]);
    await run(["import", "thu", file("ho.csv", TWO)]);
  });

  test("say the covenant, the handbook and the campaign, and the same but once", async () => {
    for (let i = 0; i < 2; i++) {
      expect((await run(["publish", "thu", "demo/quy-uoc-kp1.md"])).code).toBe(0);
      expect((await run(["campaign", "thu", "demo/cam-ket-2026.md"])).code).toBe(0);
    }
    expect((await log()).slice(4).map(({ type, sub }) => [type, sub])).toEqual([
      ["covenant.published", "kp1"],
      ["handbook.published", "kp1"],
      ["campaign.opened", "2026"],
    ]);
  });

  test("say anew only the one that changed", async () => {
    const text = readFileSync("demo/quy-uoc-kp1.md", "utf8");
    await run(["publish", "thu", file("a.md", text)]);
    await run(["publish", "thu", file("a.md", text.replace("0272 3000 100", "0272 3000 199"))]);
    expect((await log()).slice(6).map(({ type }) => type)).toEqual(["handbook.published"]);
  });

  test("take other words under an item's id or a consent's version with a word about it once somebody has signed", async () => {
    const text = readFileSync("demo/cam-ket-2026.md", "utf8");
    const say = (change: string) => run(["campaign", "thu", file("c.md", change)]);
    const [, flag = ""] = /: (Treo cờ.*)$/m.exec(text) ?? [];
    const [, record = ""] = /record: (.*)$/m.exec(text) ?? [];
    // As long as nobody has signed they are nobody's.
    const early = await say(text.replace(flag, "Treo cờ xinh"));
    expect([early.code, early.err.includes("'flag'")]).toEqual([0, false]);
    await say(text);
    const [household = ""] = (await log()).flatMap(({ type, sub }) =>
      type === "household.registered" ? [sub] : [],
    );
    const given = consent(household);
    await cli.says("thu", [given, pledge(household, given.jti ?? "")]);
    const item = await say(text.replace(flag, "Treo cờ đẹp"));
    expect(item.code).toBe(0);
    expect(item.err).toContain("'flag'");
    expect(item.err).toContain(`'${flag}'`);
    expect(item.err).toContain("'treo-co-dep'");
    await say(text);
    const asked = await say(text.replace(record, "Lưu mọi thứ"));
    expect([asked.code, /version: 2/.test(asked.err)]).toEqual([0, true]);
    await say(text);
    const anew = text
      .replace(/- flag (.*): .*$/m, "- treo-co-moi $1: Treo cờ mới")
      .replace(record, "Lưu mọi thứ ngay")
      .replace("version: 1", "version: 2");
    const later = text.replace(/^to: .*$/m, "to: 2027-01-31");
    for (const one of [anew, later]) expect((await say(one)).err).not.toContain("Lưu ý");
  });

  test("say other words under the old decision with a word about it, and under their own without", async () => {
    const text = readFileSync("demo/quy-uoc-kp1.md", "utf8");
    const reworded = text.replace("edition: 4", "edition: 5").replace("### Điều 1. ", "### Điều 1. Nay ");
    const [, number = ""] = /number: (.+)/.exec(text) ?? [];
    await run(["publish", "thu", file("a.md", text)]);
    const told = await run(["publish", "thu", file("b.md", reworded)]);
    expect([told.code, told.err.includes(number)]).toEqual([0, true]);
    const renewed = reworded.replace(number, "1600/QĐ-UBND").replace("Điều 1. Nay", "Điều 1. Nay là");
    const silent = await run(["publish", "thu", file("c.md", renewed)]);
    expect([silent.code, silent.err.includes("Lưu ý")]).toEqual([0, false]);
    expect((await log()).slice(6).map(({ type }) => type)).toEqual([
      "covenant.published",
      "handbook.published",
      "covenant.published",
    ]);
  });

  test.each([
    ["without a title", (text: string) => text.replace(/^title:.*\n/m, ""), "'title'"],
    [
      "without the decision's number",
      (text: string) => text.replace(/^ {2}number:.*$/m, "  number:"),
      "'recognition.number'",
    ],
    [
      "for an area that the ward has not got",
      (text: string) => text.replace("area: kp1", "area: kp7"),
      "'kp7'",
    ],
    ["that is empty", () => "", "dòng 1"],
  ])("refuse a covenant %s", async (_name, change, words) => {
    const path = file("a.md", change(readFileSync("demo/quy-uoc-kp1.md", "utf8")));
    const { code, err } = await run(["publish", "thu", path]);
    expect([code, err.includes(words), (await log()).length]).toEqual([1, true, 4]);
  });

  test("say a translation with the handbook that it belongs to, and the same but once", async () => {
    const covenant = readFileSync("demo/quy-uoc-kp2.md", "utf8").replace("area: kp2", "area: kp1");
    const khmer = readFileSync("demo/quy-uoc-kp2.km.md", "utf8").replace("area: kp2", "area: kp1");
    const both = ["publish", "thu", file("a.md", covenant), file("a.km.md", khmer)];
    for (let i = 0; i < 2; i++) expect((await run(both)).code).toBe(0);
    expect((await log()).slice(4).map(({ type }) => type)).toEqual([
      "covenant.published",
      "handbook.published",
    ]);
    expect((await log()).at(-1)?.body["translations"]).toMatchObject([{ lang: "km", reviewed: false }]);
  });

  test.each([
    ["of another area", (text: string) => text, "khác bản"],
    ["of another edition", (text: string) => onKp1(text).replace("edition: 4", "edition: 3"), "khác bản"],
    ["with an article too many", (text: string) => onKp1(text).replace("Điều 3.", "Điều 99."), "Điều 99"],
    ["that no language is named of", (text: string) => onKp1(text).replace("lang: km", "lang:"), "'lang'"],
  ])("refuse a translation %s, and say nothing then", async (_name, change, words) => {
    const khmer = file("a.km.md", change(readFileSync("demo/quy-uoc-kp2.km.md", "utf8")));
    const { code, err } = await run(["publish", "thu", "demo/quy-uoc-kp1.md", khmer]);
    expect([code, err.includes(words), (await log()).length]).toEqual([1, true, 4]);
  });

  test("refuse a file that is not there, and one of the other kind", async () => {
    expect((await run(["publish", "thu", join(dir, "none.md")])).code).toBe(1);
    expect((await run(["publish", "thu", "demo/cam-ket-2026.md"])).code).toBe(1);
    const strange = await run(["campaign", "thu", "demo/quy-uoc-kp1.md"]);
    expect([strange.code, strange.err.split("\n").length < 20]).toEqual([1, true]);
    expect(strange.err).toMatch(/và \d+ chỗ nữa/);
    expect((await log()).length).toBe(4);
  });
});

describe("invite", () => {
  beforeEach(async () => {
    await run(["init", "thu"]);
    await run(["import", "thu", file("ho.csv", TWO)]);
  });

  test.each([
    [["office"]],
    [["volunteer", "kp1,kp10/t01"]],
    [["viewer", "kp1"]],
    [["volunteer", "kp1", "--hours", "1"]],
  ])("prints one address for %j", async (args) => {
    const { code, out } = await run(["invite", "thu", ...args]);
    expect([code, out.length]).toEqual([0, 1]);
    expect(out[0]).toMatch(/^https:\/\/so-tay\.example\.vn\/vao#thu\.[\w-]{22}$/);
  });

  test("says of one without an area that its phone will see none", async () => {
    expect((await run(["invite", "thu", "volunteer"])).err).toContain("không thấy khu vực nào");
    expect((await run(["invite", "thu", "office"])).err).toBe("");
  });

  test("of a household needs one that is registered", async () => {
    const sub = (await log()).at(-1)?.sub ?? "";
    expect((await run(["invite", "thu", "household", "--household", sub])).code).toBe(0);
    expect((await run(["invite", "thu", "household"])).code).toBe(1);
    const stranger = sub.replace(/.$/, (digit) => (digit === "0" ? "1" : "0"));
    expect((await run(["invite", "thu", "household", "--household", stranger])).code).toBe(1);
  });

  test.each([
    [["boss"]],
    [["volunteer", "Khu phố 1"]],
    [["office", "--household", "x"]],
    [["office", "--hours", "0"]],
  ])("refuses %j", async (args) => {
    expect(await run(["invite", "thu", ...args])).toMatchObject({ code: 1, out: [] });
  });

  test("keeps no code", async () => {
    const { out } = await run(["invite", "thu", "office"]);
    const code = out[0]?.split(".").at(-1) ?? "";
    const kept = readdirSync(join(dir, "data"), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    for (const { parentPath, name } of kept)
      expect(readFileSync(join(parentPath, name), "latin1")).not.toContain(code);
  });
});

describe("export", () => {
  test("says what it made, and puts nothing over what is there", async () => {
    await run(["init", "thu"]);
    await run(["import", "thu", file("ho.csv", TWO)]);
    const folder = join(dir, "xuat");
    const { code, out, err } = await run(["export", "thu", folder]);
    expect([code, out, err.includes("ho.csv: 2 dòng")]).toEqual([0, [folder], true]);
    expect(readFileSync(join(folder, "ho.csv"), "utf8")).toContain("Trần Văn Mười");
    const again = await run(["export", "thu", folder]);
    expect([again.code, again.err.includes("đã có rồi")]).toEqual([1, true]);
    expect((await run(["export", "thu", join(dir, "none", "xuat")])).err).toContain("Không ghi được");
    expect((await run(["export", "khac", join(dir, "khac")])).err).toContain("'khac'");
  });
});

describe("serve", () => {
  let taken: Server | undefined;
  afterEach(() => taken?.close());

  test("says that the port is taken", async () => {
    taken = createServer();
    await new Promise<void>((resolve) => taken?.listen(0, "127.0.0.1", resolve));
    const { port } = taken.address() as { port: number };
    const { code, err } = await run(["serve"], { PORT: String(port) });
    expect([code, err.includes(`Cổng ${port}`)]).toEqual([1, true]);
  });

  test("runs until it is asked to end, answers whoever waits, and finds everything again", async () => {
    const port = await freePort();
    const env = { PORT: String(port), ORIGIN: `http://127.0.0.1:${port}` };
    let end = () => {};
    const serving = () => run(["serve"], env, new Promise<void>((resolve) => (end = resolve)));
    const first = serving();
    const health = await eventually(`http://127.0.0.1:${port}/api/health`);
    expect(await health.json()).toMatchObject({ status: "ok" });
    expect(await (await fetch(`http://127.0.0.1:${port}/api/wards`)).json()).toEqual({ wards: [] });
    // Another process makes a ward while this one serves.
    await run(["init", "thu", "--name", "Phường Thử"], env);
    const before = await (await fetch(`http://127.0.0.1:${port}/api/wards/thu/public`)).text();
    end();
    const { code, err } = await first;
    expect([code, err.includes("Chưa có phường nào")]).toEqual([0, true]);
    const second = serving();
    await eventually(`http://127.0.0.1:${port}/api/health`);
    expect(await (await fetch(`http://127.0.0.1:${port}/api/wards/thu/public`)).text()).toBe(before);
    end();
    expect((await second).code).toBe(0);
  });

  test("tells its figures on a port of their own, and to nobody on the app's", async () => {
    const [port, metrics] = [await freePort(), await freePort()];
    const env = { PORT: String(port), METRICS_PORT: String(metrics) };
    let end = () => {};
    const serving = run(["serve"], env, new Promise<void>((resolve) => (end = resolve)));
    await eventually(`http://127.0.0.1:${port}/api/health`);
    const answer = await fetch(`http://127.0.0.1:${metrics}/metrics`);
    expect(answer.headers.get("content-type")).toContain("version=0.0.4");
    expect(await answer.text()).toContain('so_tay_http_requests_total{method="GET",route="/api/health"');
    expect((await fetch(`http://127.0.0.1:${metrics}/`)).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${port}/metrics`)).headers.get("content-type")).not.toContain(
      "0.0.4",
    );
    end();
    expect((await serving).code).toBe(0);
    await expect(fetch(`http://127.0.0.1:${metrics}/metrics`)).rejects.toThrow("fetch failed");
  });

  test("says that the port of its figures is taken, and serves nothing", async () => {
    taken = createServer();
    await new Promise<void>((resolve) => taken?.listen(0, "127.0.0.1", resolve));
    const { port } = taken.address() as { port: number };
    const app = await freePort();
    const { code, err } = await run(["serve"], { PORT: String(app), METRICS_PORT: String(port) });
    expect([code, err.includes(`Cổng ${port}`), err.includes(" METRICS_PORT=")]).toEqual([1, true, true]);
  });
});

function onKp1(translation: string): string {
  return translation.replace("area: kp2", "area: kp1");
}
