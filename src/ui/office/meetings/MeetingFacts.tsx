import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Meeting } from "../../../domain/meeting/meeting.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { timeWords } from "./announcement.ts";

/** What is known of one meeting, and what may be done about it. */
export function MeetingFacts({
  ward,
  meeting,
  busy,
  onChange,
  onWrite,
  onCallOff,
  onPaper,
}: MeetingFactsProps) {
  const { t } = useTranslation("meetings");
  const { t: common } = useTranslation("common");
  const [asking, setAsking] = useState(false);
  const { place, chair, secretary, invited, programme, documents, minutes, conclusions } = meeting;
  const facts: readonly (readonly [string, string])[] = [
    [t("one.time"), timeWords({ t, common }, meeting)],
    [t("one.place"), place === "" ? t("one.unknownPlace") : place],
    [t("one.chair"), chair ?? ""],
    [t("one.secretary"), secretary ?? ""],
    [
      t("one.invited"),
      invited
        .map(({ organisation, people: count }) =>
          count === undefined ? organisation : t("one.people", { organisation, count }),
        )
        .join("\n"),
    ],
    [
      t("one.programme"),
      programme.map(({ time, text }) => [time, text].filter(Boolean).join(" · ")).join("\n"),
    ],
    [t("one.documents"), documents.join("\n")],
    [t("one.minutes"), minutes ?? ""],
    [t("one.conclusions"), conclusions ?? ""],
  ];
  return (
    <section className="office-card">
      <h2>{meeting.subject}</h2>
      <p className="quiet">
        {t(`kinds.${meeting.kind}`)} ·{" "}
        {meeting.area === ward.slug ? ward.name : placeTitle(ward, meeting.area)}
      </p>
      <dl className="meetings-facts">
        {facts
          .filter(([, value]) => value !== "")
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <div className="meetings-acts office-noprint">
        <Button onClick={onWrite}>{t("one.write")}</Button>
        <Button onClick={onChange}>{t("one.change")}</Button>
        <Button onClick={() => onPaper("invitation")}>{t("paper.invitation")}</Button>
        <Button onClick={() => onPaper("minutes")}>{t("paper.minutes")}</Button>
        <Button look="quiet" onClick={() => setAsking(true)}>
          {t("one.callOff")}
        </Button>
      </div>
      {asking && (
        <Dialog title={t("one.callOff")} onClose={() => setAsking(false)}>
          <p>{t("one.callOffText")}</p>
          <div className="dialog-acts">
            <Button look="primary" onClick={() => setAsking(false)}>
              {t("one.keep")}
            </Button>
            <Button look="danger" disabled={busy} onClick={onCallOff}>
              {t("one.callOff")}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

export type PaperSort = "invitation" | "minutes";

interface MeetingFactsProps {
  readonly ward: WardView;
  readonly meeting: Meeting;
  readonly busy: boolean;
  readonly onChange: () => void;
  readonly onWrite: () => void;
  readonly onCallOff: () => void;
  readonly onPaper: (sort: PaperSort) => void;
}
