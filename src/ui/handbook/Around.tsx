import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { postedDrafts } from "../../domain/amendment/posted-drafts.ts";
import { printedAnswers } from "../../domain/matters/printed-answers.ts";
import { worksIn } from "../../domain/ward/works.ts";
import type { HandbookView } from "../../phone/api/phone.ts";
import { useMeasures } from "../text/use-measures.ts";
import { reader as words } from "../text/vi/reader.ts";
import { useApartWords } from "../parts/hooks/use-apart-words.ts";
import { BOOKLET } from "./addresses.ts";
import { Commendations } from "./chapters/Commendations.tsx";
import { Contacts } from "./chapters/Contacts.tsx";
import { Decisions } from "./chapters/Decisions.tsx";
import { Editions } from "./Editions.tsx";
import { Figures } from "./chapters/Figures.tsx";
import { figuresOf } from "./chapters/figures.ts";
import { Opinions } from "./opinions/Opinions.tsx";
import { OwnOpinions } from "./opinions/OwnOpinions.tsx";
import { PostedDrafts } from "./PostedDrafts.tsx";
import { searchableIn } from "./search.ts";
import { Works } from "./chapters/Works.tsx";

/** What stands around the covenant, below the contents: its recognition, what came of it, questions with their answers, whom to call. */
export function Around({ view }: { readonly view: HandbookView }) {
  useApartWords("reader", words);
  const { t } = useTranslation(["reader", "handbook"]);
  const numbers = useMeasures();
  const { ward, covenant, handbook } = view;
  const figures = useMemo(() => figuresOf(view, numbers), [view, numbers]);
  const works = useMemo(() => worksIn(view.given ?? []), [view]);
  // Before the first letter is typed.
  useEffect(() => void searchableIn(covenant.chapters), [covenant]);
  const drafts = useMemo(() => postedDrafts(view.changes ?? [], view.area.code), [view]);
  return (
    <>
      <OwnOpinions ward={ward.slug} without={drafts.map(({ id }) => id)} />
      <PostedDrafts view={view} drafts={drafts} />
      <Editions view={view} />
      <Decisions covenant={covenant} decisions={handbook?.decisions ?? []} />
      <Figures figures={figures} view={view} />
      <Works works={works} />
      <Commendations view={view} />
      <Opinions
        title={t("answers")}
        opinions={printedAnswers(view.answers).map(({ jti, question, answer }) => ({
          id: jti,
          text: question,
          answer,
        }))}
      />
      <Contacts contacts={handbook?.contacts ?? []} />
      <p className="contents-others">
        <a href={BOOKLET}>{t("printBook")}</a>
      </p>
      <p className="contents-others">
        <Link href={`/so-tay/${ward.slug}`}>{t("handbook:otherAreas")}</Link>
      </p>
    </>
  );
}
