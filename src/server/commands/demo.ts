import { makeDemo, type Demo } from "../demo/make-demo.ts";
import type { Settings } from "../settings.ts";
import type { Station } from "../station.ts";
import { listWards } from "../wards/wards.ts";
import type { Command, Io } from "./command.ts";
import { showDemo } from "./show-demo.ts";
import { withStation } from "./with-station.ts";

/** `demo`: the demo ward, in an empty store. */
export const demo: Command = {
  usage: "demo",
  help: "Tạo phường mẫu khi chưa có phường nào, và in ra địa chỉ đọc sổ tay cùng các đường dẫn mời, kèm mã QR.",
  options: {},
  arguments: [0, 0],
  run: (_given, io) =>
    withStation(io, async (station, settings) => {
      if ((await listWards(station.db)).length > 0) {
        io.err("Ở đây đã có phường rồi; phường mẫu chỉ tạo được khi chưa có phường nào.");
        return 1;
      }
      showDemo(io, await createDemo(io, station, settings));
      return 0;
    }),
};

/** Makes the demo ward; words about it go to standard error. */
export function createDemo(io: Io, station: Station, { origin }: Settings): Promise<Demo> {
  const { db, dataDir, now } = station;
  return makeDemo({ db, dataDir, now, origin, log: io.err });
}
