import { LogIn } from "lucide-react";
import { useTranslation } from "react-i18next";
import { beginningOf } from "../../domain/meeting/meeting-doubles.ts";
import type { Meeting } from "../../domain/meeting/meeting.ts";
import { formatTime } from "../../domain/words/vietnamese-format.ts";
import type { WardView } from "../../phone/api/phone.ts";
import { useAnnounce } from "../parts/Announcer.tsx";
import { areaName } from "../parts/words/area-names.ts";
import { Button } from "../parts/Button.tsx";
import type { AtMeeting } from "./use-meeting.ts";

/** Meetings that another phone has begun here today: to go on with one of these comes before beginning another. */
export function MeetingOffer({ at, ward }: { readonly at: AtMeeting; readonly ward: WardView }) {
  const { t } = useTranslation("walk");
  const announce = useAnnounce();
  const { meeting, offered } = at;

  async function enter({ id, subject }: Meeting) {
    await at.choose(id);
    announce(t("meeting.entered", { subject }));
  }

  async function beginAnother() {
    await at.choose(null);
    announce(t("meeting.notBegun"));
  }

  return (
    <div className="meeting-offer">
      <p>{t("meeting.hasBegun")}</p>
      {offered.map((one) => {
        const area = one.area === ward.slug ? ward.name : areaName(ward, one.area);
        const { present, all } = at.attendanceOf(one);
        return (
          <div key={one.id}>
            <p>
              {t("meeting.going", { subject: one.subject, area })}
              <br />
              <span className="quiet">
                {begunWords(t, one, ward)} · {t("meeting.presentOf", { present, all })}
              </span>
            </p>
            <Button
              look="primary"
              wide
              icon={LogIn}
              aria-label={
                offered.length > 1 ? t("meeting.enterOf", { subject: one.subject, area }) : undefined
              }
              onClick={() => void enter(one)}
            >
              {t("meeting.enter")}
            </Button>
          </div>
        );
      })}
      {meeting !== null && (
        <Button wide onClick={() => void beginAnother()}>
          {t("meeting.begin")}
        </Button>
      )}
    </div>
  );
}

/** 'bắt đầu lúc 19:02, Cô Sáu ghi'. */
export function begunWords(
  t: ReturnType<typeof useTranslation<"walk">>["t"],
  meeting: Meeting,
  { devices }: Pick<WardView, "devices">,
): string {
  const { at, kid } = beginningOf(meeting) ?? meeting;
  const [time, by] = [formatTime(at), devices[kid]?.personName];
  return by === undefined ? t("meeting.begun", { time }) : t("meeting.begunBy", { time, by });
}
