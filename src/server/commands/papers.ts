import { readFile } from "node:fs/promises";
import type { CampaignCode } from "../../domain/campaign/campaign-file.ts";
import type { CovenantCode } from "../../domain/covenant/covenant-chapters.ts";
import type { Result } from "../../domain/result.ts";
import type { Flaw, FrontMatterCode } from "../../domain/words/front-matter.ts";
import { isSameJson } from "../../domain/words/is-same-json.ts";
import type { Station } from "../station.ts";
import type { Io } from "./command.ts";
import { NO_FILE } from "./words.ts";

type Code = CovenantCode | CampaignCode;

/** Reads a paper in Markdown; null, with words on what is wrong on which line, where it is not sound. */
export async function readPaper<Paper>(
  io: Io,
  path: string,
  read: (text: string) => Result<Paper, readonly Flaw<Code>[]>,
): Promise<Paper | null> {
  const bytes = await readFile(path).catch(() => null);
  if (!bytes) {
    io.err(NO_FILE(path));
    return null;
  }
  const paper = read(bytes.toString("utf8"));
  if (paper.ok) return paper.value;
  for (const { line, code, what } of paper.error.slice(0, MOST_FLAWS))
    io.err(`${path}, dòng ${line}: ${FLAWS[code](what)}.`);
  const others = paper.error.length - MOST_FLAWS;
  if (others > 0) io.err(`… và ${others} chỗ nữa. Có phải đúng tệp này không?`);
  return null;
}

/** A file of another kind is wrong in every line: the first ones say so. */
const MOST_FLAWS = 12;

/** Whether the newest statement of a type about something says the very same already. */
export async function isSaid(
  station: Station,
  ward: string,
  type: string,
  sub: string,
  body: object,
): Promise<boolean> {
  const [newest] = await bodiesOf(station, ward, type, sub);
  return newest !== undefined && isSameJson(newest, body);
}

/** What the statements of a type say about something, the newest first. */
export async function bodiesOf(
  { db }: Station,
  ward: string,
  type: string,
  sub: string,
): Promise<readonly unknown[]> {
  const rows = await db
    .selectFrom("statements")
    .select("jws")
    .where("ward", "=", ward)
    .where("sub", "=", sub)
    .where("type", "=", type)
    .orderBy("seq", "desc")
    .execute();
  return rows.map(({ jws }) => {
    const payload = Buffer.from(jws.split(".")[1] ?? "", "base64url").toString();
    return (JSON.parse(payload) as { readonly body: unknown }).body;
  });
}

const FLAWS: Readonly<Record<Code | FrontMatterCode, (what: string) => string>> = {
  "no-front-matter": () => "thiếu phần đầu giữa hai dòng ---",
  "bad-yaml": () => "phần đầu viết sai, xem lại dấu hai chấm, thụt dòng và ngoặc",
  missing: (what) => `thiếu '${what}'`,
  wrong: (what) =>
    `'${what}' không đúng dạng${/(^|\.)(date|inForce|from|to)$/.test(what) ? ", ngày viết như 2026-11-18" : ""}`,
  "no-chapters": () => "chưa có chương nào; chương bắt đầu bằng '## '",
  "empty-chapter": (what) => `chương '${what}' chưa có điều nào`,
  "article-outside-chapter": (what) => `'${what}' không nằm trong chương nào`,
  "article-without-number": (what) => `'${what}' không có số; viết như '### Điều 1. Phạm vi'`,
  "article-without-title": (what) => `Điều ${what} chưa có tên`,
  "article-without-text": (what) => `Điều ${what} chưa có lời`,
  "article-twice": (what) => `có hai Điều ${what}`,
  "text-outside-article": (what) => `'${what}' không nằm trong điều nào`,
  "too-long": (what) => `'${what}' quá dài`,
  "no-items": () => "chưa có mục cam kết nào",
  "not-an-item": (what) =>
    `'${what}' không phải một mục; viết như '- flag (Điều 13): Treo cờ Tổ quốc ngày lễ, Tết'`,
  "item-twice": (what) => `mục '${what}' có hai lần`,
  "item-without-text": (what) => `mục '${what}' chưa có lời`,
  "ends-before-start": (what) => `đợt cam kết kết thúc (${what}) trước khi bắt đầu`,
};
