import { Fragment, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { changesBetween, type ArticleChange, type Run } from "../../domain/covenant/edition-changes.ts";
import type { Covenant } from "../../domain/ward-facts.ts";
import { ArticleName } from "./article/ArticleName.tsx";
import { articleHash } from "./addresses.ts";

/** Two editions side by side: each article that is new, gone, renumbered or changed, with the words that came and went. */
export function Changes({
  older,
  newer,
  plain = false,
}: {
  readonly older: Pick<Covenant, "chapters">;
  readonly newer: Pick<Covenant, "chapters">;
  /** Not within the handbook: its articles cannot be opened from here. */
  readonly plain?: boolean;
}) {
  const { t } = useTranslation("edition");
  const changes = useMemo(() => changesBetween(older.chapters, newer.chapters), [older, newer]);
  if (changes.length === 0) return <p>{t("none")}</p>;
  return (
    <>
      <p>{t("count", { count: changes.length })}</p>
      <ol className="changes">
        {changes.map((change) => (
          <li key={keyOf(change)}>
            <Change change={change} plain={plain} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Change({ change, plain }: { readonly change: ArticleChange; readonly plain: boolean }) {
  const { t } = useTranslation("edition");
  if (change.kind === "removed") {
    const { number, title, text } = change.before;
    return (
      <>
        <h3>
          {t("removed")}: <ArticleName number={number} title={title} />
        </h3>
        <p>
          <del lang="vi">{text}</del>
        </p>
      </>
    );
  }
  const { number, title, text } = change.article;
  const name = <ArticleName number={number} title={title} />;
  return (
    <>
      <h3>
        {t(change.kind)}: {plain ? name : <a href={articleHash(number)}>{name}</a>}
      </h3>
      {change.kind === "added" && (
        <p>
          <ins lang="vi">{text}</ins>
        </p>
      )}
      {change.kind === "moved" && <p>{t("movedFrom", { number: change.before.number })}</p>}
      {change.kind === "changed" && (
        <>
          {change.title.some((run) => run.in !== "both") && (
            <p className="changes-title">
              <Runs runs={change.title} />
            </p>
          )}
          <p>
            <Runs runs={change.text} />
          </p>
        </>
      )}
    </>
  );
}

/** Struck through and underlined, and said to those who hear it: colour alone tells nothing. */
function Runs({ runs }: { readonly runs: readonly Run[] }) {
  const { t } = useTranslation("edition");
  return runs.map((run, at) => {
    const key = `${at} ${run.in}`;
    const words = <span lang="vi">{run.text} </span>;
    if (run.in === "both") return <Fragment key={key}>{words}</Fragment>;
    const Mark = run.in === "older" ? "del" : "ins";
    return (
      <Mark key={key}>
        <span className="only-heard">{t(run.in === "older" ? "wordsGone" : "wordsNew")} </span>
        {words}
      </Mark>
    );
  });
}

function keyOf(change: ArticleChange): string {
  return change.kind === "removed" ? `- ${change.before.number}` : String(change.article.number);
}
