import { useEffect, useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Covenant } from "../../domain/ward-facts.ts";
import { formatDate } from "../../domain/words/vietnamese-format.ts";
import type { HandbookView } from "../../phone/api/phone.ts";
import { editionsKey, readEditions } from "../../phone/drafts/kept-editions.ts";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { useApartWords } from "../parts/hooks/use-apart-words.ts";
import { useLive } from "../parts/hooks/use-live.ts";
import { edition as words } from "../text/vi/edition.ts";
import { Changes } from "./Changes.tsx";
import { OldEdition } from "./OldEdition.tsx";
import "./Editions.css";

/** What this edition has changed since the one before, article by article, and the editions before it. */
export function Editions({ view: { ward, area, covenant } }: { readonly view: HandbookView }) {
  useApartWords("edition", words);
  const { t } = useTranslation("edition");
  const { act } = usePhone();
  const draft = useLive("draft", editionsKey(ward.slug));
  const editions = useMemo(() => readEditions(draft, area.code), [draft, area.code]);
  const isKnown = editions.some(({ jti }) => jti === covenant.jti);
  useEffect(() => {
    // Once for each edition: then this phone has them all.
    if (draft !== undefined && !isKnown) void act.fetchEditions(ward.slug);
  }, [act, ward.slug, draft, isKnown]);

  const older = editions.filter(({ jti, edition }) => jti !== covenant.jti && edition !== covenant.edition);
  const last = older.at(-1);
  if (!isKnown || !last) return null;
  return (
    <section className="editions">
      <h2>{t("title", { edition: last.edition })}</h2>
      <Opened summary={t("show")}>{() => <Changes older={last} newer={covenant} />}</Opened>
      <h2>{t("before")}</h2>
      {older.toReversed().map((one: Covenant) => (
        <Opened key={one.jti} summary={t("edition", { edition: one.edition, date: formatDate(one.inForce) })}>
          {() => <OldEdition covenant={one} />}
        </Opened>
      ))}
    </section>
  );
}

/** What is long is made only once somebody opens it. */
function Opened({ summary, children }: { readonly summary: string; readonly children: () => ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {open && children()}
    </details>
  );
}
