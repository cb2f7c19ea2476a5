import * as v from "valibot";
import { isRecord } from "../jws.ts";
import type { Chapter, Covenant, Handbook, HandbookDecision, Translation } from "../ward-facts.ts";
import { toNumber } from "../words/paper-fields.ts";
import { scanChapters } from "./covenant-chapters.ts";

/** An edition of a covenant and of the handbook around it while somebody writes it: every field as it was typed, whole or not. */
export interface CovenantDraft {
  /** Id of the covenant that stood when it was begun; null where the area had none. */
  readonly basis: string | null;
  /** Id of the change from which it comes; "" where it is written by itself. */
  readonly amendment: string;
  readonly edition: string;
  readonly title: string;
  /** The decision that recognised it. Days as `2026-11-18`. */
  readonly number: string;
  readonly date: string;
  readonly authority: string;
  readonly inForce: string;
  readonly introduction: string;
  readonly decisions: readonly DecisionDraft[];
  readonly contacts: readonly ContactDraft[];
  readonly opinions: readonly OpinionDraft[];
  /** Chapters and articles in the Markdown of a covenant's file (PROTOCOL.md §6). */
  readonly text: string;
}

export interface DecisionDraft {
  readonly title: string;
  readonly number: string;
  readonly date: string;
  readonly authority: string;
  readonly text: string;
}

export interface ContactDraft {
  readonly office: string;
  readonly name: string;
  readonly phone: string;
}

export interface OpinionDraft {
  readonly article: string;
  readonly text: string;
  readonly answer: string;
}

/** Key of the draft of an area's next edition: one for each area. */
export function covenantDraftKey(ward: string, area: string): string {
  return `covenant/${ward}/${area}`;
}

/** A draft that begins from what stands, or from nothing. */
export function beginDraft(
  covenant: Covenant | null,
  handbook: Handbook | null,
  edition: string,
): CovenantDraft {
  return {
    basis: covenant?.jti ?? null,
    amendment: "",
    edition,
    title: covenant?.title ?? "",
    number: covenant?.recognition.number ?? "",
    date: covenant?.recognition.date ?? "",
    authority: covenant?.recognition.authority ?? "",
    inForce: covenant?.inForce ?? "",
    introduction: handbook?.introduction ?? "",
    decisions: (handbook?.decisions ?? []).map(({ title, number, date, authority, text = "" }) => ({
      title,
      number,
      date,
      authority,
      text,
    })),
    contacts: (handbook?.contacts ?? []).map(({ office, name = "", phone }) => ({ office, name, phone })),
    opinions: (handbook?.opinions ?? []).map(({ article = "", text, answer = "" }) => ({
      article: String(article),
      text,
      answer,
    })),
    text: writeChapters(covenant?.chapters ?? []),
  };
}

/** What a phone has kept of a draft; null where that is none. What is missing or of another form is empty: the rest is not lost with it. */
export function readDraft(kept: unknown): CovenantDraft | null {
  return isRecord(kept) ? v.parse(draft, kept) : null;
}

/** The rows of a draft's text with their numbers, from 1, as `scanChapters` reads them. Texts are brought to NFC. */
export function rowsOf(text: string): { readonly line: number; readonly text: string }[] {
  return text
    .normalize("NFC")
    .split(/\r\n?|\n/)
    .map((row, at) => ({ line: at + 1, text: row }));
}

/** Chapters as the Markdown that reads back as them. */
export function writeChapters(chapters: readonly Chapter[]): string {
  return chapters
    .map(({ title, articles }) =>
      [`## ${title}`, ...articles.map((one) => `### Điều ${one.number}. ${one.title}\n\n${one.text}`)].join(
        "\n\n",
      ),
    )
    .join("\n\n");
}

/** The body of `covenant.published` as far as the draft goes. */
export function covenantBody(draft: CovenantDraft, name: string) {
  const { amendment, edition, title, number, date, authority, inForce, text } = draft;
  return {
    covenant: name,
    edition: toNumber(tidy(edition)),
    title: tidy(title),
    recognition: { number: tidy(number), date: tidy(date), authority: tidy(authority) },
    inForce: tidy(inForce),
    chapters: scanChapters(rowsOf(text)).chapters,
    ...(amendment === "" ? {} : { amendment }),
  };
}

export type CovenantBody = ReturnType<typeof covenantBody>;

/** The body of `handbook.published` as far as the draft goes. Rows in which nothing stands are no rows. */
export function handbookBody(draft: CovenantDraft, name: string, translations: readonly Translation[]) {
  const edition = toNumber(tidy(draft.edition));
  const body = {
    edition,
    covenant: name,
    covenantEdition: edition,
    introduction: tidy(draft.introduction),
    decisions: draft.decisions.filter(isFilled).map(decisionOf),
    opinions: draft.opinions.filter(isFilled).map(({ article, text, answer }) => ({
      ...(tidy(article) === "" ? {} : { article: toNumber(tidy(article)) }),
      text: tidy(text),
      ...(tidy(answer) === "" ? {} : { answer: tidy(answer) }),
    })),
    contacts: draft.contacts.filter(isFilled).map(({ office, name: person, phone }) => ({
      office: tidy(office),
      ...(tidy(person) === "" ? {} : { name: tidy(person) }),
      phone: tidy(phone),
    })),
  };
  return translations.length === 0 ? body : { ...body, translations };
}

export type HandbookBody = ReturnType<typeof handbookBody>;

/** Whether anything stands in one of a list's rows. */
export function isFilled(row: object): boolean {
  return Object.values(row).some((value) => typeof value === "string" && value.trim() !== "");
}

function decisionOf({ title, number, date, authority, text }: DecisionDraft): HandbookDecision {
  const rest = { title: tidy(title), number: tidy(number), date: tidy(date), authority: tidy(authority) };
  return tidy(text) === "" ? rest : { ...rest, text: tidy(text) };
}

function tidy(text: string): string {
  return text.normalize("NFC").replace(/\r\n?/g, "\n").trim();
}

const words = v.optional(v.fallback(v.string(), ""), "");

const draft = v.object({
  basis: v.optional(v.fallback(v.nullable(v.string()), null), null),
  amendment: words,
  edition: words,
  title: words,
  number: words,
  date: words,
  authority: words,
  inForce: words,
  introduction: words,
  decisions: rows(v.object({ title: words, number: words, date: words, authority: words, text: words })),
  contacts: rows(v.object({ office: words, name: words, phone: words })),
  opinions: rows(v.object({ article: words, text: words, answer: words })),
  text: words,
});

function rows<Row extends v.GenericSchema>(row: Row) {
  return v.optional(v.fallback(v.array(row), []), []);
}
