import * as v from "valibot";
import { isWithin } from "../../domain/ids.ts";
import { date, line } from "../../domain/kinds/fields.ts";
import type { Area } from "../../domain/ward-facts.ts";
import { readExistingHouseholds } from "../wards/existing-households.ts";
import { describeWard } from "../wards/wards-here.ts";
import type { Arguments, Command } from "./command.ts";
import { sayAll } from "./say-all.ts";
import { withWard } from "./with-station.ts";

/** `area WARD CODE`: gives an area another name, or ends it. */
export const area: Command = {
  usage: "area PHUONG KHU-VUC [--name TEN] [--to NGAY] [--into KHU-VUC]",
  help: [
    "Đổi tên một khu phố hay tổ, hoặc ghi ngày nó thôi tồn tại.",
    "--to là ngày cuối cùng của khu vực, viết như 2026-12-31; --into là mã khu vực nhận phần của nó. --to '' thì mở lại.",
    "Qua ngày ấy, khi không còn hộ nào đứng ở đó, các trang không mời chọn khu vực này nữa. Hộ không tự chuyển: văn phòng",
    "chuyển cả tổ một lần ở trang 'Hộ dân', hay từng hộ bằng 'Chuyển sang tổ khác'. Nhập hai phường làm một thì chưa làm được.",
  ].join("\n"),
  options: { name: { type: "string" }, to: { type: "string" }, into: { type: "string" } },
  arguments: [2, 2],
  run: ({ positionals: [slug = "", code = ""], values }, io) =>
    withWard(io, slug, async (station, { ward }) => {
      const described = await describeWard(station.db, ward);
      const changed = change(described.areas, code, values);
      if (typeof changed === "string") {
        io.err(changed);
        return 1;
      }
      const areas = described.areas.map((one) => (one.code === code ? changed : one));
      if (JSON.stringify(areas) === JSON.stringify(described.areas)) {
        io.err("Khu vực đã đúng như vậy rồi, không ghi thêm gì.");
        return 0;
      }
      const body = { ...described, areas };
      if (!(await sayAll(io, station, ward, [{ type: "ward.described", sub: ward, body }]))) return 1;
      io.out(`ward.described ${ward}`);
      io.err(`${code}: ${changed.name}${changed.to === undefined ? "" : `, đến hết ngày ${changed.to}`}.`);
      if (changed.to === undefined) return 0;
      const households = await readExistingHouseholds(station.db, ward);
      const here = households.filter((one) => isWithin(one.area, code)).length;
      if (here > 0) io.err(`Còn ${here} hộ đứng ở khu vực này; hãy chuyển sang khu vực khác.`);
      return 0;
    }),
};

/** The area as it is to be, or a sentence on why it cannot be so. */
function change(areas: readonly Area[], code: string, values: Arguments["values"]): Area | string {
  const known = areas.find((one) => one.code === code);
  if (!known) return `Phường không có khu vực '${code}'. Các khu vực: ${codesOf(areas)}`;
  const { name, to, into } = values;
  if (name === undefined && to === undefined && into === undefined)
    return "Hãy nêu --name, --to hoặc --into.";
  const named = typeof name === "string" ? name.trim().normalize("NFC") : known.name;
  if (named === "") return "--name không được để trống.";
  if (!v.is(line, named)) return "Tên dài quá 500 chữ cái.";
  if (to === "") {
    if (into !== undefined) return "Khu vực mở lại thì không có --into.";
    const { to: _to, into: _into, ...open } = known;
    return { ...open, name: named };
  }
  const day = typeof to === "string" ? to : known.to;
  if (day !== undefined && !v.is(date, day)) return `--to nhận một ngày như 2026-12-31, không phải '${day}'.`;
  const heir = typeof into === "string" ? into : known.into;
  const renamed = { ...known, name: named, ...(day === undefined ? {} : { to: day }) };
  if (heir === undefined) return renamed;
  if (day === undefined) return "--into cần --to: ngày cuối cùng của khu vực.";
  const isThere = areas.some((one) => one.code === heir) && !isWithin(heir, code);
  // It takes over on the day after; one that ends by then takes over nothing.
  if (!isThere || areas.some((one) => isWithin(heir, one.code) && one.to !== undefined && one.to <= day))
    return `--into nhận mã một khu vực khác còn tồn tại, không phải '${heir}'. Các khu vực: ${codesOf(areas)}`;
  return { ...renamed, into: heir };
}

function codesOf(areas: readonly Area[]): string {
  return areas.map(({ code }) => code).join(", ");
}
