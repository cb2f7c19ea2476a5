import { CircleCheck } from "lucide-react";
import { Suspense, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { formatDate } from "../../domain/words/vietnamese-format.ts";
import type { HandbookView } from "../../phone/api/phone.ts";
import { Card } from "../parts/Card.tsx";
import { useHere } from "../parts/hooks/HereContext.tsx";
import { Screen } from "../parts/Screen.tsx";
import { SearchArea } from "../parts/SearchArea.tsx";
import { SearchField } from "../parts/SearchField.tsx";
import { useTakeUpdate } from "../parts/hooks/use-take-update.ts";
import { ChapterList } from "./chapters/ChapterList.tsx";
import { CoverHead } from "./CoverHead.tsx";
import { Around, Beginning, Halts, SearchHits } from "./later-parts.ts";
import type { Asked } from "./use-handbook.ts";
import type { Install } from "./use-install.ts";
import "./Contents.css";

/** The first page of a handbook: cover, search, contents by chapter, and what stands around the covenant. */
export function Contents({ view, asked, query, onQuery, open, onOpen, lastRead, install }: ContentsProps) {
  const { t } = useTranslation("handbook");
  const { covenant, handbook } = view;
  const contents = useRef<HTMLDivElement>(null);
  const isSearching = query.trim() !== "";
  const { membership } = useHere();
  // Whoever goes to doors gets it with the round; here a door may be waiting.
  useTakeUpdate(membership !== undefined && membership?.role !== "volunteer");

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
        {view.halts && view.halts.length > 0 && (
          <Suspense fallback={null}>
            <Halts.Screen halts={view.halts} />
          </Suspense>
        )}
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
        <Suspense fallback={null}>
          <Beginning.Screen view={view} install={install} />
        </Suspense>
        <SearchArea searching={isSearching}>
          <SearchField label={t("search")} initial={query} onSearch={onQuery} />
          {isSearching && (
            <Suspense fallback={null}>
              <SearchHits.Screen query={query} chapters={covenant.chapters} />
            </Suspense>
          )}
        </SearchArea>
        {!isSearching && (
          <>
            <ChapterList
              chapters={covenant.chapters}
              introduction={handbook?.introduction}
              open={open}
              onOpen={onOpen}
            />
            <Suspense fallback={null}>
              <Around.Screen view={view} />
            </Suspense>
          </>
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
