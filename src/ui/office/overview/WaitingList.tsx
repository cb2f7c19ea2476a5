import {
  CalendarClock,
  ClockAlert,
  CloudAlert,
  Copy,
  Files,
  Hourglass,
  House,
  ListX,
  Merge,
  MessagesSquare,
  ShieldQuestionMark,
  Smartphone,
  Split,
} from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { wardClockOff } from "../../../domain/ward/agreed-clock.ts";
import { leftBehind } from "../../../domain/ward/left-behind.ts";
import { isOverdue, type Waiting } from "../../../domain/ward/totals.ts";
import type { CountedRow, WardView } from "../../../phone/api/phone.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { householdName } from "../../parts/words/household-names.ts";
import { isoDate } from "../../parts/words/when.ts";
import { useNumbers } from "../../text/use-numbers.ts";
import { clockWords } from "../clock-words.ts";
import { countTroubles, silentDevices } from "../devices/device-trouble.ts";
import { WaitingHouseholds } from "./WaitingHouseholds.tsx";
import { CROSSING, LATE } from "../opinions/addresses.ts";
import { useMattersWaiting } from "./use-matters-waiting.ts";
import { useHeld, useStandings } from "../held/use-held.ts";
import "./WaitingList.css";

/** What waits for somebody at the ward, each with the way to it. */
export const WaitingList = memo(function WaitingList({
  ward,
  rows,
  waiting: { conflicts, overdue },
}: {
  readonly ward: WardView;
  readonly rows: readonly CountedRow[];
  readonly waiting: Waiting;
}) {
  const { t } = useTranslation("office");
  const numbers = useNumbers();
  const { t: common } = useTranslation("common");
  const { now } = usePhone();
  const time = now(ward.slug);
  const held = useHeld(ward.slug)?.value?.filter(({ decided }) => decided === null).length ?? 0;
  const standings = useStandings(ward.slug)?.value ?? [];
  const { copied, missing, silent, unsent } = countTroubles(ward.devices, standings, time);
  const all = held + copied + missing + silent + unsent;
  const clockOff = wardClockOff(standings, time) ?? 0;
  const left = leftBehind(ward.areas, rows, isoDate(time)).flatMap((one) =>
    one.rows.filter(({ nameless }) => !nameless),
  ).length;
  const { opinions, requests, overdueRequests, crossingRequests, crossingOpinions, doubles } =
    useMattersWaiting(ward);
  const crossing = crossingRequests + crossingOpinions;
  const inConflict = rows.filter(({ status }) => status.conflict);
  const late = rows
    .filter(({ status }) => isOverdue(status, time))
    .sort((a, b) => dueAt(a, time) - dueAt(b, time));
  const silentOnes = silentDevices(ward.devices, standings, time);
  return (
    <section className="office-card">
      <h2>{t("waiting.title")}</h2>
      {conflicts + overdue + opinions + requests + doubles + crossing + all + left === 0 &&
        clockOff === 0 && <p className="quiet">{t("waiting.none")}</p>}
      <ul className="waiting-list" data-asked>
        {/* First what has a day of the law. */}
        {requests > 0 && (
          <Item
            icon={ShieldQuestionMark}
            words={t("waiting.requests", {
              count: requests,
              number: numbers.integer(requests),
              overdue: numbers.integer(overdueRequests),
            })}
          >
            <Link href="/phuong/yeu-cau-du-lieu">{t("waiting.openRequests")}</Link>
          </Item>
        )}
        {crossing > 0 && (
          <Item
            icon={Split}
            words={t("waiting.crossing", { count: crossing, number: numbers.integer(crossing) })}
          >
            {crossingRequests > 0 && (
              <Link href="/phuong/yeu-cau-du-lieu">{t("waiting.openCrossingRequests")}</Link>
            )}
            {crossingOpinions > 0 && (
              <Link href={`/phuong/y-kien?${CROSSING}`}>{t("waiting.openCrossingOpinions")}</Link>
            )}
          </Item>
        )}
        {held > 0 && (
          <Item icon={Hourglass} words={t("waiting.held", { count: held, number: numbers.integer(held) })}>
            <Link href="/phuong/cho-xet">{t("waiting.openHeld")}</Link>
          </Item>
        )}
        {conflicts > 0 && (
          <Item
            icon={Files}
            words={t("waiting.conflicts", { count: conflicts, number: numbers.integer(conflicts) })}
          >
            <WaitingHouseholds
              ward={ward.slug}
              rows={inConflict}
              wordsOf={(_row, named) => t("waiting.settleOf", { household: householdName(common, named) })}
              hrefOf={({ id }) => `/ho/${id}/hai-ban`}
            />
          </Item>
        )}
        {overdue > 0 && (
          <Item
            icon={CalendarClock}
            words={t("waiting.overdue", { count: overdue, number: numbers.integer(overdue) })}
          >
            <WaitingHouseholds
              ward={ward.slug}
              rows={late}
              wordsOf={(row, named) =>
                t("waiting.late", {
                  household: householdName(common, named),
                  days: numbers.integer(Math.floor((time - dueAt(row, time)) / DAY)),
                })
              }
              hrefOf={({ id }) => `/ho/${id}`}
            />
          </Item>
        )}
        {left > 0 && (
          <Item icon={House} words={t("waiting.leftBehind", { count: left, number: numbers.integer(left) })}>
            <Link href="/phuong/ho-dan">{t("waiting.openLeftBehind")}</Link>
          </Item>
        )}
        {copied > 0 && (
          <Item icon={Copy} words={t("waiting.copied", { count: copied, number: numbers.integer(copied) })}>
            <Link href="/phuong/thiet-bi">{t("waiting.openDevices")}</Link>
          </Item>
        )}
        {missing > 0 && (
          <Item
            icon={ListX}
            words={t("waiting.missing", { count: missing, number: numbers.integer(missing) })}
          >
            <Link href="/phuong/thiet-bi">{t("waiting.openDevices")}</Link>
          </Item>
        )}
        {silent > 0 && (
          <Item
            icon={Smartphone}
            words={t("waiting.silent", { count: silent, number: numbers.integer(silent) })}
          >
            {silentOnes.map(({ kid, name, days }) => (
              <Link key={kid} href="/phuong/thiet-bi">
                {t("waiting.silentFor", {
                  name: name ?? t("device.unnamed"),
                  days: numbers.integer(days),
                })}
              </Link>
            ))}
            <Link href="/phuong/thiet-bi">{t("waiting.openDevices")}</Link>
          </Item>
        )}
        {unsent > 0 && (
          <Item
            icon={CloudAlert}
            words={t("waiting.unsent", { count: unsent, number: numbers.integer(unsent) })}
          >
            <Link href="/phuong/thiet-bi">{t("waiting.openDevices")}</Link>
          </Item>
        )}
        {clockOff !== 0 && (
          <Item icon={ClockAlert} words={t("waiting.clock", { gap: clockWords(t, numbers, -clockOff) })}>
            <Link href="/phuong/thiet-bi">{t("waiting.openDevices")}</Link>
          </Item>
        )}
        {opinions > 0 && (
          <Item
            icon={MessagesSquare}
            words={t("waiting.opinions", {
              count: opinions,
              number: numbers.integer(opinions),
              days: ward.opinionDays,
            })}
          >
            <Link href={`/phuong/y-kien?${LATE}`}>{t("waiting.openOpinions")}</Link>
          </Item>
        )}
        {doubles > 0 && (
          <Item
            icon={Merge}
            words={t("waiting.doubles", { count: doubles, number: numbers.integer(doubles) })}
          >
            <Link href="/phuong/hop">{t("waiting.openDoubles")}</Link>
          </Item>
        )}
      </ul>
    </section>
  );
});

/** Seconds: when somebody was expected; where no hour was agreed, when that was said. */
function dueAt({ status: { appointment, at } }: CountedRow, time: number): number {
  return appointment ?? at ?? time;
}

const DAY = 86_400;

function Item({
  icon: Icon,
  words,
  children,
}: {
  readonly icon: LucideIcon;
  readonly words: string;
  readonly children?: React.ReactNode;
}) {
  return (
    <li>
      <Icon aria-hidden />
      <div>
        <p>{words}</p>
        {children !== undefined && <div className="waiting-links">{children}</div>}
      </div>
    </li>
  );
}
