import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { command } from "../../../scripts/server-process.mjs";

/** Slug of the wards that benchmarks make. */
export const WARD = "phuong-do";

/**
 * Makes a ward of invented households in the store of a folder: 280 tổ in 20 khu phố unless said, all alike in size.
 * Covenant and pledge of the demo come along, so that households can sign.
 * @param {{ dataDir: string, root: string, households: number, groups?: number, neighbourhoods?: number }} what
 */
export async function makeWard({ dataDir, root, households, groups = 280, neighbourhoods = 20 }) {
  const env = { DATA_DIR: dataDir };
  const list = join(dataDir, "danh-sach.csv");
  await command(["init", WARD, "--name", "Phường Đo"], env);
  writeFileSync(list, householdList(households, groups, neighbourhoods));
  await command(["import", WARD, list], env);
  await command(["publish", WARD, join(root, "demo/quy-uoc-kp1.md")], env);
  await command(["campaign", WARD, join(root, "demo/cam-ket-2026.md")], env);
}

/** A link that enrols one phone at this address. */
export async function makeInvite({ dataDir, origin, ward = WARD }, ...words) {
  const [link] = await command(["invite", ward, ...words], { DATA_DIR: dataDir, ORIGIN: origin });
  return link;
}

/** The slug of the ward of which a command has printed links. */
export function slugIn(links) {
  const slug = links.map((line) => /\/vao#([a-z0-9-]+)\./.exec(line)?.[1]).find(Boolean);
  if (!slug) throw new Error("no enrolment link was printed");
  return slug;
}

const FAMILY = "Nguyễn Trần Lê Phạm Huỳnh Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split(" ");
const MIDDLE = "Văn Thị Hữu Ngọc Minh Thanh Quốc Kim Hoàng Bích Phước".split(" ");
const GIVEN =
  "An Ánh Bảy Châu Dũng Đào Điệp Giang Hạnh Hiền Hòa Hùng Khánh Lan Liễu Mai Năm Nga Phúc Quý Sáu Tâm Thủy Út Xuân Yến".split(
    " ",
  );
const STREETS = [
  "Lê Lợi",
  "Hùng Vương",
  "Bạch Đằng",
  "Nguyễn Trãi",
  "Trần Hưng Đạo",
  "Kênh Mười",
  "30 Tháng 4",
];

/** A list as a ward keeps it, as text for a `.csv`. */
export function householdList(households, groups, neighbourhoods) {
  const lines = ["Khu phố;Tổ;Số TT trong tổ;Họ và tên chủ hộ;Số nhà;Đường;Nhân khẩu"];
  const groupsEach = groups / neighbourhoods;
  for (let i = 0; i < households; i += 1) {
    const group = Math.floor((i * groups) / households);
    const number = i - Math.ceil((group * households) / groups) + 1;
    const name = [pick(FAMILY, i * 7 + group), pick(MIDDLE, i * 5 + 3), pick(GIVEN, i * 11 + group * 3)].join(
      " ",
    );
    const place = [Math.floor(group / groupsEach) + 1, (group % groupsEach) + 1, number];
    lines.push(
      [...place, name, `${i + 1}${i % 9 === 0 ? "/4" : ""}`, pick(STREETS, group), (i % 7) + 1].join(";"),
    );
  }
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function pick(words, at) {
  return words[at % words.length];
}
