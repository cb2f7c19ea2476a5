import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { linkIn, type App } from "../e2e/app.ts";
import { createOfficeClient, type OfficeClient } from "../e2e/office-client.ts";

export const WARD = "phuong-thu";

/** A ward on a real server with so many households in each of two khu phố, and an office that speaks to it by `jose` alone. */
export async function settle(app: App, households = 6): Promise<OfficeClient> {
  const head = "Khu phố,Tổ,STT,Họ và tên chủ hộ,Số nhà,Đường,Số nhân khẩu,Ghi chú";
  const rows = [1, 2].flatMap((area) =>
    Array.from(
      { length: households },
      (_, at) => `${area},${1 + (at % 2)},${at + 1},Hộ ${area} ${at + 1},${at + 1},Lê Lợi,4,`,
    ),
  );
  const list = join(app.dir, "ho.csv");
  app.cli("init", WARD, "--name", "Phường Thử");
  writeFileSync(list, `${[head, ...rows].join("\n")}\n`);
  app.cli("import", WARD, list);
  for (const area of ["kp1", "kp2"]) app.cli("publish", WARD, `demo/quy-uoc-${area}.md`);
  await app.start();
  return createOfficeClient(app.origin, WARD, linkIn(app.cli("invite", WARD, "office")));
}
