import { ChevronDown } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Chapter } from "../../../domain/ward-facts.ts";
import { ArticleName } from "../article/ArticleName.tsx";
import { articleHash } from "../addresses.ts";
import { chapterHead } from "../../../domain/covenant/chapter-head.ts";
import "./ChapterList.css";

/** The contents: a row for each chapter, which opens to its articles. */
export function ChapterList({
  chapters,
  introduction,
  open,
  onOpen,
}: {
  readonly chapters: readonly Chapter[];
  readonly introduction: string | undefined;
  readonly open: ReadonlySet<number>;
  readonly onOpen: (open: ReadonlySet<number>) => void;
}) {
  const { t } = useTranslation("handbook");
  const id = useId();
  return (
    <nav aria-labelledby={id} className="chapter-list">
      <h2 id={id}>{t("contents")}</h2>
      {introduction !== undefined && introduction.trim() !== "" && (
        <details className="introduction">
          <summary>{t("introduction")}</summary>
          {introduction.split(/\n\s*\n/).map((paragraph) => (
            <p key={paragraph} lang="vi">
              {paragraph}
            </p>
          ))}
        </details>
      )}
      <ol>
        {chapters.map((chapter, at) => {
          // While one is being written two may have the same name.
          const key = `${at} ${chapter.title}`;
          return (
            <ChapterRow
              key={key}
              chapter={chapter}
              at={at}
              open={open.has(at)}
              onToggle={() => onOpen(toggled(open, at))}
            />
          );
        })}
      </ol>
    </nav>
  );
}

function ChapterRow({
  chapter,
  at,
  open,
  onToggle,
}: {
  readonly chapter: Chapter;
  readonly at: number;
  readonly open: boolean;
  readonly onToggle: () => void;
}) {
  const { t } = useTranslation("handbook");
  const id = useId();
  const { mark, name } = chapterHead(chapter, at);
  return (
    <li>
      <button
        type="button"
        className="chapter-row"
        aria-expanded={open}
        aria-controls={id}
        onClick={onToggle}
      >
        <span className="chapter-mark">
          <span className="only-heard">{t("chapter", { mark })}: </span>
          <span aria-hidden>{mark}</span>
        </span>
        <span className="chapter-words">
          <span lang="vi" className="chapter-name">
            {name}
          </span>
          <span className="quiet">{t("articles", { count: chapter.articles.length })}</span>
        </span>
        <ChevronDown aria-hidden />
      </button>
      <ol id={id} hidden={!open} className="chapter-articles">
        {chapter.articles.map(({ number, title }) => (
          <li key={number}>
            <a href={articleHash(number)} data-article={number}>
              <ArticleName number={number} title={title} />
            </a>
          </li>
        ))}
      </ol>
    </li>
  );
}

function toggled(open: ReadonlySet<number>, at: number): ReadonlySet<number> {
  const next = new Set(open);
  if (!next.delete(at)) next.add(at);
  return next;
}
