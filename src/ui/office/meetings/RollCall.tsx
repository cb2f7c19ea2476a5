import { Check, ScanLine } from "lucide-react";
import { lazy, memo, Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { attendanceOf, lackingForQuorum, type Attended } from "../../../domain/meeting/attendance.ts";
import type { Meeting } from "../../../domain/meeting/meeting.ts";
import { concerns } from "../../../domain/meeting/meetings.ts";
import { searcher } from "../../../domain/words/searcher.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { Button } from "../../parts/Button.tsx";
import { ChoiceChip, Choices } from "../../parts/Chip.tsx";
import { householdName, householdPlace } from "../../parts/words/household-names.ts";
import { SearchField } from "../../parts/SearchField.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { useApartWords } from "../../parts/hooks/use-apart-words.ts";
import { useNumbers } from "../../text/use-numbers.ts";
import { walk as walkWords } from "../../text/vi/walk.ts";
import { useOfficePresence } from "./use-office-presence.ts";

const ScanReceipts = lazy(async () => ({
  default: (await import("../../scan/ScanReceipts.tsx")).ScanReceipts,
}));

/** Who is there, household by household: found by a few letters, tapped, or scanned by its receipt. */
export function RollCall({ ward, device, meeting, rows, attended }: RollCallProps) {
  useApartWords("walk", walkWords);
  const { t } = useTranslation("meetings");
  const numbers = useNumbers();
  const [query, setQuery] = useState("");
  const [absent, setAbsent] = useState(false);
  const [shown, setShown] = useState(STEP);
  const [scanning, setScanning] = useState(false);
  const here = useMemo(
    () => rows.filter(({ area }) => concerns(meeting, area, ward.slug)),
    [rows, meeting, ward.slug],
  );
  const attendance = useMemo(
    () => attendanceOf(meeting, rows, attended, ward.slug),
    [meeting, rows, attended, ward.slug],
  );
  const presence = useOfficePresence(ward.slug, device, { meeting, rows, attended });
  const { all, present, from, there, quorum } = attendance;
  const found = useMemo(() => {
    const meets = query.trim() === "" ? null : searcher(query);
    return here.filter(({ id, search }) => (!absent || !there.has(id)) && (!meets || meets(search)));
  }, [here, query, absent, there]);
  return (
    <section className="office-card office-noprint">
      <h2>{t("roll.title")}</h2>
      <p role="status">
        <b>{t("presentOf", { present: numbers.integer(present), all: numbers.integer(all) })}</b>
        {from !== null && ` · ${t(`one.from.${from}`)}`}
        {" · "}
        {quorum ? t("one.quorum") : t("one.lacking", { count: lackingForQuorum(present, all) })}
      </p>
      <p className="quiet">{t("roll.text")}</p>
      <div className="meetings-tools">
        <SearchField label={t("roll.search")} initial="" onSearch={setQuery} />
        <Button icon={ScanLine} onClick={() => setScanning(true)}>
          {t("roll.scan")}
        </Button>
      </div>
      <Choices label={t("roll.which")}>
        <ChoiceChip chosen={!absent} onChoose={() => setAbsent(false)}>
          {t("roll.all", { count: here.length })}
        </ChoiceChip>
        <ChoiceChip chosen={absent} onChoose={() => setAbsent(true)}>
          {t("roll.absent", { count: here.filter(({ id }) => !there.has(id)).length })}
        </ChoiceChip>
      </Choices>
      <Trouble text={presence.trouble} />
      {found.length === 0 && (
        <p className="quiet">{t(here.length === 0 ? "roll.noHouseholds" : "roll.nobody")}</p>
      )}
      <ul className="meetings-roll" aria-label={t("roll.names")}>
        {found.slice(0, shown).map((row) => (
          <Seat key={row.id} ward={ward} row={row} isThere={there.has(row.id)} onThere={presence.onThere} />
        ))}
      </ul>
      {found.length > shown && (
        <Button look="quiet" onClick={() => setShown(shown + STEP)}>
          {t("roll.more", {
            count: found.length - shown,
            number: numbers.integer(found.length - shown),
          })}
        </Button>
      )}
      {scanning && (
        <Suspense fallback={null}>
          <ScanReceipts
            ward={ward.slug}
            rows={rows}
            onFound={presence.arrived}
            onClose={() => setScanning(false)}
          />
        </Suspense>
      )}
    </section>
  );
}

const Seat = memo(function Seat({ ward, row, isThere, onThere }: SeatProps) {
  const { t } = useTranslation("common");
  return (
    <li>
      <button type="button" aria-pressed={isThere} onClick={() => onThere(row)}>
        <Check aria-hidden />
        <span>
          <b>{householdName(t, row)}</b>
          <span className="quiet">
            {[householdPlace(t, row, ward), row.address].filter(Boolean).join(" · ")}
          </span>
        </span>
      </button>
    </li>
  );
});

/** More at once than anybody looks through without searching. */
const STEP = 60;

interface SeatProps {
  readonly ward: WardView;
  readonly row: HouseholdRow;
  readonly isThere: boolean;
  readonly onThere: (row: HouseholdRow) => void;
}

interface RollCallProps {
  readonly ward: WardView;
  readonly device: string;
  readonly meeting: Meeting;
  readonly rows: readonly HouseholdRow[];
  readonly attended: readonly Attended[];
}
