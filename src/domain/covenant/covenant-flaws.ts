import * as v from "valibot";
import { date } from "../kinds/fields.ts";
import type { Campaign, Chapter, Covenant } from "../ward-facts.ts";
import { scanChapters, type CovenantCode } from "./covenant-chapters.ts";
import { covenantBody, isFilled, rowsOf, type CovenantDraft } from "./covenant-draft.ts";
import { isTaken, isUnrecognised, nextEdition } from "./covenant-edition.ts";
import { lawRemarks, type LawConcern } from "./law-checks.ts";

/** What keeps a draft from being published. */
export type WrongCode =
  | CovenantCode
  | "missing"
  | "bad-date"
  | "too-long"
  /** `what` is the number that is free. */
  | "edition-taken";

/** What somebody should look at once more, and may leave as it is. */
export type RemarkCode =
  | `law-${LawConcern}`
  /** `what` is the article before it, and it. */
  | "out-of-order"
  | "heading-unread"
  | "in-force-early"
  | "stray-opinion"
  /** An item of the pledge names an article that is not there. */
  | "stray-item"
  | "chapter-twice"
  /** The words are other ones than those that the decision recognised; `what` is its number. It may be a misprint mended. */
  | "decision-used";

/** One thing about a draft, and where it stands: a field by its path such as `decisions.0.date`, or a line of the text from 1. */
export interface DraftFlaw {
  readonly field: string;
  /** Of `text` alone, else 0. */
  readonly line: number;
  readonly code: WrongCode | RemarkCode;
  readonly what: string;
  readonly isRemark: boolean;
  /** Number of the article that it is in, where it is in one. */
  readonly article: string | null;
}

/** What is known around a draft. */
export interface DraftAround {
  readonly standing: Covenant | null;
  readonly known: readonly (number | string)[];
  readonly campaign: Campaign | undefined;
}

/** All that is wrong with a draft, then all remarks, each in the order of the form; none that is wrong: it can be published. */
export function draftFlaws(draft: CovenantDraft, around: DraftAround): DraftFlaw[] {
  const all = [...fieldFlaws(draft, around), ...textFlaws(draft), ...remarks(draft, around)];
  return [...all.filter(({ isRemark }) => !isRemark), ...all.filter(({ isRemark }) => isRemark)];
}

/** The line on which each article's heading stands, by its number as it was written. */
export function articleLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const { line, text: row } of rowsOf(text)) {
    const number = /^###\s+Điều\s+([\p{L}\d]+)/u.exec(row)?.[1];
    if (number !== undefined && !lines.has(number)) lines.set(number, line);
  }
  return lines;
}

const LONGEST_LINE = 500;
const LONGEST_TEXT = 20_000;
const LONGEST_NUMBER = 40;

function fieldFlaws(draft: CovenantDraft, { standing, known }: DraftAround): DraftFlaw[] {
  const body = covenantBody(draft, standing?.covenant ?? "");
  const taken = draft.edition.trim() !== "" && isTaken(body, standing, known);
  return [
    ...needed("edition", draft.edition, LONGEST_NUMBER),
    ...(taken
      ? [wrong("edition", "edition-taken", nextEdition(standing ? [...known, standing.edition] : known))]
      : []),
    ...needed("title", draft.title),
    ...needed("number", draft.number),
    ...day("date", draft.date),
    ...needed("authority", draft.authority),
    ...day("inForce", draft.inForce),
    ...most("introduction", draft.introduction, LONGEST_TEXT),
    ...rows("decisions", draft.decisions, (row, at) => [
      ...needed(`${at}.title`, row.title),
      ...needed(`${at}.number`, row.number),
      ...day(`${at}.date`, row.date),
      ...needed(`${at}.authority`, row.authority),
      ...most(`${at}.text`, row.text, LONGEST_TEXT),
    ]),
    ...rows("contacts", draft.contacts, (row, at) => [
      ...needed(`${at}.office`, row.office),
      ...most(`${at}.name`, row.name, LONGEST_LINE),
      ...needed(`${at}.phone`, row.phone),
    ]),
    ...rows("opinions", draft.opinions, (row, at) => [
      ...most(`${at}.article`, row.article, LONGEST_NUMBER),
      ...needed(`${at}.text`, row.text, LONGEST_TEXT),
      ...most(`${at}.answer`, row.answer, LONGEST_TEXT),
    ]),
  ];
}

function textFlaws({ text }: CovenantDraft): DraftFlaw[] {
  const { chapters, flaws } = scanChapters(rowsOf(text));
  const found =
    chapters.length === 0 && flaws.every(({ code }) => code !== "article-outside-chapter")
      ? [{ line: 1, code: "no-chapters" as const, what: "##" }]
      : flaws;
  return [...found]
    .sort((a, b) => a.line - b.line)
    .map(({ line, code, what }) => ({ ...wrong("text", code as WrongCode, what), line }));
}

