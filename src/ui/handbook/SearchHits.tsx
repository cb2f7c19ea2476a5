import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { meaningsOf } from "../../domain/covenant/intents.ts";
import type { Chapter } from "../../domain/ward-facts.ts";
import { Button } from "../parts/Button.tsx";
import { useApartWords } from "../parts/hooks/use-apart-words.ts";
import { reader as words } from "../text/vi/reader.ts";
import { articleHash } from "./addresses.ts";
import { Pieces } from "./article/Pieces.tsx";
import { searchableIn, searchArticles, searchMeanings, type Hit } from "./search.ts";
import "./SearchHits.css";

/** The articles that were found, with the words that were met; below them those that speak of what was meant. */
export function SearchHits({
  query,
  chapters,
}: {
  readonly query: string;
  readonly chapters: readonly Chapter[];
}) {
  useApartWords("reader", words);
  const { t } = useTranslation("reader");
  const articles = searchableIn(chapters);
  const meanings = useMeanings();
  const hits = useMemo(() => searchArticles(articles, query), [articles, query]);
  const meant = useMemo(
    () => searchMeanings(articles, meanings?.(query) ?? [], hits),
    [articles, query, hits, meanings],
  );
  const [all, setAll] = useState<string | null>(null);
  const said = query.trim();
  // A short query meets half the book; drawing it all would hold up the next key.
  const shown = all === query ? hits : hits.slice(0, FIRST);
  return (
    <section>
      <p role="status">
        {hits.length > 0 ? t("hits", { count: hits.length, query: said }) : t("noHits", { query: said })}
        {meant.length > 0 && <> {t("meant", { count: meant.length })}</>}
      </p>
      <HitList hits={shown} />
      {shown.length < hits.length && (
        <Button wide onClick={() => setAll(query)}>
          {t("moreHits", { count: hits.length - shown.length })}
        </Button>
      )}
      {meant.length > 0 && (
        <>
          <h2>{t("meantTitle")}</h2>
          <HitList hits={meant} />
        </>
      )}
    </section>
  );
}

const FIRST = 12;

function HitList({ hits }: { readonly hits: readonly Hit[] }) {
  const { t } = useTranslation("handbook");
  return (
    <ol className="search-hits">
      {hits.map(({ article, title, snippet }) => (
        <li key={article.number}>
          <a href={articleHash(article.number)} data-article={article.number}>
            <span className="search-hits-number">{t("article", { number: article.number })}</span>
            <span lang="vi" className="search-hits-title">
              <Pieces pieces={title} />
            </span>
            <span lang="vi" className="search-hits-snippet">
              <Pieces pieces={snippet} />
            </span>
          </a>
        </li>
      ))}
    </ol>
  );
}

/** Fetched when somebody first searches; until then, and where it cannot be, what was typed is all that is looked for. */
function useMeanings(): typeof meaningsOf | null {
  const [meanings, setMeanings] = useState<{ readonly of: typeof meaningsOf } | null>(null);
  useEffect(() => {
    let gone = false;
    import("../../domain/covenant/intents.ts").then(
      (fetched) => {
        if (!gone) setMeanings({ of: fetched.meaningsOf });
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, []);
  return meanings?.of ?? null;
}
