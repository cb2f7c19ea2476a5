import type { WordBlock } from "../../../domain/words/word-text.ts";

/** The paragraphs of a word processor's HTML, and what of it is no text. */
export interface HtmlBlocks {
  readonly blocks: readonly WordBlock[];
  readonly pictures: number;
  /** The first words of each table. */
  readonly tables: readonly string[];
  readonly notes: number;
}

/** Reads the HTML that Word, LibreOffice and the like put on the clipboard, or that a `.docx` was made into. */
export function htmlBlocks(html: string): HtmlBlocks {
  // Made of text, a document runs no script and fetches nothing.
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const reading = new Reading();
  visit(body, PLAIN, reading);
  reading.close();
  const { blocks, pictures, tables, notes } = reading;
  return { blocks, pictures, tables, notes };
}

/** Lines of plain text as paragraphs. */
export function textBlocks(text: string): HtmlBlocks {
  const blocks = text.split(/\r\n?|\n/).map((line) => ({ text: line, heading: 0, strong: false }));
  return { blocks, pictures: 0, tables: [], notes: 0 };
}

interface Style {
  readonly heading: number;
  readonly strong: boolean;
  /** Stands before the first words: an item's number. */
  readonly marker: string;
}

const PLAIN: Style = { heading: 0, strong: false, marker: "" };

class Reading {
  readonly blocks: WordBlock[] = [];
  readonly tables: string[] = [];
  pictures = 0;
  notes = 0;
  #text = "";
  /** An item's number is all there is so far. */
  #isBare = false;
  #heading = 0;
  #strong = true;

  open({ heading, marker }: Style): void {
    // Of an item whose words stand in a paragraph of their own.
    const before = this.#isBare ? this.#text : "";
    this.close();
    this.#heading = heading;
    this.#text = marker === "" ? before : marker;
    this.#isBare = this.#text !== "";
  }

  add(words: string, strong: boolean): void {
    if (words.trim() !== "") {
      this.#isBare = false;
      if (!strong) this.#strong = false;
    }
    this.#text += words;
  }

  close(): void {
    if (this.#text.trim() !== "" && !this.#isBare)
      this.blocks.push({ text: this.#text.trim(), heading: this.#heading, strong: this.#strong });
    this.#text = "";
    this.#isBare = false;
    this.#heading = 0;
    this.#strong = true;
  }
}

function visit(parent: Element, style: Style, reading: Reading): void {
  for (const node of parent.childNodes) {
    // Lines of HTML are wrapped anywhere.
    if (node.nodeType === Node.TEXT_NODE)
      reading.add((node.textContent ?? "").replace(/[^\S\u00a0]+/g, " "), style.strong);
    else if (node.nodeType === Node.ELEMENT_NODE) visitElement(node as Element, style, reading);
  }
}

function visitElement(element: Element, style: Style, reading: Reading): void {
  const name = element.localName;
  if (SILENT.has(name)) return;
  if (PICTURES.has(name)) reading.pictures++;
  else if (name === "table") {
    reading.tables.push((element.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, 80));
    reading.pictures += element.querySelectorAll("img").length;
  } else if (isNote(element)) reading.notes += name === "li" || name === "p" ? 1 : 0;
  else if (name === "br") reading.add("\n", true);
  else if (BLOCKS.has(name)) {
    const marker = name === "li" ? markerOf(element) : "";
    const inside = { heading: headingOf(element) || style.heading, strong: isStrong(element, style), marker };
    reading.open(inside);
    visit(element, { ...inside, marker: "" }, reading);
    reading.close();
  } else visit(element, { ...style, strong: isStrong(element, style) }, reading);
}

function headingOf(element: Element): number {
  const level = /^h([1-6])$/.exec(element.localName)?.[1];
  return level === undefined ? 0 : Number(level);
}

function isStrong(element: Element, { strong }: Style): boolean {
  const weight = /font-weight:\s*(\w+)/i.exec(element.getAttribute("style") ?? "")?.[1];
  if (weight !== undefined) return weight === "bold" || Number(weight) >= 600;
  return strong || element.localName === "b" || element.localName === "strong";
}

/** '2. ' of the second item of a numbered list, 'b) ' within another; '- ' of a list with dots. */
function markerOf(item: Element): string {
  const list = item.parentElement;
  if (list?.localName !== "ol") return "- ";
  const first = Number(list.getAttribute("start") ?? 1);
  const at = [...list.children].filter(({ localName }) => localName === "li").indexOf(item);
  const isInner = list.parentElement?.closest("ol, ul") !== null && list.parentElement !== null;
  return isInner ? `${LETTERS[(first - 1 + at) % LETTERS.length] ?? "a"}) ` : `${first + at}. `;
}

/** A footnote, or the number that leads to one. */
function isNote(element: Element): boolean {
  if (/^(foot|end)note/.test(element.id)) return true;
  const link = element.localName === "sup" ? element.querySelector("a") : null;
  return /^#_?(foot|end|ftn|edn)/.test((link ?? element).getAttribute("href") ?? "");
}

/** As Vietnamese papers count: with đ after d. */
const LETTERS = "abcdđeghiklmnopqrstuvxy";
const SILENT = new Set(["script", "style", "del", "head", "title", "template", "noscript", "meta", "link"]);
const PICTURES = new Set(["img", "svg", "object", "canvas", "video", "picture", "v:imagedata"]);
const BLOCKS = new Set(
  "p h1 h2 h3 h4 h5 h6 li div ul ol blockquote pre section article dt dd dl header footer main hr".split(" "),
);
