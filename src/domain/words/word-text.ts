/** One paragraph of a word processor's text, as it was formatted there. */
export interface WordBlock {
  readonly text: string;
  /** 1 to 6 where it has a heading's style, else 0. */
  readonly heading: number;
  /** Whether all of it is in bold. */
  readonly strong: boolean;
}

/** A covenant's text out of a word processor. */
export interface WordText {
  /** In the Markdown of a covenant's file; empty where no chapter and no article was found. */
  readonly markdown: string;
  readonly chapters: number;
  readonly articles: number;
  /** What stands before the first chapter or article, less the state's name and motto. */
  readonly front: string;
  /** There were articles and no chapter: they stand in one that was added. */
  readonly addedChapter: boolean;
}

/** Finds chapters ('Chương I', 'CHƯƠNG 2 – …') and articles ('Điều 1.') in paragraphs, by their words where they have no heading's style. */
export function readWordText(blocks: readonly WordBlock[]): WordText {
  const lines = blocks.flatMap(linesOf);
  const hasChapters = lines.some(({ text }) => CHAPTER.test(text));
  const front: string[] = [];
  const parts: string[] = [];
  let chapters = 0;
  let articles = 0;
  // A chapter's name, and an article's, may stand on the line below.
  let nameless: "chapter" | "article" | null = null;
  for (const line of lines) {
    const chapter = chapterIn(line, hasChapters);
    const article = chapter === null ? articleIn(line) : null;
    if (chapter !== null) {
      chapters++;
      parts.push(`## ${chapter.head}`);
      nameless = chapter.isBare ? "chapter" : null;
    } else if (article) {
      articles++;
      parts.push(`### Điều ${article.number}. ${article.title}`.trimEnd());
      if (article.text !== "") parts.push(article.text);
      nameless = article.title === "" && article.text === "" ? "article" : null;
    } else if (nameless !== null && isName(line)) {
      parts[parts.length - 1] = `${parts.at(-1) ?? ""}${nameless === "chapter" ? "." : ""} ${line.text}`;
      nameless = null;
    } else if (parts.length > 0) {
      parts.push(line.text);
      nameless = null;
    } else if (!isLetterhead(line.text)) front.push(line.text);
  }
  const addedChapter = articles > 0 && chapters === 0;
  if (addedChapter) parts.unshift(`## ${ONLY_CHAPTER}`);
  return {
    markdown: parts.join("\n\n"),
    chapters: chapters + (addedChapter ? 1 : 0),
    articles,
    front: front.join("\n\n"),
    addedChapter,
  };
}

const ONLY_CHAPTER = "Nội dung quy ước";
const CHAPTER = /^(?:chương|phần)\s+([IVXLC]+|\d+)(?![\p{L}\d])\s*[.:·–-]?\s*(.*)$/iu;
const ROMAN = /^([IVX]+)\s*[.)–-]\s*(\p{Lu}.*)$/u;
const ARTICLE = /^điều\s+(\d+\p{L}?)(?![\p{L}\d])\s*([.:–-]?)\s*(.*)$/isu;
/** Letters that the name of an article has at most; what is longer is what it says. */
const LONGEST_NAME = 150;

function chapterIn(
  { text, strong, heading }: WordBlock,
  hasChapters: boolean,
): { readonly head: string; readonly isBare: boolean } | null {
  const [, mark, name] = CHAPTER.exec(text) ?? [];
  // 'Chương I của quy ước này nói về …' within a paragraph is none.
  if (mark !== undefined && name !== undefined && (text.length <= LONGEST_NAME || heading > 0)) {
    const isReference = /^(này|của|và|,)/i.test(name) && heading === 0;
    if (!isReference) {
      const number = mark.toUpperCase();
      return name === ""
        ? { head: `Chương ${number}`, isBare: true }
        : { head: `Chương ${number}. ${name}`, isBare: false };
    }
  }
  if (hasChapters) return null;
  const [, roman, title] = ROMAN.exec(text) ?? [];
  const isHead = heading > 0 || strong || (title !== undefined && title === title.toUpperCase());
  return roman !== undefined && title !== undefined && isHead && text.length <= LONGEST_NAME
    ? { head: `Chương ${roman}. ${title}`, isBare: false }
    : null;
}

interface FoundArticle {
  readonly number: string;
  readonly title: string;
  readonly text: string;
}

function articleIn({ text, heading, strong }: WordBlock): FoundArticle | null {
  const [, number, mark, rest = ""] = ARTICLE.exec(text) ?? [];
  if (number === undefined) return null;
  // 'Điều 4 của quy ước này …' begins a sentence, not an article.
  const isHead =
    heading > 0 || strong || mark !== "" || rest === "" || (/^\p{Lu}/u.test(rest) && rest.length <= 80);
  if (!isHead) return null;
  return { number: number.toLowerCase(), ...parted(rest.trim()) };
}

/** 'Giữ vệ sinh. Mỗi nhà tự quét trước cửa.' → the name, and what it says. */
function parted(rest: string): Pick<FoundArticle, "title" | "text"> {
  const [, name, text] = /^([^\n.;:]{2,100})[.:]\s+(\S.*)$/s.exec(rest) ?? [];
  if (name !== undefined && text !== undefined) return { title: name.trim(), text };
  return rest.length > LONGEST_NAME || rest.includes("\n")
    ? { title: "", text: rest }
    : { title: rest.replace(/[.:]$/, ""), text: "" };
}

function isName({ text }: WordBlock): boolean {
  return text.length <= LONGEST_NAME && !/^(\d+[.)]|[-–•+*]|[a-zđ]\))\s/u.test(text) && !/[.;]$/.test(text);
}

function isLetterhead(text: string): boolean {
  return /^c[ộô]ng h(òa|oà) x[ãa] h[ộo]i|^độc lập\s*[-–]\s*tự do|^[\s*\-–_=oO.~]+$/iu.test(text);
}

/** A block's lines; one that was broken by hand before 'Điều' is several. */
function linesOf({ text, heading, strong }: WordBlock): WordBlock[] {
  return text
    .normalize("NFC")
    .replace(/[\u00a0\u2000-\u200a\u202f\t ]+/g, " ")
    .replace(/[\u00ad\u200b\u200c\ufeff]/g, "")
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => ({ text: line, heading, strong }));
}
