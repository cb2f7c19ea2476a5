import { useEffect } from "react";
import { useKept } from "../parts/use-kept.tsx";
import { ArticleReader } from "./ArticleReader.tsx";
import { Contents } from "./Contents.tsx";
import { HandbookHome } from "./HandbookHome.tsx";
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
  return place ? <Handbook key={`${place.ward}/${place.area}`} place={place} /> : <HandbookHome />;
}

function Handbook({ place: { ward, area, article } }: { readonly place: HandbookPlace }) {
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

  if (!view) return <NoHandbook ward={ward} looking={view === undefined} asked={asked} askAgain={askAgain} />;
  if (article !== null) return <ArticleReader key={article} view={view} number={article} />;
  return (
    <Contents
      view={view}
      asked={asked}
      query={query}
      onQuery={setQuery}
      open={open}
      onOpen={setOpen}
      lastRead={lastRead}
      // Nobody is asked to install what they have not read yet.
      install={lastRead === null ? null : install}
    />
  );
}
