import { Presentation } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Meeting } from "../../../domain/meeting/meeting.ts";
import { reportAddress } from "../../../domain/report/addresses.ts";
import { isDuring } from "../../../domain/report/period.ts";
import { slidesOf, type Slide } from "../../../domain/report/slides.ts";
import { shownInWard } from "../../../domain/ward/commendations.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { Button } from "../../parts/Button.tsx";
import { useLive } from "../../parts/hooks/use-live.ts";
import { useOpinions } from "../opinions/use-opinions.ts";
import { useReport, type Known } from "../report/use-report.ts";
import { Slides } from "./Slides.tsx";

/** What a conference that sums up a year has before it: the year's figures to be thrown on the wall, and who is praised. */
export function SummingUp({ ward, rows, meetings, meeting }: SummingUpProps) {
  const observations = useLive("observations", ward.slug);
  const opinions = useOpinions(ward);
  if (!observations || !opinions) return null;
  return <Drawn known={{ ward, rows, meetings, observations, opinions }} meeting={meeting} />;
}

function Drawn({ known, meeting }: { readonly known: Known; readonly meeting: Meeting }) {
  const { t } = useTranslation("meetings");
  const [isShown, setShown] = useState(false);
  const { ward } = known;
  const { report, outline } = useReport(known, `nam-${meeting.date.slice(0, 4)}`);
  // Nobody is named before a hall who has not agreed to it.
  const praised = shownInWard(ward, ward.records)
    .filter(({ on }) => isDuring(on, report.period))
    .map(({ name, area, reason }) => [name ?? placeTitle(ward, area ?? ward.slug), reason] as const);
  const names = praised.map(([name, reason]) => (reason === undefined ? name : `${name}: ${reason}`));
  const slides: readonly Slide[] = [
    { title: meeting.subject, words: outline.abstract, shown: null },
    ...slidesOf(outline),
    ...(names.length > 0 ? [{ title: t("summing.praised"), words: names.join("\n"), shown: null }] : []),
  ];
  return (
    <section className="office-card office-noprint">
      <h2>{t("summing.title", { year: report.period.year })}</h2>
      <p className="quiet">{t("summing.text")}</p>
      {report.isEmpty ? (
        <p>{t("summing.empty")}</p>
      ) : (
        <Button look="primary" icon={Presentation} onClick={() => setShown(true)}>
          {t("summing.show", { count: slides.length })}
        </Button>
      )}
      <p>
        <Link href={reportAddress(report.period.id)}>{t("summing.report")}</Link> ·{" "}
        <Link href="/phuong/khen-thuong">{t("summing.toPraise")}</Link>
      </p>
      <h3>{t("summing.praised")}</h3>
      {names.length === 0 ? (
        <p className="quiet">{t("summing.nobody")}</p>
      ) : (
        <ul>
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
      {isShown && <Slides slides={slides} onClose={() => setShown(false)} />}
    </section>
  );
}

interface SummingUpProps extends Pick<Known, "ward" | "rows" | "meetings"> {
  readonly meeting: Meeting;
}
