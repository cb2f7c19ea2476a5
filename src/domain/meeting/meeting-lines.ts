import type { Invited, ProgrammePoint } from "./meeting.ts";

/** Organisations as they are typed, one a line; a number at its end after a colon is how many people: 'Hội Phụ nữ: 2'. */
export function readInvited(text: string): Invited[] {
  return linesOf(text).map((line) => {
    const [, organisation = "", people] = /^(.+?)\s*:\s*(\d{1,4})(?:\s*người)?$/.exec(line) ?? [];
    return organisation === "" ? { organisation: line } : { organisation, people: Number(people) };
  });
}

export function invitedLines(invited: readonly Invited[]): string {
  return invited
    .map(({ organisation, people }) => (people === undefined ? organisation : `${organisation}: ${people}`))
    .join("\n");
}

/** Points of a programme as they are typed, one a line, with an hour before where there is one: '19:30 Thảo luận', '7h15 …'. */
export function readProgramme(text: string): ProgrammePoint[] {
  return linesOf(text).map((line) => {
    const [, hour = "", minute = "00", rest = ""] =
      /^([01]?\d|2[0-3])\s*(?:[:h]|giờ)\s*([0-5]\d)?\s*[-–:.]?\s+(\S.*)$/.exec(line) ?? [];
    return hour === "" ? { text: line } : { time: `${hour.padStart(2, "0")}:${minute}`, text: rest };
  });
}

export function programmeLines(programme: readonly ProgrammePoint[]): string {
  return programme.map(({ time, text }) => (time === undefined ? text : `${time} ${text}`)).join("\n");
}

/** Lines that say something, without what stands around them or numbers them. */
export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.replace(/^\s*[-•*–]\s*/, "").trim())
    .filter((line) => line !== "");
}
