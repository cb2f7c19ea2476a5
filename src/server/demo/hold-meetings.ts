import type { Chance } from "./chance.ts";
import { dateOf, hourOf, MINUTE, weekdayOf } from "./hours.ts";
import { leaderOf } from "./people.ts";
import type { NewId, Utterance } from "./utterance.ts";

/** A meeting of a khu phố's households. Times in seconds. */
export interface Meeting {
  readonly area: string;
  /** Who led it. */
  readonly by: string;
  readonly to: number;
  readonly sentAt: number;
}

/** One meeting in each khu phố, on a Saturday evening of the weeks before last; `households` counts them by khu phố. */
export function planMeetings(
  households: ReadonlyMap<string, number>,
  now: number,
  chance: Chance,
): Meeting[] {
  return [...households.keys()].map((area, index) => {
    const back = 16 + index * 7;
    const saturday = hourOf(now, -back - ((weekdayOf(hourOf(now, -back, 12)) + 1) % 7), 0);
    const to = hourOf(saturday, 0, 20) + chance.between(20, 50) * MINUTE;
    return { area, by: leaderOf(area).id, to, sentAt: to + chance.between(10 * MINUTE, 60 * MINUTE) };
  });
}

/** The record of a meeting; its minutes tell what was talked about, and nobody's name. */
export function recordMeeting(
  { area, by, to, sentAt }: Meeting,
  households: number,
  newId: NewId,
  chance: Chance,
): Utterance {
  const present = Math.round(households * (0.32 + chance.next() * 0.1));
  const body = {
    kind: "neighbourhood",
    date: dateOf(to),
    place: PLACES[area] ?? "Nhà văn hoá khu phố",
    subject: "Đọc lại quy ước, góp ý và bàn cách thực hiện năm 2026",
    households,
    present,
  };
  const minutes = MINUTES_OF[area];
  const personal = minutes === undefined ? {} : { minutes };
  return { by, at: to, sentAt, draft: { jti: newId(to), type: "meeting.held", sub: area, body, personal } };
}

const PLACES: Readonly<Record<string, string>> = {
  kp1: "Trụ sở khu phố 1",
  kp2: "Nhà văn hoá khu phố 2",
  kp3: "Nhà văn hoá khu phố 3",
};

const MINUTES_OF: Readonly<Record<string, string>> = {
  kp1: "Đọc lại điều 11, 12 và 18. Bà con đề nghị đổi giờ xe rác cho nhà buôn bán, sửa cống dãy phố sau chợ. Thống nhất tổ trưởng ghé nhà những hộ buôn bán vào buổi tối.",
  kp2: "Đọc lại điều 11, 16 và 20. Bàn cho xe rác nhỏ vào hẻm 4, dọn lục bình hai tuần một lần, cắm biển báo chỗ nước sâu. Bà con đề nghị sổ tay kỳ sau in chữ to hơn.",
  kp3: "Đọc lại điều 12, 14 và 16. Các nhà dọc đường vào tổ 14 thuận chừa đất làm đường. Thống nhất báo trước một ngày khi xịt thuốc ruộng gần nhà.",
};
