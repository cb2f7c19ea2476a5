import { CalendarPlus, Presentation } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { attendancesIn } from "../../../domain/meeting/attendance.ts";
import { likelyDoubles } from "../../../domain/meeting/meeting-doubles.ts";
import { MEETING_LEVELS, type Meeting, type MeetingLevel } from "../../../domain/meeting/meeting.ts";
import { meetingsIn, meetingYears } from "../../../domain/meeting/meetings.ts";
import type { WardRecord } from "../../../domain/ward-facts.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { Button } from "../../parts/Button.tsx";
import { ChoiceChip, Choices } from "../../parts/Chip.tsx";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { UndoToast } from "../../parts/UndoToast.tsx";
import { useApartWords } from "../../parts/hooks/use-apart-words.ts";
import { useLive } from "../../parts/hooks/use-live.ts";
import { meetings as words } from "../../text/vi/meetings.ts";
import { today as todayOf } from "../form-parts.tsx";
import { StillLoading } from "../overview/StillLoading.tsx";
import type { SectionProps } from "../section-props.ts";
import { useRecording } from "../use-recording.ts";
import { AttendedTable } from "./AttendedTable.tsx";
import { MeetingDoubles } from "./MeetingDoubles.tsx";
import { MeetingFormCard } from "./MeetingFormCard.tsx";
import { MeetingTable } from "./MeetingTable.tsx";
import { OneMeeting } from "./OneMeeting.tsx";
import "./Meetings.css";

/** `/phuong/hop`: meetings and conferences from the tổ's to the ward's, and which households come to them. */
export function MeetingsPage({ ward, device }: Pick<SectionProps, "ward" | "device">) {
  useApartWords("meetings", words);
  const rows = useLive("round", ward.slug);
  const sending = useLive("sending", ward.slug);
  const records = useLive("meetings", ward.slug);
  const meetings = useMemo(() => records && meetingsIn(records, ward.slug), [records, ward.slug]);
  if (!rows || !sending || !records || !meetings) return null;
  if (!sending.whole) return <StillLoading sending={sending} />;
  return <Meetings {...{ ward, device, rows, meetings, records }} />;
}

function Meetings({ ward, device, rows, meetings, records }: MeetingsProps) {
  const { t } = useTranslation("meetings");
  const { now } = usePhone();
  const today = todayOf(now(ward.slug));
  const [view, setView] = useState<View>({ what: "list" });
  const [year, setYear] = useState("");
  const [level, setLevel] = useState<MeetingLevel | "">("");
  const { record, undo, close, told, trouble, busy } = useRecording(ward.slug);
  const attended = useMemo(() => attendancesIn(rows), [rows]);
  const doubles = useMemo(() => likelyDoubles(meetings, records, ward.slug), [meetings, records, ward.slug]);
  // By any of its names: what is being looked at may be joined with another meanwhile.
  const opened = meetings.find(({ names }) => view.what !== "list" && names.includes(view.id)) ?? null;
  const list = () => setView({ what: "list" });

  async function keep(...said: Parameters<typeof record>): Promise<boolean> {
    const done = await record(...said);
    if (done) setView(opened ? { what: "one", id: opened.id } : { what: "list" });
    return done;
  }

  return (
    <>
      {view.what === "form" && (
        <MeetingFormCard
          key={`${view.id} ${view.held}`}
          {...{ ward, rows, busy, trouble }}
          of={opened}
          held={view.held}
          onRecord={keep}
          onCancel={() => setView(opened ? { what: "one", id: opened.id } : { what: "list" })}
        />
      )}
      {view.what === "one" && opened && (
        <OneMeeting
          // The toast beside it may go by the same id.
          key={`one ${opened.id}`}
          {...{ ward, device, rows, attended, meetings, busy }}
          meeting={opened}
          onRecord={record}
          onForm={(held) => setView({ what: "form", id: opened.id, held })}
          onBack={list}
        />
      )}
      {(view.what === "list" || (view.what === "one" && !opened)) && (
        <div className="meetings">
          <p className="quiet">{t("intro")}</p>
          <Button
            look="primary"
            icon={CalendarPlus}
            onClick={() => setView({ what: "form", id: "", held: false })}
          >
            {t("plan")}
          </Button>
          <Trouble text={trouble} />
          <MeetingDoubles
            {...{ ward, rows, attended, doubles, busy }}
            onRecord={record}
            onOpen={(id) => setView({ what: "one", id })}
          />
          {meetings.length === 0 ? (
            <EmptyState icon={Presentation} title={t("none")}>
              <p>{t("noneText")}</p>
            </EmptyState>
          ) : (
            <section className="office-card">
              <h2>{t("list")}</h2>
              <Choices label={t("year")}>
                {["", ...meetingYears(meetings)].map((one) => (
                  <ChoiceChip key={one} chosen={year === one} onChoose={() => setYear(one)}>
                    {one === "" ? t("allYears") : t("ofYear", { year: one })}
                  </ChoiceChip>
                ))}
              </Choices>
              <Choices label={t("level")}>
                {(["", ...MEETING_LEVELS] as const).map((one) => (
                  <ChoiceChip key={one} chosen={level === one} onChoose={() => setLevel(one)}>
                    {one === "" ? t("allLevels") : t(`levels.${one}`)}
                  </ChoiceChip>
                ))}
              </Choices>
              <MeetingTable
                {...{ ward, rows, attended, today }}
                meetings={meetings.filter(
                  (one) => one.date.startsWith(year) && (level === "" || one.level === level),
                )}
                onOpen={(id) => setView({ what: "one", id })}
              />
            </section>
          )}
          {rows.length > 0 && <AttendedTable {...{ ward, rows, meetings }} thisYear={today.slice(0, 4)} />}
        </div>
      )}
      {told && (
        <UndoToast key={told.id} words={told.words} undone={t("form.undone")} onUndo={undo} onClose={close} />
      )}
    </>
  );
}

/** The list, one meeting, or the form of one; "" for a new one's. */
type View =
  | { readonly what: "list" }
  | { readonly what: "one"; readonly id: string }
  | { readonly what: "form"; readonly id: string; readonly held: boolean };

interface MeetingsProps {
  readonly ward: WardView;
  readonly device: string;
  readonly rows: readonly HouseholdRow[];
  readonly meetings: readonly Meeting[];
  /** What the meetings were read from. */
  readonly records: readonly WardRecord[];
}
