import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from "node:http";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

import { fetchPage } from "../../../src/server/addresses/fetch-page.ts";
import { isPublicAddress } from "../../../src/server/addresses/public-address.ts";
import { createCommandLine, eventually, freePort, type CommandLine, type Told } from "../command-line.ts";

const INDEX = `<!doctype html><head><title>Sổ tay</title><meta name="app-scripts" content="/a.js" /></head><body><div id="root"></div></body>`;
const LIST =
  "Khu phố,Tổ,STT,Họ và tên chủ hộ,Số nhà,Đường,Số nhân khẩu,Ghi chú\n2,7,1,Trần Văn Một,1,Lê Lợi,2,\n3,9,1,Trần Văn Mười,2,Lê Lợi,3,\n";

let cli: CommandLine;
let origin: string;
let end = () => {};
let serving: Promise<Told>;
const servers: Server[] = [];

beforeAll(async () => {
  cli = await createCommandLine();
  mkdirSync(join(cli.dir, "web"));
  writeFileSync(join(cli.dir, "web/index.html"), INDEX);
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  await cli.run(["init", "thu", "--name", "Phường Thử", "--basis", "Căn cứ."]);
  await cli.run(["import", "thu", cli.file("hai.csv", LIST)]);
  await publish("kp2", 4);
  const asked = new Promise<void>((resolve) => (end = resolve));
  serving = cli.run(["serve"], { PORT: String(port), ORIGIN: origin }, asked);
  await eventually(`${origin}/api/health`);
});
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});
afterAll(async () => {
  end();
  await serving;
  await cli.remove();
});

