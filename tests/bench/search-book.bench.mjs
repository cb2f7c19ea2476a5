// A key typed in a handbook's search among 200 articles.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { command } from "../../scripts/server-process.mjs";
import { typeInto, watchKeys } from "./lib/keys.mjs";
import { median, milliseconds } from "./lib/numbers.mjs";
import { openTelephone, SLOW, slowDown } from "./lib/telephone.mjs";

const WARD = "phuong-do";
const CHAPTERS = 20;
const ARTICLES = 200;
const MOST = 16;
const BOX = "Tìm trong quy ước";
const QUERIES = ["rac", "ket xe", "dam cuoi", "dieu 117", "kenh"];

/** A reader opens a long covenant and searches it; timed as in search.bench.mjs. */
export async function bench({ root, chromium, startServer }) {
  const dataDir = mkdtempSync(join(tmpdir(), "so-tay-search-book-"));
  const phone = await openTelephone({ chromium });
  let server;
  try {
    const env = { DATA_DIR: dataDir };
    const file = join(dataDir, "quy-uoc.md");
    writeFileSync(file, covenant());
    await command(["init", WARD, "--name", "Phường Đo"], env);
    await command(["import", WARD, join(root, "demo/danh-sach-ho.csv")], env);
    await command(["publish", WARD, file], env);
    server = await startServer({ dataDir });
    const page = await phone.context.newPage();
    await page.addInitScript(watchKeys);
    await page.goto(`${server.origin}/so-tay/${WARD}/kp1`);
    await page.getByText("Đã có trong máy").waitFor();
    const session = await phone.context.newCDPSession(page);
    await slowDown(session, SLOW);
    for (const query of QUERIES) await typeInto(page, BOX, query);
    await slowDown(session, 1);
    const keys = await page.evaluate(() => globalThis.bench.keys);
    const work = keys.map((key) => key.handled + key.painted);
    return [
      {
        what: `a key typed in a handbook's search among ${ARTICLES} articles, CPU ${SLOW}× slower`,
        measured: `${milliseconds(median(work))} (slowest of ${work.length}: ${milliseconds(Math.max(...work))})`,
        yardstick: "a frame at 60 Hz 16.7 ms",
        atMost: milliseconds(MOST),
        holds: median(work) <= MOST,
      },
    ];
  } finally {
    await phone.end();
    await server?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function covenant() {
  const lines = [
    "---",
    "area: kp1",
    "edition: 1",
    "title: Quy ước dài",
    "recognition:",
    "  number: 1/QĐ-UBND",
    "  date: 2026-01-01",
    "  authority: UBND phường",
    "inForce: 2026-01-01",
    "---",
  ];
  for (let chapter = 0; chapter < CHAPTERS; chapter += 1) {
    lines.push(`## Chương ${chapter + 1}. Việc chung thứ ${chapter + 1}`, "");
    for (let i = 0; i < ARTICLES / CHAPTERS; i += 1) {
      const number = (chapter * ARTICLES) / CHAPTERS + i + 1;
      lines.push(`### Điều ${number}. ${TITLES[number % TITLES.length]}`, "");
      for (let clause = 1; clause <= 4; clause += 1)
        lines.push(`${clause}. ${CLAUSES[(number + clause * 3) % CLAUSES.length]}`, "");
    }
  }
  return lines.join("\n");
}

const TITLES = [
  "Thu gom rác",
  "Cưới hỏi, đám tiệc",
  "Nước thải và kênh rạch",
  "Giờ yên tĩnh",
  "Đi lại trên lộ",
];
const CLAUSES = [
  "Mỗi nhà đăng ký thu gom rác; rác buộc kín, để đúng chỗ, đúng giờ xe tới, không bỏ xuống kênh.",
  "Đám cưới báo tổ trước một tuần; rạp dựng gọn, chừa lối cho xe cứu thương.",
  "Sau mười giờ tối không mở loa, không hát karaoke; nhà có người bệnh thì hàng xóm nhắc nhau.",
  "Lộ ven kênh chạy chậm, nhường người đi bộ phía mép nước; xe đậu sát một bên.",
  "Nhà nào nuôi chó thì giữ trong sân; dắt ra đường phải có rọ mõm và dây.",
  "Nước thải không đổ thẳng xuống kênh; sáng thứ Bảy cả tổ vớt lục bình.",
  "Nhà neo đơn thì tổ cử người tới thăm mỗi tuần, giúp giấy tờ khi cần.",
];
