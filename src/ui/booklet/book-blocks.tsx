import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import { clausesOf } from "../../domain/covenant/articles.ts";
import { chapterHead, type ChapterHead } from "../../domain/covenant/chapter-head.ts";
import { formatDate } from "../../domain/words/vietnamese-format.ts";
import type { HandbookView } from "../../phone/api/phone.ts";
import { ArticleName } from "../handbook/article/ArticleName.tsx";
import { haltsAbout, haltSentence } from "../handbook/chapters/halt-words.ts";

/** A part of the booklet that stands on one page whole. */
export interface BookBlock {
  readonly key: string;
  /** Draws it; in the contents with the page on which it begins. */
  readonly node: (page: number) => ReactNode;
  readonly keepWithNext?: boolean;
  readonly breakBefore?: boolean;
  /** What of the contents begins here. */
  readonly names?: string;
}

export type BookletWords = TFunction<["booklet", "handbook"]>;

/** All that is read in a handbook, cut where a page may end: introduction, recognition, chapters with their articles, whom to call. */
export function bookBlocks(
  { covenant, handbook, halts = [] }: HandbookView,
  t: BookletWords,
  words: TFunction<"handbook">,
): BookBlock[] {
  const { recognition } = covenant;
  const introduction = paragraphsOf(handbook?.introduction ?? "");
  return [
    ...(introduction.length > 0 ? [heading("introduction", t("handbook:introduction"), true)] : []),
    ...introduction.map((text, at) => paragraph(`introduction ${at}`, own(text))),
    paragraph(
      "recognition",
      t("recognised", {
        number: recognition.number,
        date: formatDate(recognition.date),
        authority: recognition.authority,
      }),
    ),
    ...covenant.chapters.flatMap((chapter, index) => {
      const head = chapterHead(chapter, index);
      return [
        heading(`chapter ${index}`, chapterName(t, head), index === 0),
        ...chapter.articles.flatMap(({ number, title, text }) => [
          articleHead(String(number), <ArticleName {...{ number, title }} />),
          // What is about all of the covenant stands on the cover and above the contents.
          ...haltsAbout(halts, String(number))
            .filter(({ articles }) => articles.length > 0)
            .map((halt) =>
              haltLine(
                `halt ${number} ${halt.by.jti}`,
                haltSentence(words, halt, { article: String(number) }),
              ),
            ),
          ...clausesOf(text).flatMap((clause, at) =>
            cut(clause.text).map((part, piece) =>
              paragraph(`${number} ${at} ${piece}`, own(part), piece === 0 ? clause.number : null),
            ),
          ),
        ]),
      ];
    }),
    ...contactBlocks(handbook?.contacts ?? [], t),
  ];
}

/** A chapter's mark in the reader's language and, last in each of them, its name, which is in the covenant's own. */
export function chapterName(t: BookletWords, { mark, name }: ChapterHead): ReactNode {
  return (
    <>
      {t("handbook:chapterOf", { mark, name: "" })}
      {own(name)}
    </>
  );
}

/** What is the khu phố's own, in whatever language the handbook is read. */
function own(text: string): ReactNode {
  return <span lang="vi">{text}</span>;
}

function contactBlocks(
  contacts: readonly {
    readonly office: string;
    readonly name?: string | undefined;
    readonly phone: string;
  }[],
  t: BookletWords,
): BookBlock[] {
  if (contacts.length === 0) return [];
  return [
    heading("contacts", t("contacts"), false),
    ...contacts.map(({ office, name, phone }) =>
      paragraph(`contact ${office}`, own([office, name, phone].filter(Boolean).join(" · "))),
    ),
  ];
}

/** That something does not hold, where it is read. */
export function haltLine(key: string, sentence: string): BookBlock {
  return {
    key,
    keepWithNext: true,
    node: () => (
      <p>
        <strong>{sentence}</strong>
      </p>
    ),
  };
}

function heading(key: string, words: ReactNode, breakBefore: boolean): BookBlock {
  return { key, names: key, keepWithNext: true, breakBefore, node: () => <h2>{words}</h2> };
}

function articleHead(number: string, words: ReactNode): BookBlock {
  return {
    key: `article ${number}`,
    names: `article ${number}`,
    keepWithNext: true,
    node: () => <h3>{words}</h3>,
  };
}

function paragraph(key: string, text: ReactNode, number: string | null = null): BookBlock {
  return {
    key,
    node: () => (
      <p>
        {number !== null && <strong>{number}. </strong>}
        {text}
      </p>
    ),
  };
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** What is long may be divided between two sentences. */
function cut(text: string): string[] {
  const sentences = text.match(/[^.!?;]+(?:[.!?;]+\s*|$)/g) ?? [text];
  const parts: string[] = [];
  for (const sentence of sentences) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + sentence.length <= LONG)
      parts[parts.length - 1] = last + sentence;
    else parts.push(sentence);
  }
  return parts;
}

/** Letters. */
const LONG = 600;
