import { useEffect, useMemo, useRef, useState, type CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import type { HandbookView } from "../../phone/api/phone.ts";
import { findLook } from "../look/look-element.ts";
import { Button, ButtonLink } from "../parts/Button.tsx";
import { EmptyState } from "../parts/EmptyState.tsx";
import { Screen } from "../parts/Screen.tsx";
import { useLive } from "../parts/hooks/use-live.ts";
import { useMeasures } from "../text/use-measures.ts";
import { reader as words } from "../text/vi/reader.ts";
import { useApartWords } from "../parts/hooks/use-apart-words.ts";
import { useOpeningFocus } from "../parts/hooks/use-opening-focus.ts";
import { articleHash, handbookAddress, sharedAddress } from "./addresses.ts";
import { ArticleText, spokenSentences } from "./article/ArticleText.tsx";
import { findArticle, type Placed } from "../../domain/covenant/articles.ts";
import { Recognition } from "./chapters/Decisions.tsx";
import { EndedArea } from "./EndedArea.tsx";
import { translatedArticle } from "../../domain/covenant/translation.ts";
import { FigureBox } from "./chapters/Figures.tsx";
import { figuresOfArticle } from "./chapters/figures.ts";
import { Halts } from "./chapters/Halts.tsx";
import { Neighbours } from "./Neighbours.tsx";
import { OpinionForm } from "./opinions/OpinionForm.tsx";
import { Opinions } from "./opinions/Opinions.tsx";
import { ReadAloud } from "./article/ReadAloud.tsx";
import { ReaderBar } from "./ReaderBar.tsx";
import { markWords } from "./search.ts";
import { ShareArticle } from "./article/ShareArticle.tsx";
import { Translated } from "./article/Translated.tsx";
import { usePaging } from "./article/use-paging.ts";
import { usePlaceKept } from "./use-place-kept.ts";
import { useReadAloud } from "./article/use-read-aloud.ts";
import { useReadingPlace } from "./use-reading-place.ts";
import "./ArticleReader.css";

/** One article, to be read: its clauses, what came of it, what people said of it, and the ones before and after. */
export function ArticleReader({ view, number, query, onForget }: ReaderProps) {
  useApartWords("reader", words);
  const { t } = useTranslation(["reader", "handbook"]);
  const { ward, area, covenant } = view;
  const found = findArticle(covenant.chapters, number);
  if (found) return <Reader view={view} placed={found} query={query} onForget={onForget} />;
  const contents = handbookAddress(ward.slug, area.code);
  return (
    <Screen title={covenant.title} back={contents} demo={ward.demo}>
      <EmptyState title={t("noArticle", { number })}>
        <ButtonLink href={contents}>{t("back")}</ButtonLink>
      </EmptyState>
    </Screen>
  );
}

interface ReaderProps {
  readonly view: HandbookView;
  readonly number: string;
  /** What was looked for as this article was opened; "" for nothing. */
  readonly query: string;
  /** Looks for it no more. */
  readonly onForget: () => void;
}

function Reader({
  view,
  placed,
  query,
  onForget,
}: Omit<ReaderProps, "number"> & { readonly placed: Placed }) {
  const { t, i18n } = useTranslation(["reader", "handbook"]);
  const numbers = useMeasures();
  const { ward, area, covenant, handbook } = view;
  const { article, chapter, previous, next, chapterBefore, chapterAfter } = placed;
  const number = String(article.number);
  const translated = translatedArticle(covenant, handbook, number, i18n.language);
  const page = useRef<HTMLDivElement>(null);
  const heading = useOpeningFocus<HTMLHeadingElement>();
  const [isWritten] = useState(() => findLook() !== null);
  const scale = useLive("settings")?.textSize ?? 1;
  const { place, keep } = useReadingPlace(ward.slug, area.code);
  const [marked] = useState(query);

  useEffect(() => {
    // What the page began with stays as far down as somebody has read.
    if (!isWritten) document.documentElement.scrollTop = 0;
    // What was looked for is what is to be seen.
    page.current?.querySelector(".reader-clause mark")?.scrollIntoView?.({ block: "center" });
  }, [isWritten]);
  usePlaceKept(page, number, marked === "" ? place : place && { ...place, clause: 0 }, keep);
  usePaging(page, {
    before: turnTo(previous),
    after: turnTo(next),
    chapterBefore: turnTo(chapterBefore?.article),
    chapterAfter: turnTo(chapterAfter?.article),
  });

  const title = t("handbook:articleOf", { number, title: article.title });
  const spoken = useMemo(() => [title, ...spokenSentences(article.text)], [title, article.text]);
  const reading = useReadAloud(spoken);
  // The title is read first.
  const readingAt = reading.at === null || reading.at === 0 ? null : reading.at - 1;

  const shown = query === "" ? "" : marked;
  const marks = shown === "" ? 0 : markWords(article.text, shown).filter(({ hit }) => hit).length;
  const opinions = (handbook?.opinions ?? []).filter((opinion) => String(opinion.article) === number);
  const contents = handbookAddress(ward.slug, area.code);
  return (
    <Screen
      name={t("handbook:articleOf", { number, title: article.title })}
      cover={
        <ReaderBar contents={contents} chapter={t("handbook:chapterOf", { ...chapter })} demo={ward.demo} />
      }
    >
      <div ref={page} className="reader-page">
        <article className="reader" style={{ "--reader-scale": scale } as CSSProperties}>
          <h1 ref={heading} tabIndex={-1}>
            <span className="reader-number">{t("handbook:article", { number })}</span>{" "}
            <span lang="vi">{article.title}</span>
          </h1>
          <EndedArea view={view} />
          <Halts halts={view.halts ?? []} article={number} />
          {marks > 0 && (
            <p className="reader-marked">
              {t("marked", { count: marks, query: shown })} <Button onClick={onForget}>{t("unmark")}</Button>
            </p>
          )}
          {translated && <Translated {...translated} />}
          <ReadAloud reading={reading} />
          <div lang="vi" className="reader-words">
            <ArticleText text={article.text} query={shown} reading={readingAt} />
          </div>
          {figuresOfArticle(view, article.number, numbers).map((figure) => (
            <FigureBox key={figure.indicator.id} figure={figure} view={view} />
          ))}
          <Opinions
            title={t("opinions")}
            opinions={opinions.map((opinion) => ({ ...opinion, id: opinion.text }))}
          />
        </article>
      </div>
      <ShareArticle
        address={sharedAddress(ward.slug, area.code, number)}
        title={t("handbook:articleOf", { number, title: article.title })}
      />
      <OpinionForm view={view} about={{ article }} />
      <Neighbours placed={placed} />
      <Recognition covenant={covenant} />
    </Screen>
  );
}

function turnTo(article: { readonly number: string | number } | undefined): (() => void) | undefined {
  return article && (() => window.location.assign(articleHash(article.number)));
}
