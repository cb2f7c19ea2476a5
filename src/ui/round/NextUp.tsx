import { ArrowRight } from "lucide-react";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { dueToday, openAppointment, startOfToday } from "../../domain/round/appointments.ts";
import { whomNext } from "../../domain/round/whom-next.ts";
import { formatTime } from "../../domain/words/vietnamese-format.ts";
import type { HouseholdRow, WardView } from "../../phone/api/phone.ts";
import { groupNumber, groupPlace } from "../parts/words/area-names.ts";
import { upperFirst } from "../parts/words/letter-case.ts";
import { whyWords } from "./why-words.ts";
import "./NextUp.css";

/** Whom to go to next and why, what was promised for today, and what else a round may be. All may be passed by. */
export const NextUp = memo(function NextUp({ rows, ward, placed, now }: NextUpProps) {
  const { t } = useTranslation("round");
  const { t: common } = useTranslation("common");
  const [next] = useMemo(() => whomNext(rows, { at: now }).now, [rows, now]);
  const waiting = useMemo(() => dueToday(rows, now), [rows, now]);
  const today = waiting.filter((row) => (openAppointment(row) ?? 0) >= startOfToday(now));
  const overdue = waiting.length - today.length;
  const words = next ? whyWords(t, common, next.why, now) : "";
  const noNumber = common("household.noNumber");
  const first = today.map((row) => ({ at: openAppointment(row) ?? 0, number: row.number ?? noNumber }))[0];
  return (
    <section className="next-up" aria-labelledby="next-up">
      <h2 id="next-up">{t("next.title")}</h2>
      {next ? (
        <Link
          href={`/ho/${next.door.id}`}
          className="next-up-door"
          aria-label={t("next.named", {
            number: next.door.number ?? noNumber,
            group: groupNumber(ward, next.door.area),
            head: next.door.head ?? common("household.noName"),
            why: words,
          })}
        >
          <span className="household-item-number">{next.door.number ?? "–"}</span>
          <span className="household-item-words">
            <b>{next.door.head ?? common("household.noName")}</b>
            <span>
              {[placed && groupPlace(ward, next.door.area, common("household.group")), words]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </span>
          <ArrowRight aria-hidden />
        </Link>
      ) : (
        <p className="quiet">{t("next.nobody")}</p>
      )}
      {waiting.length > 0 && (
        <Link href="/di-ho/thu-tu" className="next-up-today">
          {upperFirst(
            [
              first &&
                t("next.today", { count: today.length, time: formatTime(first.at), number: first.number }),
              overdue > 0 && t("next.overdue", { count: overdue }),
            ]
              .filter(Boolean)
              .join(" · "),
          )}
        </Link>
      )}
      <nav aria-label={t("next.ways")}>
        <Link href="/di-ho/thu-tu">{t("next.order")}</Link>
        <Link href="/di-ho/hop">{t("next.meeting")}</Link>
        <Link href="/di-ho/cuoi-ngay">{t("next.evening")}</Link>
      </nav>
    </section>
  );
});

interface NextUpProps {
  /** Those of the tổ that was chosen: what is counted here is what the whole order shows. */
  readonly rows: readonly HouseholdRow[];
  readonly ward: Pick<WardView, "areas">;
  /** Whether to say in which tổ the door is. */
  readonly placed: boolean;
  /** Seconds, by the minute. */
  readonly now: number;
}
