import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { clearAway } from "../store/durable.ts";
import { makeFolder } from "../store/sqlite.ts";
import type { TellWait } from "../store/store.ts";
import { takeTurn } from "../store/take-turn.ts";

/** Does what a restore does, in a folder that is empty at first and gone at the end. One at a time: two would clear away each other's. */
export async function inStage<Outcome>(
  { dataDir, tellWait }: { readonly dataDir: string; readonly tellWait?: TellWait },
  work: (stage: string) => Promise<Outcome>,
): Promise<Outcome> {
  await makeFolder(dataDir);
  const release = await takeTurn(join(dataDir, "backup.lock"), tellWait);
  const stage = join(dataDir, "restore.part");
  try {
    await clearAway(stage);
    await mkdir(stage, { mode: 0o700 });
    return await work(stage);
  } finally {
    await clearAway(stage);
    release();
  }
}
