/** An appointment as a calendar keeps it. It goes into an app that is not ours, so that it names nobody. */
export interface CalendarEvent {
  /** The same for the same household: a later appointment takes the place of the one before. */
  readonly id: string;
  /** Seconds. */
  readonly at: number;
  /** Such as 'Hộ 18, tổ 7'. */
  readonly summary: string;
}

/** A calendar file of some appointments, a quarter of an hour each, with a reminder a quarter before (RFC 5545). `now` in seconds. */
export function calendarFile(events: readonly CalendarEvent[], now: number): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//So tay Quy uoc//VI",
    ...events.flatMap(({ id, at, summary }) => [
      "BEGIN:VEVENT",
      `UID:${id}@so-tay-quy-uoc`,
      `DTSTAMP:${utc(now)}`,
      // The later word of one UID holds.
      `SEQUENCE:${Math.floor(now / 60)}`,
      `DTSTART:${utc(at)}`,
      `DTEND:${utc(at + QUARTER)}`,
      `SUMMARY:${escapeText(summary)}`,
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `DESCRIPTION:${escapeText(summary)}`,
      "TRIGGER:-PT15M",
      "END:VALARM",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

const QUARTER = 900;
/** RFC 5545 §3.1: octets of a line, its end apart. */
const MOST_OCTETS = 75;

function utc(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** RFC 5545 §3.3.11. */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, "\\n");
}

/** Goes on in the next line after a space, and never within a letter. */
function foldLine(line: string): string {
  let folded = "";
  let octets = 0;
  for (const letter of line) {
    const size = octetsOf(letter);
    if (octets + size > MOST_OCTETS) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += letter;
    octets += size;
  }
  return folded;
}

function octetsOf(letter: string): number {
  const point = letter.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
