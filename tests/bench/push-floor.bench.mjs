// What a server takes that does nothing but check signatures and insert: how near the limits of `push-many` come to the least
// that taking costs on this machine, its fifty clients included.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { newId } from "./lib/device.mjs";
import { measurePushing } from "./lib/push-load.mjs";

const KINDS = [
  { batch: 100, each: 400, atLeast: 0.7 },
  { batch: 1, each: 120, atLeast: 0.3 },
];

/** A bare server under the load of `push-many`; its rows hold whatever they come to. */
export async function bench({ root }) {
  const dataDir = mkdtempSync(join(tmpdir(), "so-tay-push-floor-"));
  const server = spawn(
    process.execPath,
    ["--max-semi-space-size=32", "tests/bench/lib/bare-server.mjs", dataDir],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  try {
    const [line] = await once(server.stdout, "data");
    const origin = String(line).trim();
    const households = Array.from({ length: 800 }, newId);
    const wards = [{ slug: "bare", office: { token: async () => "none" }, households }];
    const rows = [];
    for (const kind of KINDS) {
      const row = await measurePushing({ origin, wards, kind, where: ", to a server that judges nothing" });
      rows.push({ ...row, atMost: "(for comparison)", holds: true });
    }
    return rows;
  } finally {
    server.kill();
    await once(server, "exit");
    rmSync(dataDir, { recursive: true, force: true });
  }
}
