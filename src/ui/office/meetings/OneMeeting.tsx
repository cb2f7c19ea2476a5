import { ArrowLeft } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { attendanceOf, type Attended } from "../../../domain/meeting/attendance.ts";
import { calledOff } from "../../../domain/meeting/meeting-drafts.ts";
import type { Meeting } from "../../../domain/meeting/meeting.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { OpinionAct } from "../../household/OpinionAct.tsx";
import { useAnnounce } from "../../parts/Announcer.tsx";
import { Button } from "../../parts/Button.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { useSay } from "../../parts/hooks/use-say.ts";
import type { Recording } from "../use-recording.ts";
import { Announcement } from "./Announcement.tsx";
import { JoinedOf } from "./JoinedOf.tsx";
import { MeetingFacts, type PaperSort } from "./MeetingFacts.tsx";
import { RollCall } from "./RollCall.tsx";

const SummingUp = lazy(async () => ({ default: (await import("./SummingUp.tsx")).SummingUp }));
const MeetingPaper = lazy(async () => ({ default: (await import("./MeetingPaper.tsx")).MeetingPaper }));

/** One meeting whole: what is known of it, the words that call people, and who is there. */
export function OneMeeting({
  ward,
  device,
  rows,
  attended,
  meetings,
  meeting,
  busy: recording,
  onRecord,
  onForm,
  onBack,
}: OneMeetingProps) {
  const { t } = useTranslation("meetings");
  const { act } = usePhone();
  const announce = useAnnounce();
  const { run, busy, trouble } = useSay();
  const [paper, setPaper] = useState<PaperSort | null>(null);
  // Kept in this device from then on: a paper can be made where there is no coverage.
  useEffect(() => void import("../papers/administrative-paper.ts").catch(() => undefined), []);

  async function callOff() {
    const done = await run(() => act.say(ward.slug, calledOff(meeting)));
    if (!done.ok) return;
    announce(t("one.calledOff"));
    onBack();
  }

  return (
    <div className="meetings">
      <Button look="quiet" icon={ArrowLeft} onClick={onBack}>
        {t("one.back")}
      </Button>
      <Trouble text={trouble} />
      <div className="office-columns">
        <div className="office-column">
          <MeetingFacts
            {...{ ward, meeting, busy }}
            onChange={() => onForm(false)}
            onWrite={() => onForm(true)}
            onCallOff={() => void callOff()}
            onPaper={setPaper}
          />
          {meeting.parts.length > 0 && (
            <JoinedOf {...{ ward, rows, attended, meeting, onRecord }} busy={busy || recording} />
          )}
          {meeting.planned && <Announcement ward={ward} meeting={meeting} />}
          {meeting.kind === "summary" && (
            <Suspense fallback={null}>
              <SummingUp {...{ ward, rows, meetings, meeting }} />
            </Suspense>
          )}
        </div>
        <div className="office-column">
          <RollCall {...{ ward, device, rows, attended, meeting }} />
          <OpinionAct
            ward={ward.slug}
            subject={{
              sub: meeting.area,
              area: meeting.area === ward.slug ? null : meeting.area,
              channel: "meeting",
            }}
          />
        </div>
      </div>
      {paper !== null && (
        <Suspense fallback={null}>
          <MeetingPaper
            {...{ ward, meeting }}
            sort={paper}
            attendance={attendanceOf(meeting, rows, attended, ward.slug)}
            onClose={() => setPaper(null)}
          />
        </Suspense>
      )}
    </div>
  );
}

interface OneMeetingProps {
  readonly ward: WardView;
  readonly device: string;
  readonly rows: readonly HouseholdRow[];
  readonly attended: readonly Attended[];
  readonly meetings: readonly Meeting[];
  readonly meeting: Meeting;
  /** Whether something is being recorded by `onRecord`. */
  readonly busy: boolean;
  readonly onRecord: (said: Recording) => Promise<boolean>;
  /** Opens its form: to change it, or to write down what came of it. */
  readonly onForm: (held: boolean) => void;
  readonly onBack: () => void;
}
