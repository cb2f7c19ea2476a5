import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test, vi } from "vitest";

import { openStation } from "../../../src/server/station.ts";
import { openHouse } from "../house.ts";

/** The store's files that hold some text. */
function filesWith(folder: string, text: string): string[] {
  const names = readdirSync(folder).filter((name) => name.startsWith("so-tay.sqlite"));
  return names.filter((name) => readFileSync(join(folder, name)).includes(text));
}

test("what was erased right before a server was killed is in none of its files soon after the next start", async () => {
  const house = await openHouse();
  const copy = mkdtempSync(join(tmpdir(), "so-tay-killed-"));
  try {
    const [sub] = house.households;
    const rows = house.station.db.selectFrom("statements").select("disclosures").where("sub", "=", sub);
    const { disclosures } = await rows.executeTakeFirstOrThrow();
    const words = disclosures.slice(0, 60);
    // While somebody reads, as a backup does, nothing can be cleared away.
    const reader = new Database(join(house.place.dataDir, "so-tay.sqlite"), { readonly: true });
    reader.exec("begin");
    reader.prepare("select count(*) from wards").get();
    await house.wardSays({ type: "data.erased", sub, body: {} });
    // As a process leaves it that is killed in this moment.
    cpSync(house.place.dataDir, copy, { recursive: true });
    reader.close();
    expect(filesWith(copy, words)).not.toEqual([]);
    const opened = await openStation({
      dataDir: copy,
      now: () => house.clock.ms,
      random: (bytes) => new Uint8Array(randomBytes(bytes)),
    });
    if (!opened.ok) throw new Error(opened.error);
    try {
      await vi.waitFor(() => expect(filesWith(copy, words)).toEqual([]), { timeout: 15_000 });
    } finally {
      await opened.value.close();
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
    await house.remove();
  }
});
