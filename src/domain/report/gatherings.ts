import { attendanceOf, attendancesIn } from "../meeting/attendance.ts";
import { keyAt, type Measured } from "./figure.ts";
import { isDuring, type ReportPeriod } from "./period.ts";
import { byPlace, neighbourhoodsIn, type ReportSource } from "./source.ts";

/** The meetings that took place in the days of a period, and the households that were there, each time anew. */
export function measureMeetings(source: ReportSource, period: ReportPeriod): readonly Measured[] {
  const { ward, households, meetings } = source;
  const held = meetings.filter(({ planned, date }) => !planned && isDuring(date, period));
  if (held.length === 0) return [];
  const attended = attendancesIn(households);
  const counted = held.map((meeting) => ({
    meeting,
    present: attendanceOf(meeting, households, attended, ward.slug).present,
  }));
  return byPlace(counted, neighbourhoodsIn(source, period), ({ meeting }) => meeting.area).flatMap(
    ({ place, items }) => {
      const shared = { part: "meetings", place: place || ward.slug, form: "count" } as const;
      const lineOf = ({ meeting }: (typeof items)[number], amount: number) =>
        ({ of: "meeting", id: meeting.id, place: meeting.area, amount }) as const;
      const present = items.reduce((sum, one) => sum + one.present, 0);
      return [
        {
          ...shared,
          key: keyAt("meeting.held", place),
          name: "Cuộc họp, hội nghị",
          unit: "cuộc",
          value: items.length,
          lines: items.map((one) => lineOf(one, 1)),
        },
        {
          ...shared,
          key: keyAt("meeting.present", place),
          name: "Lượt hộ dự họp",
          unit: "lượt hộ",
          value: present,
          lines: items.map((one) => lineOf(one, one.present)),
        },
      ] satisfies readonly Measured[];
    },
  );
}
