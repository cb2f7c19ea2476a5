import { calendarFile, type CalendarEvent } from "../../domain/days/calendar-file.ts";
import { downloadFile } from "../outbox/share-record.ts";
import { isoDate } from "../parts/words/when.ts";

/** Hands a calendar file to the phone, which opens it with its calendar; returns the file's name. */
export function giveCalendarFile(events: readonly CalendarEvent[], now: number): string {
  const [first] = events;
  const name = `hen-${isoDate(first?.at ?? now)}.ics`;
  downloadFile(new File([calendarFile(events, now)], name, { type: "text/calendar" }));
  return name;
}
