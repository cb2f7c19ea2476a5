import type { Article } from "../ward-facts.ts";

/**
 * What a covenant may not, or should not, hold (LAW.md): it sets no fees and no fines of its own (Nghị định 61/2023/NĐ-CP);
 * what residents give is of their own will; the pledge is voluntary, never a condition for papers, and nobody is named in
 * public for not signing; numbers of papers and days of birth are not for a book that everybody reads. Only hints for whoever
 * writes: a word alone does not tell what a sentence means, so that nothing is ever refused for it.
 */
export type LawConcern = "fee" | "fine" | "forced-giving" | "forced-pledge" | "shaming" | "private-data";

/** Words at which somebody should look once more. */
export interface LawRemark {
  readonly concern: LawConcern;
  /** As they stand there. */
  readonly words: string;
  /** Where they begin in the text; in the title, -1. */
  readonly at: number;
}

/** The words of an article at which its writers should look once more, each concern once for the same words. */
export function lawRemarks({ title, text }: Pick<Article, "title" | "text">): LawRemark[] {
  const found = [...remarksIn(title).map((remark) => ({ ...remark, at: -1 })), ...remarksIn(text)];
  return found.filter(
    ({ concern, words }, index) =>
      found.findIndex((one) => one.concern === concern && one.words.toLowerCase() === words.toLowerCase()) ===
      index,
  );
}

interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Which sentence, or part of one up to a comma, it stands in. */
  readonly part: number;
}

function remarksIn(text: string): LawRemark[] {
  const words = wordsOf(text);
  const remarks: LawRemark[] = [];
  for (let at = 0; at < words.length;) {
    const phrase = longestAt(words, at);
    const last = phrase && words[at + phrase.length - 1];
    const first = words[at];
    if (!phrase || !first || !last) {
      at++;
      continue;
    }
    if (!isDenied(words, at, phrase.concern))
      remarks.push({ concern: phrase.concern, words: text.slice(first.from, last.to), at: first.from });
    at += phrase.length;
  }
  for (const { index, 0: digits } of text.matchAll(/\d{9,12}/g))
    if (digits.length === 9 || digits.length === 12)
      remarks.push({ concern: "private-data", words: digits, at: index });
  return remarks.sort((a, b) => a.at - b.at);
}

interface Phrase {
  readonly concern: LawConcern;
  /** In words. */
  readonly length: number;
}

function longestAt(words: readonly Word[], at: number): Phrase | null {
  let best: Phrase | null = null;
  for (const [concern, phrases] of PHRASES) {
    for (const phrase of phrases) {
      if (phrase.length <= (best?.length ?? 0)) continue;
      if (phrase.every((one, step) => words[at + step]?.text === one))
        best = { concern, length: phrase.length };
    }
  }
  // 'kinh phí', 'lãng phí' are no fee.
  if (best?.length === 1 && HARMLESS_BEFORE.get(words[at]?.text ?? "")?.has(words[at - 1]?.text ?? ""))
    return null;
  return best;
}

/** 'Quy ước không đặt ra khoản thu hay khoản phạt nào': it says itself that there is none. Not 'hộ không dọn thì bị phạt'. */
function isDenied(words: readonly Word[], at: number, concern: LawConcern): boolean {
  if (concern === "private-data") return false;
  const part = words[at]?.part;
  for (let step = at - 1; step >= Math.max(0, at - 8) && words[step]?.part === part; step--) {
    const word = words[step]?.text ?? "";
    if (TURNS.has(word)) return false;
    if (word !== "không") continue;
    // So is what begins with it: 'không phạt'.
    return step === at - 1 || DENYING.has(words[step + 1]?.text ?? "");
  }
  return false;
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let part = 0;
  for (const { index, 0: piece } of text.normalize("NFC").matchAll(/[\p{L}\p{N}]+|[.,;:!?\n]/gu)) {
    if (/^[.,;:!?\n]$/.test(piece)) part++;
    else words.push({ text: piece.toLowerCase(), from: index, to: index + piece.length, part });
  }
  return words;
}

const DENYING = new Set(["đặt", "tự", "quy", "áp", "thu", "phải", "có", "được", "ai", "ép"]);
/** After these a sentence speaks of what follows for somebody. */
const TURNS = new Set(["thì", "sẽ", "nếu", "hộ", "nhà", "người", "bị"]);

const HARMLESS_BEFORE = new Map([
  ["phí", new Set(["chi", "kinh", "lãng", "miễn", "phung", "hoang", "uổng", "học", "viện", "tiêu", "án"])],
  ["phạt", new Set(["hình", "trừng"])],
]);

const PHRASES: readonly (readonly [LawConcern, readonly (readonly string[])[]])[] = (
  [
    ["fee", ["phí", "lệ phí", "phụ thu", "mức thu", "thu tiền", "khoản thu"]],
    ["fine", ["phạt", "xử phạt", "phạt tiền", "tiền phạt", "nộp phạt", "phạt vạ", "khoản phạt", "mức phạt"]],
    [
      "forced-giving",
      [
        "đóng góp bắt buộc",
        "bắt buộc đóng góp",
        "bắt buộc đóng",
        "bắt buộc góp",
        "phải đóng góp",
        "phải góp",
        "phải đóng tiền",
        "phải nộp tiền",
        "mỗi hộ đóng",
        "mỗi nhà đóng",
      ],
    ],
    [
      "forced-pledge",
      [
        "bắt buộc ký",
        "bắt buộc ký cam kết",
        "phải ký cam kết",
        "phải ký bản cam kết",
        "chưa ký cam kết thì không",
        "không ký cam kết thì không",
        "không ký thì không được",
      ],
    ],
    [
      "shaming",
      [
        "bêu tên",
        "nêu tên hộ chưa ký",
        "nêu tên hộ không ký",
        "danh sách hộ chưa ký",
        "danh sách hộ không ký",
        "công khai hộ chưa ký",
        "công khai hộ không ký",
        "bêu xấu",
      ],
    ],
    [
      "private-data",
      ["số căn cước", "căn cước công dân", "cccd", "cmnd", "chứng minh nhân dân", "ngày tháng năm sinh"],
    ],
  ] as const
).map(([concern, phrases]) => [concern, phrases.map((phrase) => phrase.split(" "))]);
