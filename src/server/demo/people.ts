/** Somebody invented who goes from door to door in the demo. */
export interface DemoVolunteer {
  readonly id: string;
  readonly personName: string;
  readonly deviceName: string;
  /** Where the device may speak. */
  readonly areas: readonly string[];
  /** The tổ whose households this person goes to. */
  readonly groups: readonly string[];
  /** Hours after a round until its last record has gone out, at most: coverage is not the same everywhere. */
  readonly hoursToSend: number;
}

/** Seven volunteers; those with a whole khu phố lead its Ban công tác Mặt trận, as its handbook says, and hold its meetings. */
export const VOLUNTEERS: readonly DemoVolunteer[] = [
  {
    id: "lanh",
    personName: "Cô Sáu Lành",
    deviceName: "Điện thoại cô Sáu",
    areas: ["kp1/t01", "kp1/t02", "kp1/t03"],
    groups: ["kp1/t01", "kp1/t02"],
    hoursToSend: 1,
  },
  {
    id: "thanh",
    personName: "Chú Tư Thạnh",
    deviceName: "Điện thoại chú Tư",
    areas: ["kp1/t03", "kp1/t04"],
    groups: ["kp1/t03", "kp1/t04"],
    hoursToSend: 1,
  },
  {
    id: "nam",
    personName: "Bà Trần Thị Năm",
    deviceName: "Máy của bà Năm",
    areas: ["kp1"],
    groups: ["kp1/t05"],
    hoursToSend: 1,
  },
  {
    id: "nhan",
    personName: "Cô Ba Nhàn",
    deviceName: "Điện thoại cô Ba",
    areas: ["kp2/t06", "kp2/t07", "kp2/t08"],
    groups: ["kp2/t06", "kp2/t07"],
    hoursToSend: 2,
  },
  {
    id: "sau",
    personName: "Bà Nguyễn Thị Sáu",
    deviceName: "Máy của bà Sáu",
    areas: ["kp2"],
    groups: ["kp2/t08", "kp2/t09", "kp2/t10"],
    hoursToSend: 2,
  },
  {
    id: "kien",
    personName: "Bác Năm Kiên",
    deviceName: "Điện thoại bác Năm",
    areas: ["kp3/t11", "kp3/t12"],
    groups: ["kp3/t11", "kp3/t12"],
    hoursToSend: 2,
  },
  {
    id: "tam",
    personName: "Ông Võ Văn Tám",
    deviceName: "Máy của ông Tám",
    areas: ["kp3"],
    groups: ["kp3/t13", "kp3/t14"],
    hoursToSend: 2,
  },
];

/** The one in the ward office who answers and counts. */
export const OFFICE = {
  id: "office",
  personName: "Chị Thanh Hà",
  deviceName: "Máy văn phòng Mặt trận",
} as const;

/** Who holds the meetings of a khu phố, and speaks for all of it. */
export function leaderOf(neighbourhood: string): DemoVolunteer {
  const leader = VOLUNTEERS.find(({ areas }) => areas.includes(neighbourhood));
  if (!leader) throw new Error(`nobody leads ${neighbourhood}`);
  return leader;
}

/** The khu phố of a volunteer or of a tổ: the first step of an area code. */
export function neighbourhoodOf(area: string): string {
  return area.split("/")[0] ?? area;
}
