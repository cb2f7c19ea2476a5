import { useEffect, useRef } from "react";
import { presencesAt, presentAt, type Attended } from "../../../domain/meeting/attendance.ts";
import { attendedDraft, meetingDraft, notThere } from "../../../domain/meeting/meeting-drafts.ts";
import type { Meeting } from "../../../domain/meeting/meeting.ts";
import { concerns } from "../../../domain/meeting/meetings.ts";
import type { HouseholdRow } from "../../../phone/api/phone.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import type { AttendIds, Attending, Turning } from "../../walk/use-meeting.ts";
import { usePresence } from "../../walk/use-presence.ts";

/** Records who is at one meeting, in the order of the taps; the first that comes to an announced one says that it takes place. */
export function useOfficePresence(ward: string, device: string, { meeting, rows, attended }: Attendees) {
  const { newId } = usePhone();
  const facts = useRef({ meeting, attended });
  const begun = useRef(false);
  useEffect(() => {
    facts.current = { meeting, attended };
    if (!meeting.planned) begun.current = false;
  });

  function attend({ id }: HouseholdRow, ids: AttendIds): Attending {
    const { meeting: known, attended: all } = facts.current;
    if (presentAt(known, all).has(id)) return { says: [], begins: null, id: known.id };
    const begins = known.planned && !begun.current;
    const households = known.households ?? rows.filter((row) => concerns(known, row.area, ward)).length;
    const word = meetingDraft({ ...known, planned: false, households }, ids.word, known.id);
    return {
      says: [...(begins ? [word] : []), attendedDraft(ids.attended, id, known.id, true)],
      begins: begins ? { jti: ids.word, place: known.area } : null,
      id: known.id,
    };
  }

  function turn(row: HouseholdRow): Turning {
    const { meeting: known, attended: all } = facts.current;
    const was = presencesAt(known, all).filter((one) => one.household === row.id);
    if (was.length === 0) return { ...attend(row, { word: newId(), attended: newId() }), isThere: true };
    return { says: notThere(newId, was, device), begins: null, id: known.id, isThere: false };
  }

  return usePresence(ward, { attend, turn, began: () => (begun.current = true) });
}

interface Attendees {
  readonly meeting: Meeting;
  readonly rows: readonly HouseholdRow[];
  /** See `attendancesIn`. */
  readonly attended: readonly Attended[];
}
