import { useTranslation } from "react-i18next";
import { countingPledge, type Household } from "../../domain/household-facts.ts";
import { isNameless } from "../../domain/household/nameless.ts";
import { pledgesOf } from "../../domain/household/pledges-of.ts";
import type { HouseholdStatus } from "../../domain/household/status.ts";
import { waitingChanges } from "../../domain/household/waiting-changes.ts";
import { formatTime } from "../../domain/words/vietnamese-format.ts";
import type { Membership, WardView } from "../../phone/api/phone.ts";
import { ButtonLink } from "../parts/Button.tsx";
import { Card } from "../parts/Card.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { householdPlace } from "../parts/words/household-names.ts";
import { dayWords } from "../parts/words/when.ts";
import { useMeasures } from "../text/use-measures.ts";
import { AddToCalendar } from "./AddToCalendar.tsx";
import { diaryWords } from "./diary/diary-words.ts";
import { ConfirmUnmet } from "./ConfirmUnmet.tsx";
import { HalfPledge } from "./HalfPledge.tsx";
import type { LastAct } from "./use-last-act.ts";
import "./Notices.css";

/** What whoever stands at this door should know first: the appointment, a half-filled pledge, what was said. */
export function Notices({ household, status, draft, ward, role, onKept }: NoticesProps) {
  const { t } = useTranslation("household");
  const { t: common } = useTranslation("common");
  const now = usePhone().now(ward.slug);
  const said = household.visits.findLast(({ at }) => at === status.at)?.note;
  const pledge = ward.campaign && countingPledge(household, ward.campaign.id);
  const all = ward.campaign ? pledgesOf(household, ward.campaign.id) : [];
  const isSettled = all.length > 1 && !status.conflict;
  const isKnown = !isNameless(household);
  const numbers = useMeasures();
  const waiting = waitingChanges(household, role);
  const day = status.at === null ? "" : dayWords(common, status.at, now);
  const placeOf = ({ number, area }: Household) => householdPlace(common, { number, area: area ?? "" }, ward);
  return (
    <>
      <HalfPledge
        ward={ward.slug}
        household={household.id}
        number={household.number}
        draft={draft}
        onDropped={onKept}
      />
      {waiting.map((line) => (
        <Card key={line.jti} tone="again">
          <p className="notice-title">{t("notice.waiting", { what: diaryWords(t, line, numbers) })}</p>
          <p>{t("notice.waitingText")}</p>
        </Card>
      ))}
      {household.ended && waiting.length === 0 && <Card>{t(`notice.${household.ended.how}`)}</Card>}
      {status.word === "again" && isKnown && (
        <Card tone="again">
          <p className="notice-title">
            {status.appointment === null
              ? t("notice.comeBackOpen")
              : t("notice.comeBack", {
                  time: formatTime(status.appointment),
                  day: dayWords(common, status.appointment, now),
                })}
          </p>
          {said !== undefined && <p>{said}</p>}
          {household.note !== undefined && <p>{household.note}</p>}
          {status.appointment !== null && status.appointment > now && (
            <AddToCalendar
              events={[{ id: household.id, at: status.appointment, summary: placeOf(household) }]}
              now={now}
            />
          )}
        </Card>
      )}
      {status.word === "refused" && (
        <Card tone="refused">
          <p className="notice-title">{t("notice.refused", { day })}</p>
          <p>{said ?? t("notice.refusedText")}</p>
        </Card>
      )}
      {status.conflict && isKnown && (
        <Card tone="again">
          <p className="notice-title">{t("notice.conflict")}</p>
          <p>{t("notice.conflictText")}</p>
          <ButtonLink wide href={`/ho/${household.id}/hai-ban`}>
            {t("notice.compare")}
          </ButtonLink>
        </Card>
      )}
      {status.word === "signed" && (
        <Card tone="signed">
          <p className="notice-title">{t("notice.signed", { day })}</p>
          {pledge && isKnown && (
            <ButtonLink wide href={`/ho/${household.id}/da-ky/${pledge.jti}`}>
              {t("notice.receipt")}
            </ButtonLink>
          )}
          {isSettled && isKnown && (
            <ButtonLink look="quiet" wide href={`/ho/${household.id}/hai-ban`}>
              {t("notice.compare")}
            </ButtonLink>
          )}
        </Card>
      )}
      {status.unmet && pledge && isKnown && (
        <ConfirmUnmet
          ward={ward.slug}
          household={household.id}
          campaign={pledge.campaign}
          number={household.number}
          pledge={pledge.jti}
          onKept={onKept}
        />
      )}
      {status.word !== "again" && household.note !== undefined && household.note !== "" && (
        <Card>
          <p>{household.note}</p>
        </Card>
      )}
      {household.erased && (
        <p className="quiet">
          {t("notice.erased")}
          {!isKnown && ` ${t("notice.erasedText")}`}
        </p>
      )}
    </>
  );
}

interface NoticesProps {
  readonly household: Household;
  readonly status: HouseholdStatus;
  /** The half-filled pledge; null where there is none. */
  readonly draft: unknown;
  readonly ward: WardView;
  /** This phone's. */
  readonly role: Membership["role"];
  readonly onKept: (last: LastAct) => void;
}
