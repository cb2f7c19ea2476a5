import { CircleCheck, Download } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { formatDate } from "../../domain/vietnamese-format.ts";
import type { HandbookView } from "../../phone/phone.ts";
import { useAnnounce } from "../parts/Announcer.tsx";
import { Button } from "../parts/Button.tsx";
import { Card } from "../parts/Card.tsx";
import { Screen } from "../parts/Screen.tsx";
import { SearchField } from "../parts/SearchField.tsx";
import { useTakeUpdate } from "../parts/use-take-update.ts";
import { ChapterList } from "./ChapterList.tsx";
import { Contacts } from "./Contacts.tsx";
import { CoverHead } from "./CoverHead.tsx";
import { Decisions } from "./Decisions.tsx";
import { Figures } from "./Figures.tsx";
import { figuresOf } from "./figures.ts";
import { KeptOpinions } from "./KeptOpinions.tsx";
import { Opinions } from "./Opinions.tsx";
import { makeSearchable, searchArticles } from "./search.ts";
import { SearchHits } from "./SearchHits.tsx";
import type { Asked } from "./use-handbook.ts";
import type { Install } from "./use-install.ts";
import "./Contents.css";

/** The first page of a handbook: cover, search, contents by chapter, and what stands around the covenant. */
export function Contents({ view, asked, query, onQuery, open, onOpen, lastRead, install }: ContentsProps) {
  const { t } = useTranslation("handbook");
  const { ward, area, covenant, handbook } = view;
  const articles = useMemo(() => makeSearchable(covenant.chapters), [covenant]);
  const hits = useMemo(() => searchArticles(articles, query), [articles, query]);
  const figures = useMemo(() => figuresOf(view), [view]);
  const contents = useRef<HTMLDivElement>(null);
  useTakeUpdate();

  useEffect(() => {
    // Back from an article: on to the next from where it stands in the list, if that is open.
    const links = contents.current?.querySelectorAll<HTMLElement>("[data-article]") ?? [];
    const link = [...links].find(({ dataset }) => dataset["article"] === lastRead);
    link?.focus({ preventScroll: true });
    link?.scrollIntoView?.({ block: "center" });
  }, [lastRead]);

  return (
    <Screen name={covenant.title} cover={<CoverHead view={view} />}>
      <div className="contents" ref={contents}>
        <Card tone="signed">
          <div className="contents-kept">
            <CircleCheck aria-hidden />
            <div>
              <p className="contents-kept-title">{t("here")}</p>
              <p>{t("hereText", { date: formatDate(view.updatedAt) })}</p>
              {asked === "asking" && <p>{t("refreshing")}</p>}
              {(asked === "unreachable" || asked === "bad-answer") && <p>{t("notFresh")}</p>}
            </div>
          </div>
        </Card>
        {install && <InstallCard install={install} />}
        <SearchField label={t("search")} initial={query} onSearch={onQuery} />
        {query.trim() === "" ? (
          <>
            <ChapterList
              chapters={covenant.chapters}
              introduction={handbook?.introduction}
              open={open}
              onOpen={onOpen}
            />
            <KeptOpinions ward={ward.slug} area={area.code} />
            <Decisions covenant={covenant} decisions={handbook?.decisions ?? []} />
            <Figures figures={figures} view={view} />
            <Opinions
              title={t("answers")}
              opinions={view.answers.map(({ jti, question, answer }) => ({
                id: jti,
                text: question,
                answer,
              }))}
            />
            <Contacts contacts={handbook?.contacts ?? []} />
            <p className="contents-others">
              <Link href={`/so-tay/${ward.slug}`}>{t("otherAreas")}</Link>
            </p>
          </>
        ) : (
          <SearchHits query={query} hits={hits} />
        )}
      </div>
    </Screen>
  );
}

interface ContentsProps {
  readonly view: HandbookView;
  readonly asked: Asked;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Positions of the chapters whose articles are shown. */
  readonly open: ReadonlySet<number>;
  readonly onOpen: (open: ReadonlySet<number>) => void;
  /** Number of the article that was open before. */
  readonly lastRead: string | null;
  readonly install: Install | null;
}

function InstallCard({ install }: { readonly install: Install }) {
  const { t } = useTranslation("handbook");
  const announce = useAnnounce();

  async function ask() {
    if (await install.ask()) announce(t("install.done"));
  }

  return (
    <Card>
      <p className="quiet">{t("install.text")}</p>
      <Button icon={Download} wide onClick={() => void ask()}>
        {t("install.button")}
      </Button>
    </Card>
  );
}
