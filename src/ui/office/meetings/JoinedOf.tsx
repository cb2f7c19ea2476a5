import { Split } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Attended } from "../../../domain/meeting/attendance.ts";
import { matchedDraft } from "../../../domain/meeting/meeting-drafts.ts";
import type { Meeting } from "../../../domain/meeting/meeting.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { Button } from "../../parts/Button.tsx";
import type { Recording } from "../use-recording.ts";
import { PartList } from "./PartList.tsx";

/** Of which meetings one was joined, and the way to part them again. */
export function JoinedOf({ ward, rows, attended, meeting, busy, onRecord }: JoinedOfProps) {
  const { t } = useTranslation("meetings");
  const { parts, joinedBy } = meeting;

  async function part() {
    const again = matchedDraft(parts, true, ward.slug);
    const [first, ...others] = joinedBy.map(({ jti, area }) => ({ jti, place: area, again }));
    if (first) await onRecord({ drop: first, also: others, words: t("double.parted") });
  }

  return (
    <section className="office-card office-noprint">
      <h2>{t("double.of", { count: parts.length })}</h2>
      <p className="quiet">{t("double.ofText")}</p>
      <PartList {...{ ward, rows, attended, parts }} />
      <Button icon={Split} disabled={busy} onClick={() => void part()}>
        {t("double.part")}
      </Button>
    </section>
  );
}

interface JoinedOfProps {
  readonly ward: WardView;
  readonly rows: readonly HouseholdRow[];
  readonly attended: readonly Attended[];
  readonly meeting: Meeting;
  readonly busy: boolean;
  readonly onRecord: (said: Recording) => Promise<boolean>;
}
