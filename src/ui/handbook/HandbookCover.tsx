import { Suspense, useEffect } from "react";
import { afterFrame } from "../../phone/time/after-frame.ts";
import { Opening } from "../parts/Opening.tsx";
import { useKept } from "../parts/hooks/use-kept.tsx";
import { Contents } from "./Contents.tsx";
import { ArticleReader, Around, Booklet, HandbookHome, SearchHits } from "./later-parts.ts";
import { NoHandbook } from "./NoHandbook.tsx";
import type { HandbookPlace } from "./addresses.ts";
import { useHandbook } from "./use-handbook.ts";
import { useHandbookPlace } from "./use-handbook-place.ts";
import { useInstall } from "./use-install.ts";

/**
 * The handbook of one area: `/so-tay/<ward>/<area>`, the contents page, and `#dieu-11` behind it, an article. Stands
 * alone on its route; reads ward and area off the address itself.
 */
export function HandbookCover() {
  const place = useHandbookPlace();
  if (place) return <Handbook key={`${place.ward}/${place.area}`} place={place} />;
  return (
    <Suspense fallback={<Opening />}>
      <HandbookHome.Screen />
    </Suspense>
  );
}

function Handbook({ place: { ward, area, article, isBooklet } }: HandbookProps) {
  const { view, asked, askAgain } = useHandbook(ward, area);
  const install = useInstall();
  // Who comes back from an article finds the page as it was left.
  const book = `handbook/${ward}/${area}`;
  const [query, setQuery] = useKept(`${book}/query`, "");
  const [open, setOpen] = useKept<ReadonlySet<number>>(`${book}/open`, new Set());
  const [lastRead, setLastRead] = useKept<string | null>(`${book}/read`, null);
  useEffect(() => {
    if (article !== null) setLastRead(article);
  }, [article, setLastRead]);

  // What is opened next is there by then; at once where it is what was asked for.
  const isOpen = view !== undefined && view !== null;
  useEffect(() => {
    if (isOpen) void afterFrame().then(fetchRest);
  }, [isOpen]);

  if (!view) return <NoHandbook ward={ward} looking={view === undefined} asked={asked} askAgain={askAgain} />;
  if (isBooklet) {
    return (
      <Suspense fallback={<Opening />}>
        <Booklet.Screen view={view} />
      </Suspense>
    );
  }
  if (article !== null) {
    return (
      <Suspense fallback={<Opening />}>
        <ArticleReader.Screen
          key={article}
          view={view}
          number={article}
          query={query.trim()}
          onForget={() => setQuery("")}
        />
      </Suspense>
    );
  }
  return (
    <Contents
      view={view}
      asked={asked}
      query={query}
      onQuery={setQuery}
      open={open}
      onOpen={setOpen}
      lastRead={lastRead}
      install={install}
    />
  );
}

interface HandbookProps {
  readonly place: HandbookPlace & { readonly isBooklet: boolean };
}

/** Without coverage it is asked for again as it is opened. */
async function fetchRest(): Promise<void> {
  await Promise.all([Around.fetch(), ArticleReader.fetch(), SearchHits.fetch()]).catch(() => undefined);
}
