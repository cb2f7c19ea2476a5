import { expect, test } from "vitest";
import {
  invitedLines,
  linesOf,
  programmeLines,
  readInvited,
  readProgramme,
} from "../../../src/domain/meeting/meeting-lines.ts";

test("organisations are read line by line, with how many people", () => {
  const text = "- Đảng ủy phường: 2\n\nHội Phụ nữ : 3 người\n  Ban công tác Mặt trận khu phố 2";
  const invited = [
    { organisation: "Đảng ủy phường", people: 2 },
    { organisation: "Hội Phụ nữ", people: 3 },
    { organisation: "Ban công tác Mặt trận khu phố 2" },
  ];
  expect(readInvited(text)).toEqual(invited);
  expect(readInvited(invitedLines(invited))).toEqual(invited);
});

test("a programme is read with its hours, however they are typed", () => {
  const text =
    "19:00 Khai mạc\n7h15 Đọc quy ước\n8 giờ 30 - Thảo luận\n20h: Bế mạc\nGiao lưu văn nghệ\n25:00 Lạ";
  const points = [
    { time: "19:00", text: "Khai mạc" },
    { time: "07:15", text: "Đọc quy ước" },
    { time: "08:30", text: "Thảo luận" },
    { time: "20:00", text: "Bế mạc" },
    { text: "Giao lưu văn nghệ" },
    { text: "25:00 Lạ" },
  ];
  expect(readProgramme(text)).toEqual(points);
  expect(readProgramme(programmeLines(points))).toEqual(points);
  expect(linesOf(" • một \n\n– hai")).toEqual(["một", "hai"]);
});
