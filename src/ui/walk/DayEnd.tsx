import { ArrowRightLeft } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { dueToday, dueTomorrow, openAppointment, startOfToday } from "../../domain/round/appointments.ts";
import { daysWork } from "../../domain/round/days-work.ts";
import { formatDate, formatTime } from "../../domain/words/vietnamese-format.ts";
import type { HouseholdRow, WardView } from "../../phone/api/phone.ts";
import { PRACTICE_WARD } from "../../phone/api/practice-ward.ts";
import { AddToCalendar } from "../household/AddToCalendar.tsx";
import { SendNow } from "../outbox/SendNow.tsx";
import { useHandOver } from "../outbox/use-hand-over.ts";
import { Button, ButtonLink } from "../parts/Button.tsx";
import { householdPlace } from "../parts/words/household-names.ts";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Screen } from "../parts/Screen.tsx";
import { SendingBanner } from "../parts/SendingBanner.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { useLive } from "../parts/hooks/use-live.ts";
import { dayWords } from "../parts/words/when.ts";
import { useNumbers } from "../text/use-numbers.ts";
import { DoorLink } from "./DoorLink.tsx";
import type { RoundProps } from "../round/OnRound.tsx";
import "./DayEnd.css";

/** `/di-ho/cuoi-ngay`: what was done today, what is still to be sent, and who waits tomorrow. */
export function DayEnd({ membership, ward, rows }: RoundProps) {
  const { t } = useTranslation("walk");
  const numbers = useNumbers();
  const { t: common } = useTranslation("common");
  const slug = membership.ward;
  const now = usePhone().now(slug);
  const lines = useDaysLines(slug, now);
  const work = useMemo(() => lines && daysWork(lines, now), [lines, now]);
  const tomorrow = useMemo(() => dueTomorrow(rows, now), [rows, now]);
  const left = useMemo(() => dueToday(rows, now), [rows, now]);
  const done = work ? DONE.filter((what) => work[what] > 0) : [];
  const toLookAt = lines?.filter(({ standing }) => standing === "rejected" || standing === "refused").length;
  return (
    <Screen
      title={t("evening.title")}
      subtitle={formatDate(now)}
      back="/di-ho"
      banner={<SendingBanner ward={slug} />}
    >
      <div className="day-end">
        <section aria-labelledby="day-done">
          <h2 id="day-done">{t("evening.done")}</h2>
          {work?.households === 0 && <p className="quiet">{t("evening.nothing")}</p>}
          {work && work.households > 0 && <p>{t("evening.households", { count: work.households })}</p>}
          {work && done.length > 0 && (
            <dl className="day-counts">
              {done.map((what) => (
                <div key={what}>
                  <dt>{t(`evening.counts.${what}`)}</dt>
                  <dd>{numbers.integer(work[what])}</dd>
                </div>
              ))}
            </dl>
          )}
        </section>
        <ToSend ward={slug} toLookAt={toLookAt} />
        <Waiting title={t("evening.left")} doors={left} {...{ ward, now }} />
        <section aria-labelledby="day-tomorrow">
          <h2 id="day-tomorrow">{t("evening.tomorrow")}</h2>
          {tomorrow.length === 0 && <p className="quiet">{t("evening.nobody")}</p>}
          <Doors doors={tomorrow} {...{ ward, now }} />
          {tomorrow.length > 0 && (
            <AddToCalendar
              now={now}
              events={tomorrow.map((door) => ({
                id: door.id,
                at: openAppointment(door) ?? now,
                summary: householdPlace(common, door, ward),
              }))}
            />
          )}
        </section>
      </div>
    </Screen>
  );
}

/** At least all that this phone has said today: as many more lines are asked for as the day takes. */
function useDaysLines(ward: string, now: number) {
  const [most, setMost] = useState(MOST);
  const lines = useLive("outbox", ward, most);
  const oldest = lines && lines.length >= most ? lines.at(-1) : undefined;
  if (!oldest || oldest.at < startOfToday(now)) return lines;
  setMost(most * 2);
  // A sum of some would look like that of all.
  return undefined;
}

/** Lines that are asked for first: as many as in the outbox, which may be there already. */
const MOST = 300;

const DONE = ["signed", "given", "comeBack", "absent", "refused"] as const;

/** What the ward has not got, with the two ways it may go. */
function ToSend({ ward, toLookAt }: ToSendProps) {
  const { t } = useTranslation("walk");
  const sending = useLive("sending", ward);
  const { hand, said, trouble } = useHandOver(ward);
  if (!sending || toLookAt === undefined) return null;
  const { unsent, photos = 0 } = sending;
  const waits = unsent + photos > 0;
  // A practice has nowhere to send to.
  const practises = ward === PRACTICE_WARD;
  const mayGo = waits && !practises;
  return (
    <section aria-labelledby="day-send">
      <h2 id="day-send">{t("evening.send")}</h2>
      {mayGo && (
        <p>
          {[
            unsent > 0 && t("evening.unsent", { count: unsent }),
            photos > 0 && t("evening.photos", { count: photos }),
          ]
            .filter(Boolean)
            .join(", ")}
        </p>
      )}
      {practises && <p>{t("evening.practice")}</p>}
      {/* What the ward did not take has not been received. */}
      {!practises && !waits && toLookAt === 0 && <p>{t("evening.allSent")}</p>}
      {mayGo && <SendNow ward={ward} />}
      {mayGo && (
        <>
          <Button wide icon={ArrowRightLeft} onClick={() => void hand()}>
            {t("evening.hand")}
          </Button>
          <p className="quiet">{t("evening.handText")}</p>
        </>
      )}
      <p role="status">{said}</p>
      <Trouble text={trouble} />
      {toLookAt > 0 && <ButtonLink href="/so-gui">{t("evening.lookAt", { count: toLookAt })}</ButtonLink>}
    </section>
  );
}

interface ToSendProps {
  readonly ward: string;
  /** How many records the ward did not take; undefined until they are counted. */
  readonly toLookAt: number | undefined;
}

function Waiting({ title, doors, ...rest }: DoorsProps & { readonly title: string }) {
  if (doors.length === 0) return null;
  return (
    <section aria-labelledby="day-left">
      <h2 id="day-left">{title}</h2>
      <Doors doors={doors} {...rest} />
    </section>
  );
}

function Doors({ doors, ward, now }: DoorsProps) {
  const { t } = useTranslation("walk");
  const { t: common } = useTranslation("common");
  return (
    <ol className="doors">
      {doors.map((door) => {
        const at = openAppointment(door) ?? now;
        const when = { time: formatTime(at), day: dayWords(common, at, now) };
        return <DoorLink key={door.id} door={door} words={t("why.appointment", when)} placed ward={ward} />;
      })}
    </ol>
  );
}

interface DoorsProps {
  readonly doors: readonly HouseholdRow[];
  readonly ward: WardView;
  /** Seconds. */
  readonly now: number;
}
