import { useTranslation } from "react-i18next";
import { articleHash } from "./addresses.ts";
import type { Hit, Piece } from "./search.ts";
import "./SearchHits.css";

/** The articles that were found, with the words that were met. */
export function SearchHits({ query, hits }: { readonly query: string; readonly hits: readonly Hit[] }) {
  const { t } = useTranslation("handbook");
  const said = query.trim();
  return (
    <section>
      <p role="status">
        {hits.length > 0 ? t("hits", { count: hits.length, query: said }) : t("noHits", { query: said })}
      </p>
      <ol className="search-hits">
        {hits.map(({ article, title, snippet }) => (
          <li key={article.number}>
            <a href={articleHash(article.number)} data-article={article.number}>
              <span className="search-hits-number">{t("article", { number: article.number })}</span>
              <span className="search-hits-title">
                <Pieces pieces={title} />
              </span>
              <span className="search-hits-snippet">
                <Pieces pieces={snippet} />
              </span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  let at = 0;
  return pieces.map(({ text, hit }) => {
    const key = at;
    at += text.length;
    return hit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });
}