describe("addresses", () => {
  test("each opens, and says itself that it is what was printed", async () => {
    expect(await tried()).toEqual({
      code: 0,
      out: [
        `${origin}/so-tay/thu mở được, đúng trang (sổ tay của phường)`,
        `${origin}/so-tay/thu/kp2 mở được, đúng trang (sổ tay Khu phố 2)`,
        `${origin}/bien-nhan mở được, đúng trang (trang kiểm biên nhận)`,
      ],
      err: "Cả 3 địa chỉ đều mở được.",
    });
  });

  test("so does what was printed before a new edition, another name, and an end with an heir", async () => {
    await publish("kp3", 4, "");
    const before = (await tried()).out.map((line) => line.split(" ")[0]);
    await publish("kp2", 5, "", (text) => text.replace(/### Điều 30[^]*/, ""));
    await cli.run(["area", "thu", "kp2", "--name", "Khu phố Hai"]);
    await cli.run(["area", "thu", "kp3", "--to", "2026-01-31", "--into", "kp2"]);
    const { code, out } = await tried();
    expect([code, out.map((line) => line.split(" ")[0])]).toEqual([0, before]);
    expect(out[2]).toBe(`${origin}/so-tay/thu/kp3 mở được, đúng trang (sổ tay Khu phố 3)`);
    // The article is not in the edition any more: its poster leads to the book.
    for (const path of ["kp2?dieu=30", "kp2/t07", "kp3/t09", "kp2/"]) {
      const page = await (await fetch(`${origin}/so-tay/thu/${path}`)).text();
      expect(page).toContain(`<link rel="canonical" href="${origin}/so-tay/thu/${path.slice(0, 3)}"`);
    }
  });

  test("a name that leads on for good, or only for now, is told as such", async () => {
    const old = await serve((request, reply) => {
      const status = request.url?.includes("kp2") ? 302 : 301;
      reply.writeHead(status, { location: `${origin}${request.url ?? ""}` }).end();
    });
    const { code, out } = await tried("--origin", old);
    expect(code).toBe(0);
    expect(out[0]).toBe(
      `${old}/so-tay/thu mở được, đúng trang, chuyển hẳn sang ${origin}/so-tay/thu (sổ tay của phường)`,
    );
    expect(out[1]).toContain(`mở được, đúng trang, chuyển tạm sang ${origin}/so-tay/thu/kp2 `);
  });

  test("a portal that says yes to everything is not taken for a handbook", async () => {
    const portal = await serve((_request, reply) => void reply.end("<h1>Đăng nhập wifi</h1>"));
    const { code, out, err } = await tried("--origin", portal);
    expect([code, out.filter((line) => line.includes(" mở ra trang khác ")).length]).toEqual([1, out.length]);
    expect(err).toBe(`${out.length} trong ${out.length} địa chỉ không mở được như đã in.`);
  });

  test("the same path at another's site is another page, whether it is led to or answers there itself", async () => {
    const page = (host: string, path = "") =>
      INDEX.replace("</head>", `<link rel="canonical" href="http://${host}${path}" /></head>`);
    const theirs: RequestListener = ({ url, headers: { host = "" } }, reply) =>
      void reply.end(page(host, url));
    const other = await serve(theirs);
    const leads = await serve(
      ({ url }, reply) => void reply.writeHead(301, { location: `${other}${url}` }).end(),
    );
    const led = await tried("--origin", leads);
    expect([
      led.code,
      led.out.filter((line) => line.includes(` mở ra trang khác, chuyển hẳn sang ${other}/`)).length,
    ]).toEqual([1, led.out.length]);
    const lapsed = await serve((_request, reply) => void reply.end(page("khac.example", "/so-tay/thu/kp2")));
    const { code, out } = await tried("--origin", lapsed);
    expect([code, out[1]]).toEqual([
      1,
      expect.stringContaining(
        `${lapsed}/so-tay/thu/kp2 mở ra trang khác, tự nhận là của khac.example (sổ tay `,
      ),
    ]);
  });

  test("another ward's app, and one that fails or is gone, is told in words", async () => {
    const other = await serve((request, reply) => {
      if (request.url === "/so-tay/thu/kp2") reply.writeHead(503);
      else if (request.url?.startsWith("/api")) reply.writeHead(404);
      reply.end(INDEX);
    });
    const { code, out } = await tried("--origin", other);
    expect([code, out[0], out[1]]).toEqual([
      1,
      `${other}/so-tay/thu mở được nhưng ở đó không có sổ tay này (sổ tay của phường)`,
      expect.stringContaining("/kp2 không mở được: máy chủ trả lời 503 (sổ tay "),
    ]);
    const gone = `http://127.0.0.1:${await freePort()}`;
    expect((await tried("--origin", gone)).out[0]).toContain("không mở được: không liên lạc được");
    expect((await tried("--origin", "ftp://a.vn")).err).toContain("--origin phải là một địa chỉ web");
  });

  test("links in the words of the book are tried; nothing in the house of the server, and nothing but the web, is", async () => {
    let calls = 0;
    const inside = await serve((_request, reply) => void reply.end(String(++calls)));
    const name = inside.replace("127.0.0.1", "localhost");
    await publish("kp2", 6, `${origin}/so-tay/thu, ${inside}/a, ${name}/b, ftp://a.vn/c.`);
    const { code, out } = await tried();
    expect([code, calls, out.slice(-4)]).toEqual([
      1,
      0,
      [
        `${origin}/so-tay/thu mở được (Điều 1 Khu phố Hai)`,
        `${inside}/a không mở được: địa chỉ trong mạng nội bộ, không thử (Điều 1 Khu phố Hai)`,
        `${name}/b không mở được: địa chỉ trong mạng nội bộ, không thử (Điều 1 Khu phố Hai)`,
        "ftp://a.vn/c không mở được: không phải địa chỉ web, không thử (Điều 1 Khu phố Hai)",
      ],
    ]);
  });
});

describe("fetching a page", () => {
  const onlyThis = (address: string) => address === "127.0.0.1";

  test("tells nobody who asks", async () => {
    let told: IncomingHttpHeaders = {};
    const address = await serve(({ headers }, reply) => {
      told = headers;
      reply.end("Có trang");
    });
    expect(await fetchPage(address, onlyThis)).toEqual({
      ok: true,
      value: { status: 200, text: "Có trang", moved: null },
    });
    expect(Object.keys(told).sort()).toEqual([
      "accept",
      "accept-encoding",
      "connection",
      "host",
      "user-agent",
    ]);
  });

  test("is led nowhere it may not go, nor round and round", async () => {
    let calls = 0;
    const inside = await serve((_request, reply) => void reply.end(String(++calls)), "127.0.0.2");
    const leads = await serve((request, reply) => {
      const to = { "/in": inside, "/file": "file:///etc/passwd" }[request.url ?? ""] ?? "/round";
      reply.writeHead(302, { location: to }).end();
    });
    const why = async (path: string) => await fetchPage(`${leads}${path}`, onlyThis);
    expect([await why("/in"), await why("/file"), await why("/round"), calls]).toEqual([
      { ok: false, error: "private" },
      { ok: false, error: "no-web-address" },
      { ok: false, error: "turns-round" },
      0,
    ]);
  });

  test("waits so long and no longer, for the first byte and for the last", async () => {
    const slow = await serve((request, reply) => {
      if (request.url === "/half") reply.write("nửa");
    });
    const start = performance.now();
    for (const path of ["/none", "/half"])
      expect(await fetchPage(`${slow}${path}`, onlyThis, 200)).toEqual({ ok: false, error: "late" });
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test("knows a name that is nobody's", async () => {
    expect(await fetchPage("http://khong-co.invalid/", () => true)).toEqual({
      ok: false,
      error: "no-such-name",
    });
  });
});

test.each([
  ["8.8.8.8", true],
  ["2a00:1450:4001::1", true],
  ["127.0.0.1", false],
  ["10.1.2.3", false],
  ["172.31.0.1", false],
  ["192.168.1.1", false],
  ["169.254.169.254", false],
  ["100.64.0.1", false],
  ["0.0.0.0", false],
  ["255.255.255.255", false],
  ["::1", false],
  ["fd00::1", false],
  ["fe80::1", false],
  ["::ffff:10.0.0.1", false],
  ["::ffff:7f00:1", false],
  ["không", false],
])("%s is of the open internet: %s", (address, isOpen) => {
  expect(isPublicAddress(address)).toBe(isOpen);
});

async function tried(...options: string[]): Promise<Told> {
  return await cli.run(["addresses", "thu", ...options], { ORIGIN: origin });
}

/** The demo's own covenant of khu phố 2 as another's, with these words more in its first article. */
async function publish(area: string, edition: number, more = "", change = (text: string) => text) {
  const text = readFileSync("demo/quy-uoc-kp2.md", "utf8")
    .replace("area: kp2", `area: ${area}`)
    .replace("edition: 4", `edition: ${edition}`)
    .replace("### Điều 1. Phạm vi\n\n", `### Điều 1. Phạm vi\n\n${more} `);
  const { code, err } = await cli.run(["publish", "thu", cli.file(`${area}.md`, change(text))]);
  if (code !== 0) throw new Error(err);
}

async function serve(listener: RequestListener, host = "127.0.0.1"): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as { port: number };
  return `http://${host}:${port}`;
}
