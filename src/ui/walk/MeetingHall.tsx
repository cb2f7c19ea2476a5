import { PencilLine, ScanLine } from "lucide-react";
import { useTranslation } from "react-i18next";
import { lackingForQuorum } from "../../domain/meeting/attendance.ts";
import type { WardView } from "../../phone/api/phone.ts";
import { areaName } from "../parts/words/area-names.ts";
import { Button } from "../parts/Button.tsx";
import { keepFocus } from "../parts/hooks/keep-focus.ts";
import { begunWords, MeetingOffer } from "./MeetingOffer.tsx";
import type { AtMeeting } from "./use-meeting.ts";

/** Which meeting goes on here, and how many are there. */
export function MeetingHall({ at, ward, onWrite, onScan }: MeetingHallProps) {
  const { t } = useTranslation("walk");
  const { meeting, attendance, offered, beside } = at;
  const isAsked = meeting !== null && offered.length > 0;
  const area = meeting?.area === ward.slug ? ward.name : areaName(ward, meeting?.area ?? "");
  const lacking = attendance ? lackingForQuorum(attendance.present, attendance.all) : 0;
  return (
    <section ref={keepFocus} className="card card-plain meeting-hall">
      <h2>{t("meeting.hall")}</h2>
      {meeting === null && <p>{t("meeting.notBegun")}</p>}
      {offered.length > 0 && <MeetingOffer at={at} ward={ward} />}
      {meeting && !isAsked && (
        <p>
          {t(meeting.planned ? "meeting.announced" : "meeting.going", { subject: meeting.subject, area })}
        </p>
      )}
      {meeting && attendance && !meeting.planned && !isAsked && (
        <p role="status">
          <b>{t("meeting.presentOf", { present: attendance.present, all: attendance.all })}</b>
          {" · "}
          {attendance.quorum ? t("meeting.quorum") : t("meeting.noQuorum", { count: lacking })}
        </p>
      )}
      {!isAsked &&
        beside.map((one) => (
          <p key={one.id} className="quiet">
            {t("meeting.beside", { subject: one.subject, begun: begunWords(t, one, ward) })}
          </p>
        ))}
      <div className="meeting-hall-acts">
        <Button icon={ScanLine} onClick={onScan}>
          {t("meeting.scan")}
        </Button>
        <Button icon={PencilLine} onClick={onWrite}>
          {t("meeting.write")}
        </Button>
      </div>
    </section>
  );
}

interface MeetingHallProps {
  readonly at: AtMeeting;
  readonly ward: WardView;
  readonly onWrite: () => void;
  readonly onScan: () => void;
}
