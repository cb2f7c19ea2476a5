import { isWithin } from "../ids.ts";
import type { AmendmentRecord, Chapter } from "../ward-facts.ts";
import { stepOf } from "./amendment-case.ts";
import { stateOf } from "./count.ts";
import { meetingDay, postedUntil } from "./deadlines.ts";
import { amendmentsIn } from "./fold-amendments.ts";

/** A draft that residents are asked about, as their handbook shows it. Dates as `2026-11-18`. */
export interface PostedDraft {
  readonly id: string;
  readonly area: string;
  /** What the change is about; "" where nobody said. */
  readonly about: string;
  readonly title: string;
  readonly chapters: readonly Chapter[];
  readonly postedOn: string;
  /** The last day for which it has to stand on the board. */
  readonly until: string;
  /** The day for which the meeting was announced; null before. */
  readonly meetingOn: string | null;
}

/** The drafts on which an area's residents have still to decide, the one posted last first. */
export function postedDrafts(records: readonly AmendmentRecord[], code: string): PostedDraft[] {
  return amendmentsIn(records)
    .filter(({ area }) => isWithin(area, code) || isWithin(code, area))
    .flatMap((file) => {
      const posting = stepOf(file, "posting");
      const isOpen = ["underWay", "noQuorum"].includes(stateOf(file));
      if (!posting?.draft || !isOpen) return [];
      const { id, area, title: about } = file;
      const { title, chapters } = posting.draft;
      const until = postedUntil(file) ?? posting.date;
      return [
        { id, area, about, title, chapters, postedOn: posting.date, until, meetingOn: meetingDay(file) },
      ];
    })
    .sort((a, b) => (a.postedOn < b.postedOn ? 1 : -1));
}
