import { useTranslation } from "react-i18next";
import type { Attendance } from "../../../domain/meeting/attendance.ts";
import type { Meeting } from "../../../domain/meeting/meeting.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { PaperDialog } from "../papers/PaperDialog.tsx";
import type { PaperSort } from "./MeetingFacts.tsx";
import { invitationPaper, minutesPaper } from "./meeting-papers.ts";

/** Makes the invitation or the minutes. */
export function MeetingPaper({ ward, meeting, attendance, sort, onClose }: MeetingPaperProps) {
  const { t, i18n } = useTranslation("meetings");
  const words = { t: i18n.getFixedT("vi", "meetings"), common: i18n.getFixedT("vi", "common") };
  const paper = sort === "invitation" ? invitationPaper : minutesPaper;
  return (
    <PaperDialog
      ward={ward}
      sort={`meeting-${sort}`}
      title={t(`paper.titles.${sort}`)}
      text={t("paper.text")}
      fileName={`${t(`paper.files.${sort}`)}-${meeting.date}.docx`}
      compose={(head) => paper(words, { ward, meeting, attendance, head })}
      onClose={onClose}
    />
  );
}

interface MeetingPaperProps {
  readonly ward: WardView;
  readonly meeting: Meeting;
  readonly attendance: Attendance;
  readonly sort: PaperSort;
  readonly onClose: () => void;
}
