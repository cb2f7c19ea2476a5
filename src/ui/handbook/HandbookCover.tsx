import { useState } from "react";
import { useTakeUpdate } from "../parts/use-take-update.ts";
import { ArticleReader } from "./ArticleReader.tsx";
import { Contents } from "./Contents.tsx";
import { HandbookHome } from "./HandbookHome.tsx";
import { NoHandbook } from "./NoHandbook.tsx";
import { useHandbook } from "./use-handbook.ts";
import { useHandbookPlace } from "./use-handbook-place.ts";
import { useInstall } from "./use-install.ts";
import type { HandbookPlace } from "./addresses.ts";

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
  // Kept here, so that a reader who comes back from an article finds the page as it was left.
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const [lastRead, setLastRead] = useState<string | null>(null);
  useTakeUpdate(article === null);
  if (article !== null && article !== lastRead) setLastRead(article);

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
