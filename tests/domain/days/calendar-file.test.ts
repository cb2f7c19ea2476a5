import { expect, it } from "vitest";
import { calendarFile } from "../../../src/domain/days/calendar-file.ts";

const NOW = Date.UTC(2026, 10, 23, 3) / 1000;
const AT = Date.parse("2026-11-24T18:30:00+07:00") / 1000;
const one = (summary: string) => calendarFile([{ id: "hh-1", at: AT, summary }], NOW);

it("says when and at which door, with a reminder, in the lines of RFC 5545", () => {
  expect(one("Hộ 18, tổ 7").split("\r\n")).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//So tay Quy uoc//VI",
    "BEGIN:VEVENT",
    "UID:hh-1@so-tay-quy-uoc",
    "DTSTAMP:20261123T030000Z",
    `SEQUENCE:${NOW / 60}`,
    "DTSTART:20261124T113000Z",
    "DTEND:20261124T114500Z",
    "SUMMARY:Hộ 18\\, tổ 7",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "DESCRIPTION:Hộ 18\\, tổ 7",
    "TRIGGER:-PT15M",
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
});

it("lets no text out of its line", () => {
  expect(one("a;b\\c\nEND:VEVENT")).toContain("SUMMARY:a\\;b\\\\c\\nEND:VEVENT\r\n");
});

it("folds a line after 75 octets, never within a letter", () => {
  const lines = one("ố".repeat(60)).split("\r\n");
  const octets = lines.map((line) => new TextEncoder().encode(line).length);
  expect(Math.max(...octets)).toBeLessThanOrEqual(75);
  expect(lines.join("").replaceAll(" ố", "ố")).toContain(`SUMMARY:${"ố".repeat(60)}`);
});

it("keeps several appointments in one file", () => {
  const file = calendarFile(
    [
      { id: "a", at: AT, summary: "Hộ 1" },
      { id: "b", at: AT, summary: "Hộ 2" },
    ],
    NOW,
  );
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(2);
});
