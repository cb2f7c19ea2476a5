import { ALargeSmall, ArrowLeft, ChevronLeft, ChevronRight } from "lucide-react";
import { useEffect, useRef, useState, type CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import type { Article } from "../../domain/ward-facts.ts";
import type { HandbookView } from "../../phone/phone.ts";
import { ButtonLink } from "../parts/Button.tsx";
import { DemoBadge } from "../parts/DemoBadge.tsx";
import { EmptyState } from "../parts/EmptyState.tsx";
import { IconButton, IconLink } from "../parts/IconButton.tsx";
import { Screen } from "../parts/Screen.tsx";
import { TextSize } from "../parts/TextSize.tsx";
import { useLive } from "../parts/use-live.ts";
import { articleHash, handbookAddress } from "./addresses.ts";
import { clausesOf, findArticle } from "./articles.ts";
import { Recognition } from "./Decisions.tsx";
import { FigureBox } from "./Figures.tsx";
import { figuresOfArticle } from "./figures.ts";
import { OpinionForm } from "./OpinionForm.tsx";
import { Opinions } from "./Opinions.tsx";
import "../parts/TopBar.css";
import "./ArticleReader.css";

/** One article, to be read: its clauses, what came of it, what people said of it, and the ones before and after. */
export function ArticleReader({ view, number }: { readonly view: HandbookView; readonly number: string }) {
  const { t } = useTranslation("handbook");
  const { ward, area, covenant, handbook } = view;
  const found = findArticle(covenant.chapters, number);
  const contents = handbookAddress(ward.slug, area.code);
  const heading = useRef<HTMLHeadingElement>(null);
  const scale = useLive("settings")?.textSize ?? 1;

  useEffect(() => {
    document.documentElement.scrollTop = 0;
    heading.current?.focus({ preventScroll: true });
  }, []);

  if (!found) {
    return (
      <Screen title={covenant.title} back={contents} demo={ward.demo}>
        <EmptyState title={t("noArticle", { number })}>
          <ButtonLink href={contents}>{t("back")}</ButtonLink>
        </EmptyState>
      </Screen>
    );
  }
  const { article, chapter, previous, next } = found;
  const opinions = (handbook?.opinions ?? []).filter((opinion) => String(opinion.article) === number);
  return (
    <Screen
      name={t("articleOf", { number, title: article.title })}
      cover={<ReaderBar contents={contents} chapter={t("chapterOf", { ...chapter })} demo={ward.demo} />}
    >
      <article className="reader" style={{ "--reader-scale": scale } as CSSProperties}>
        <h1 ref={heading} tabIndex={-1}>
          <span className="reader-number">{t("article", { number })}</span> {article.title}
        </h1>
        {clausesOf(article.text).map((clause) => (
          <p key={`${clause.number} ${clause.text}`} className="reader-clause">
            {clause.number !== null && <strong>{clause.number}.</strong>} {clause.text}
          </p>
        ))}
        {figuresOfArticle(view, article.number).map((figure) => (
          <FigureBox key={figure.indicator.id} figure={figure} view={view} />
        ))}
        <Opinions
          title={t("opinions")}
          opinions={opinions.map((opinion) => ({ ...opinion, id: opinion.text }))}
        />
      </article>
      <OpinionForm view={view} article={article} />
      <nav className="reader-around" aria-label={t("around")}>
        {previous && <Neighbour article={previous} word={t("previous")} before />}
        {next && <Neighbour article={next} word={t("next")} />}
      </nav>
      <Recognition covenant={covenant} />
    </Screen>
  );
}

function ReaderBar({
  contents,
  chapter,
  demo,
}: {
  readonly contents: string;
  readonly chapter: string;
  readonly demo: boolean;
}) {
  const { t } = useTranslation("handbook");
  const [sizes, setSizes] = useState(false);
  return (
    <header className="reader-bar">
      <div className="top-bar">
        <IconLink icon={ArrowLeft} label={t("contents")} href={contents} />
        <p className="top-bar-words">
          {chapter} {demo && <DemoBadge />}
        </p>
        <IconButton
          icon={ALargeSmall}
          label={t("textSize")}
          aria-expanded={sizes}
          onClick={() => setSizes(!sizes)}
        />
      </div>
      {sizes && <TextSize />}
    </header>
  );
}

function Neighbour({
  article: { number, title },
  word,
  before,
}: {
  readonly article: Article;
  readonly word: string;
  readonly before?: boolean;
}) {
  const { t } = useTranslation("handbook");
  return (
    <a href={articleHash(number)} className={before ? "reader-previous" : "reader-next"}>
      {before && <ChevronLeft aria-hidden />}
      <span>
        <span className="reader-around-word">{word}</span>
        {t("articleOf", { number, title })}
      </span>
      {!before && <ChevronRight aria-hidden />}
    </a>
  );
}
