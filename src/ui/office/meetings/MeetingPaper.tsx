import { FileDown } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Attendance } from "../../../domain/attendance.ts";
import type { Meeting } from "../../../domain/meetings.ts";
import type { WardView } from "../../../phone/phone.ts";
import { downloadFile } from "../../outbox/share-record.ts";
import { useAnnounce } from "../../parts/Announcer.tsx";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { PaperHeadFields } from "../papers/PaperHeadFields.tsx";
import type { PaperHead } from "../papers/paper-head.ts";
import { usePaperHead } from "../papers/use-paper-head.ts";
import type { PaperSort } from "./MeetingFacts.tsx";
import { invitationPaper, minutesPaper } from "./meeting-papers.ts";

/** Asks what stands around the invitation or the minutes, and makes the file, without coverage too. */
export function MeetingPaper({ ward, meeting, attendance, sort, onClose }: MeetingPaperProps) {
  const { t, i18n } = useTranslation("meetings");
  const { t: papers } = useTranslation("papers");
  const announce = useAnnounce();
  const head = usePaperHead(ward, `meeting-${sort}`);
  const [trouble, setTrouble] = useState<"lacking" | "failed" | null>(null);
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  if (!head) return null;

  async function save() {
    if (!head) return;
    const { value } = head;
    setSaved(null);
    if ([value.organisation, value.place, value.date].some((one) => one.trim() === ""))
      return setTrouble("lacking");
    setBusy(true);
    setTrouble(null);
    const name = `${t(`paper.files.${sort}`)}-${meeting.date}.docx`;
    const file = await make(name, value).catch(() => null);
    setBusy(false);
    if (!file || !downloadFile(file)) return setTrouble("failed");
    head.keep(value);
    setSaved(name);
    announce(t("paper.saved", { name }));
    return undefined;
  }

  async function make(name: string, value: PaperHead): Promise<File> {
    const { administrativePaper } = await import("../papers/administrative-paper.ts");
    // A paper is Vietnamese, whatever the screen speaks.
    const words = { t: i18n.getFixedT("vi", "meetings"), common: i18n.getFixedT("vi", "common") };
    const subject = { ward, meeting, attendance, head: value };
    const paper = (sort === "invitation" ? invitationPaper : minutesPaper)(words, subject);
    return new File([await administrativePaper(paper)], name, { type: DOCX });
  }

  return (
    <Dialog title={t(`paper.titles.${sort}`)} onClose={onClose}>
      <p>{t("paper.text")}</p>
      <PaperHeadFields
        head={head.value}
        onChange={(value) => {
          setTrouble(null);
          head.keep(value);
        }}
      />
      <Trouble
        text={trouble === null ? null : trouble === "lacking" ? papers("lacking") : t("paper.failed")}
      />
      {saved !== null && <p role="status">{t("paper.saved", { name: saved })}</p>}
      <Button look="primary" wide icon={FileDown} disabled={busy} onClick={() => void save()}>
        {t("paper.save")}
      </Button>
    </Dialog>
  );
}

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

interface MeetingPaperProps {
  readonly ward: WardView;
  readonly meeting: Meeting;
  readonly attendance: Attendance;
  readonly sort: PaperSort;
  readonly onClose: () => void;
}
