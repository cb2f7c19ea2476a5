import { memo, useEffect, useMemo, useRef, useState, type MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { chapterHead } from "../../../domain/covenant/chapter-head.ts";
import type { CovenantBody, HandbookBody } from "../../../domain/covenant/covenant-draft.ts";
import type { DraftFlaw } from "../../../domain/covenant/covenant-flaws.ts";
import type { Article, Chapter, Covenant } from "../../../domain/ward-facts.ts";
import type { HandbookView, WardView } from "../../../phone/api/phone.ts";
import { ArticleText } from "../../handbook/article/ArticleText.tsx";
import { ChapterList } from "../../handbook/chapters/ChapterList.tsx";
import { Contacts } from "../../handbook/chapters/Contacts.tsx";
import { CoverHead } from "../../handbook/CoverHead.tsx";
import { Decisions } from "../../handbook/chapters/Decisions.tsx";
import { Opinions } from "../../handbook/opinions/Opinions.tsx";
import { areaName } from "../../parts/words/area-names.ts";
import { flawWords } from "./flaw-words.ts";
import { FOCUSABLE } from "../../parts/hooks/focusable.ts";
import "../../handbook/ArticleReader.css";

/** The handbook as a phone of 360 px will show it, drawn by its own parts; it follows the article that is being written. */
export const PhonePreview = memo(function PhonePreview({
  ward,
  area,
  papers: { covenant, handbook },
  flaws,
  article,
}: {
  readonly ward: WardView;
  readonly area: string;
  readonly papers: { readonly covenant: CovenantBody; readonly handbook: HandbookBody };
  readonly flaws: readonly DraftFlaw[];
  /** Where the caret is. */
  readonly article: string | null;
}) {
  const { t } = useTranslation(["covenant", "handbook", "reader"]);
  const glass = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const view = useMemo(() => viewOf(ward, area, covenant, handbook), [ward, area, covenant, handbook]);
  const remarks = flaws.filter((flaw) => flaw.isRemark && flaw.article !== null);

  useEffect(() => {
    if (article !== null) showArticle(glass.current, article);
  }, [article]);

  // An address of the handbook would leave the form: its article stands further down here.
  function follow(event: MouseEvent) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link) return;
    event.preventDefault();
    if (link.dataset["article"] !== undefined) showArticle(glass.current, link.dataset["article"]);
  }

  return (
    <section className="covenant-preview" aria-label={t("preview.title")}>
      <h3>{t("preview.title")}</h3>
      <div
        ref={glass}
        className="covenant-phone"
        role="region"
        aria-label={t("preview.region")}
        {...FOCUSABLE}
        onClickCapture={follow}
      >
        <CoverHead view={view} still />
        <div className="covenant-phone-page">
          {view.covenant.chapters.length === 0 ? (
            <p className="quiet">{t("preview.empty")}</p>
          ) : (
            <ChapterList
              chapters={view.covenant.chapters}
              introduction={handbook.introduction}
              open={open}
              onOpen={setOpen}
            />
          )}
          {view.covenant.chapters.map((chapter, at) => {
            const head = t("handbook:chapterOf", { ...chapterHead(chapter, at) });
            const key = `${at} ${head}`;
            return (
              <div key={key}>
                <p className="covenant-phone-chapter">{head}</p>
                {chapter.articles.map((one) => (
                  <ShownArticle key={one.number} article={one} flaws={remarks} opinions={handbook.opinions} />
                ))}
              </div>
            );
          })}
          <Decisions covenant={view.covenant} decisions={handbook.decisions} />
          <Contacts contacts={handbook.contacts} />
        </div>
      </div>
    </section>
  );
});

function ShownArticle({
  article: { number, title, text },
  flaws,
  opinions,
}: {
  readonly article: Article;
  readonly flaws: readonly DraftFlaw[];
  readonly opinions: HandbookBody["opinions"];
}) {
  const { t } = useTranslation(["covenant", "handbook", "reader"]);
  const isOwn = (of: number | string | null | undefined) => String(of) === String(number);
  return (
    <article className="reader" data-shown={number}>
      <h3>
        <span className="reader-number">{t("handbook:article", { number })}</span> {title}
      </h3>
      {flaws
        .filter((flaw) => isOwn(flaw.article))
        .map((flaw) => (
          <p key={`${flaw.code} ${flaw.what}`} className="covenant-remark">
            {flawWords(t, flaw)}
          </p>
        ))}
      <ArticleText text={text} query="" />
      <Opinions
        title={t("reader:opinions")}
        opinions={opinions
          .filter((opinion) => isOwn(opinion.article))
          .map((opinion) => ({ ...opinion, id: opinion.text }))}
      />
    </article>
  );
}

/** What is half written, as the handbook's parts need it: each article once, and none without a number. */
function viewOf(ward: WardView, area: string, covenant: CovenantBody, handbook: HandbookBody): HandbookView {
  return {
    ward: { slug: ward.slug, name: ward.name, demo: ward.demo },
    area: { code: area, name: areaName(ward, area) },
    covenant: { ...covenant, ...NOT_SAID, area, chapters: told(covenant.chapters) } satisfies Covenant,
    handbook: { ...handbook, ...NOT_SAID, area },
    campaign: undefined,
    answers: [],
    indicators: [],
    updatedAt: 0,
  };
}

function told(chapters: readonly Chapter[]): Chapter[] {
  const seen = new Set<string>();
  return chapters.map(({ title, articles }) => ({
    title,
    articles: articles.filter(({ number }) => {
      const isNew = number !== "" && !seen.has(String(number));
      seen.add(String(number));
      return isNew;
    }),
  }));
}

function showArticle(glass: HTMLElement | null, number: string): void {
  const found = [...(glass?.querySelectorAll<HTMLElement>("[data-shown]") ?? [])].find(
    ({ dataset }) => dataset["shown"] === number,
  );
  // Within the glass alone: the page stays where somebody types.
  if (glass && found) glass.scrollTop = found.offsetTop - 16;
}

const NOT_SAID = { jti: "", kid: "", at: 0, seq: null } as const;
