import { Merge } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Attended } from "../../../domain/meeting/attendance.ts";
import { matchedDraft } from "../../../domain/meeting/meeting-drafts.ts";
import type { Meeting } from "../../../domain/meeting/meeting.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { Button } from "../../parts/Button.tsx";
import type { Recording } from "../use-recording.ts";
import { PartList } from "./PartList.tsx";

/** Meetings that two devices may have begun without hearing of each other, side by side: joined by one tap, or said to be two. */
export function MeetingDoubles({
  ward,
  rows,
  attended,
  doubles,
  busy,
  onRecord,
  onOpen,
}: MeetingDoublesProps) {
  const { t } = useTranslation("meetings");
  if (doubles.length === 0) return null;
  return (
    <section className="office-card meetings-doubles">
      <h2>{t("double.title")}</h2>
      <p className="quiet">{t("double.text")}</p>
      {doubles.map((group) => {
        const names = group.map(({ subject }) => subject).join(" · ");
        const decide = (same: boolean) =>
          void onRecord({
            says: [matchedDraft(group, same, ward.slug)],
            words: t(same ? "double.joined" : "double.remembered"),
          });
        return (
          <div key={group.map(({ id }) => id).join(" ")} className="meetings-double">
            <h3>{formatDate(group[0]?.date ?? "")}</h3>
            <PartList {...{ ward, rows, attended, onOpen }} parts={group} />
            <div className="meetings-acts">
              <Button
                icon={Merge}
                disabled={busy}
                aria-label={t("double.joinOf", { names })}
                onClick={() => decide(true)}
              >
                {t("double.join")}
              </Button>
              <Button
                look="quiet"
                disabled={busy}
                aria-label={t("double.differentOf", { names })}
                onClick={() => decide(false)}
              >
                {t("double.different")}
              </Button>
            </div>
          </div>
        );
      })}
    </section>
  );
}

interface MeetingDoublesProps {
  readonly ward: WardView;
  readonly rows: readonly HouseholdRow[];
  readonly attended: readonly Attended[];
  /** See `likelyDoubles`. */
  readonly doubles: readonly (readonly Meeting[])[];
  readonly busy: boolean;
  readonly onRecord: (said: Recording) => Promise<boolean>;
  readonly onOpen: (id: string) => void;
}