function remarks(draft: CovenantDraft, { campaign, standing }: DraftAround): DraftFlaw[] {
  const { chapters } = scanChapters(rowsOf(draft.text));
  const lines = articleLines(draft.text);
  const numbers = chapters.flatMap(({ articles }) => articles.map(({ number }) => String(number)));
  const isHere = (number: string) => number === "" || numbers.includes(number);
  const inText = (number: string, code: RemarkCode, what: string): DraftFlaw => ({
    ...remark("text", code, what),
    line: lines.get(number) ?? 1,
    article: number,
  });
  return [
    ...(standing && isUnrecognised(covenantBody(draft, standing.covenant), standing)
      ? [remark("number", "decision-used", standing.recognition.number)]
      : []),
    ...(draft.inForce !== "" && draft.date !== "" && draft.inForce < draft.date
      ? [remark("inForce", "in-force-early", draft.date)]
      : []),
    ...draft.opinions.flatMap(({ article }, at) =>
      isHere(article.trim()) ? [] : [remark(`opinions.${at}.article`, "stray-opinion", article.trim())],
    ),
    ...(campaign?.items ?? [])
      .filter(({ article }) => numbers.length > 0 && !isHere(String(article)))
      .map(({ article, text }) => remark("text", "stray-item", `${text} (Điều ${article})`)),
    ...outOfOrder(numbers).map(([before, number]) => inText(number, "out-of-order", `${before} ${number}`)),
    ...twice(chapters).map((title) => ({
      ...remark("text", "chapter-twice", title),
      line: lineOf(draft.text, title),
    })),
    ...unreadHeadings(draft.text),
    ...chapters.flatMap(({ articles }) =>
      articles.flatMap((article) =>
        lawRemarks(article).map(({ concern, words }) =>
          inText(String(article.number), `law-${concern}`, words),
        ),
      ),
    ),
  ];
}

/** '5' comes after '4', '4a' after '4', and '5' after '4a'. */
function outOfOrder(numbers: readonly string[]): [string, string][] {
  return numbers.flatMap((number, at): [string, string][] => {
    const before = at === 0 ? "0" : (numbers[at - 1] ?? "0");
    const [was, is] = [parse(before), parse(number)];
    if (!was || !is) return [];
    const follows = is.whole === was.whole + 1 || (is.whole === was.whole && is.letter > was.letter);
    return follows ? [] : [[before, number]];
  });
}

function parse(number: string): { readonly whole: number; readonly letter: string } | null {
  const [, digits, letter = ""] = /^(\d+)(\p{L}*)$/u.exec(number) ?? [];
  return digits === undefined ? null : { whole: Number(digits), letter };
}

function twice(chapters: readonly Chapter[]): string[] {
  const titles = chapters.map(({ title }) => title);
  return [...new Set(titles.filter((title, at) => title !== "" && titles.indexOf(title) < at))];
}

/** Lines that were meant as headings, and are read as an article's words. */
function unreadHeadings(text: string): DraftFlaw[] {
  return rowsOf(text)
    .filter(({ text: row }) => /^\s*#/.test(row) && !/^#{2,3}\s+\S/.test(row))
    .map(({ line, text: row }) => ({ ...remark("text", "heading-unread", row.trim().slice(0, 60)), line }));
}

function lineOf(text: string, title: string): number {
  return rowsOf(text).findLast(({ text: row }) => row.replace(/^##\s+/, "").trim() === title)?.line ?? 1;
}

function rows<Row extends object>(
  name: string,
  all: readonly Row[],
  check: (row: Row, at: string) => DraftFlaw[],
): DraftFlaw[] {
  return all.flatMap((row, at) => (isFilled(row) ? check(row, `${name}.${at}`) : []));
}

function needed(field: string, value: string, longest = LONGEST_LINE): DraftFlaw[] {
  return value.trim() === "" ? [wrong(field, "missing", "")] : most(field, value, longest);
}

function most(field: string, value: string, longest: number): DraftFlaw[] {
  return value.trim().length > longest ? [wrong(field, "too-long", value.trim().slice(0, 60))] : [];
}

function day(field: string, value: string): DraftFlaw[] {
  if (value.trim() === "") return [wrong(field, "missing", "")];
  return v.is(date, value.trim()) ? [] : [wrong(field, "bad-date", value.trim())];
}

function wrong(field: string, code: WrongCode, what: string): DraftFlaw {
  return { field, line: 0, code, what, isRemark: false, article: null };
}

function remark(field: string, code: RemarkCode, what: string): DraftFlaw {
  return { ...wrong(field, "missing", what), code, isRemark: true };
}
