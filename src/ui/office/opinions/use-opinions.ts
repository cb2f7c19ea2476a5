import { useEffect, useMemo, useState } from "react";
import { opinionCases, type OpinionCase } from "../../../domain/matters/opinion-cases.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { useLive } from "../../parts/hooks/use-live.ts";

/** All opinions of the ward, the newest first; undefined until the phone has said what it knows. */
export function useOpinions({ slug, opinions }: WardView): readonly OpinionCase[] | undefined {
  const matters = useLive("matters", slug);
  return useMemo(() => matters && opinionCases(matters, opinions, slug), [matters, opinions, slug]);
}

/** The title of an article as the handbook around an area has it; undefined where that has none of its number. */
export type ArticleTitle = (area: string | null, article: number | string) => string | undefined;

/** The titles of the articles of all handbooks of the ward, as they come to be known. */
export function useArticleTitles({ slug, books }: WardView): ArticleTitle {
  const { watch } = usePhone();
  const [titles, setTitles] = useState<Titles>({});
  const areas = books.map(({ area }) => area).join(" ");
  useEffect(() => {
    const stops = areas.split(" ").map((area) =>
      watch.handbook(
        slug,
        area,
      )((view) => {
        const articles = (view?.covenant.chapters ?? []).flatMap((chapter) => chapter.articles);
        const named = Object.fromEntries(articles.map(({ number, title }) => [String(number), title]));
        setTitles((before) => ({ ...before, [area]: named }));
      }),
    );
    return () => stops.forEach((stop) => stop());
  }, [watch, slug, areas]);
  return useMemo(() => (area, article) => titleIn(titles, area, String(article)), [titles]);
}

type Titles = Readonly<Record<string, Readonly<Record<string, string>>>>;

function titleIn(titles: Titles, area: string | null, article: string): string | undefined {
  // Of the whole ward's, the first book that has it.
  if (area === null) return Object.values(titles).find((book) => book[article] !== undefined)?.[article];
  for (let code = area; code !== ""; code = code.slice(0, Math.max(0, code.lastIndexOf("/")))) {
    const book = titles[code];
    if (book) return book[article];
  }
  return undefined;
}
