import * as v from "valibot";
import { isAreaCode, isHouseholdId, isWithin } from "../../domain/ids.ts";
import { hasEnded } from "../../domain/ward/open-areas.ts";
import { inviteRequest, makeInvite, MOST_HOURS } from "../gate/invites.ts";
import type { Station } from "../station.ts";
import { readExistingHouseholds } from "../wards/existing-households.ts";
import { describeWard } from "../wards/wards-here.ts";
import type { Command } from "./command.ts";
import { withWard } from "./with-station.ts";

/** `invite WARD ROLE [AREAS]`: a code that enrols one device. */
export const invite: Command = {
  usage: "invite PHUONG VAI [KHU-VUC] [--household MA-HO] [--hours GIO]",
  help: [
    "In ra một đường dẫn mời, dùng được một lần, để đăng ký một máy vào phường.",
    "VAI là office (văn phòng), volunteer (người đi từng hộ), household (máy của một hộ) hoặc viewer (chỉ xem).",
    "KHU-VUC là các mã cách nhau bằng dấu phẩy, ví dụ kp1 hoặc kp1,kp2/t07. Hết hạn sau 72 giờ, trừ khi đặt --hours.",
  ].join("\n"),
  options: { household: { type: "string" }, hours: { type: "string" } },
  arguments: [2, 3],
  run: ({ positionals: [slug = "", role = "", areaList = ""], values: { household, hours } }, io) =>
    withWard(io, slug, async (station, ward, { origin }) => {
      const areas = areaList
        .split(",")
        .map((code) => code.trim())
        .filter((code) => code !== "");
      const wrong = areas.filter((code) => !isAreaCode(code));
      if (wrong.length > 0) {
        io.err(`Không phải mã khu vực: ${wrong.join(", ")}. Ví dụ đúng: kp1 hoặc kp2/t07`);
        return 1;
      }
      const request = v.safeParse(inviteRequest, {
        role,
        areas,
        ...(household === undefined ? {} : { household }),
        ...(hours === undefined ? {} : { expiresInHours: hours === "" ? NaN : Number(hours) }),
      });
      if (!request.success) {
        io.err(whyNot(role, household, hours));
        return 1;
      }
      const known = (await describeWard(station.db, slug)).areas;
      const today = isoDay(io.now());
      const ended = areas.filter((code) => hasEnded(known, code, today));
      if (ended.length > 0 && !(await isPeopled(station, slug, ended))) {
        io.err(`Khu vực đã thôi tồn tại: ${ended.join(", ")}. Hãy mời vào khu vực nhận phần của nó.`);
        return 1;
      }
      const made = await makeInvite({ ...station, origin }, ward, request.output, null);
      if (!made.ok) {
        const isErased = made.error === "erased-household";
        io.err(
          isErased
            ? `Dữ liệu của hộ ${String(household)} đã được xoá: không mời vào hộ này nữa.`
            : `Phường chưa có hộ ${String(household)}.`,
        );
        return 1;
      }
      const strange = areas.filter((area) => !known.some(({ code }) => code === area));
      if (strange.length > 0) io.err(`Lưu ý: phường chưa có khu vực ${strange.join(", ")}.`);
      if (areas.length === 0 && /^(volunteer|viewer)$/.test(role)) {
        io.err("Lưu ý: không nêu KHU-VUC thì máy này không thấy khu vực nào.");
      }
      io.out(made.value.url);
      return 0;
    }),
};

/** Whether households stand in each of these still: then somebody has to go there. */
async function isPeopled({ db }: Station, ward: string, areas: readonly string[]): Promise<boolean> {
  const households = await readExistingHouseholds(db, ward);
  return areas.every((area) => households.some((one) => isWithin(one.area, area)));
}

/** The day in Việt Nam, which keeps UTC+7 all year. */
function isoDay(milliseconds: number): string {
  return new Date(milliseconds + 7 * 3_600_000).toISOString().slice(0, 10);
}

function whyNot(role: string, household: unknown, hours: unknown): string {
  if (!/^(office|volunteer|household|viewer)$/.test(role)) {
    return `Không có vai '${role}'. Chọn một trong: office, volunteer, household, viewer.`;
  }
  if (role === "household" && household === undefined) return "Mời máy của hộ thì cần --household MA-HO.";
  if (role !== "household" && household !== undefined) return "Chỉ vai household mới đi với --household.";
  const wrong =
    household !== undefined && !isHouseholdId(household)
      ? `--household nhận mã của một hộ, không phải '${String(household)}'.`
      : `--hours nhận một số lớn hơn 0, nhiều nhất ${MOST_HOURS}, không phải '${String(hours)}'.`;
  return `${wrong} MA-HO phải là mã của một hộ, và GIO là một số lớn hơn 0.`;
}
