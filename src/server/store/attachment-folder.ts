import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { isDigest } from "../../domain/ids.ts";
import type { AttachmentStore } from "./attachments.ts";

interface Parts {
  readonly dataDir: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
}

/** Photos as files `<dataDir>/attachments/<ward>/<sha256>`, readable by their owner alone. */
export function createAttachmentFolder({ dataDir, now, random }: Parts): AttachmentStore {
  const folderOf = (ward: string) => join(dataDir, "attachments", ward);
  const fileOf = (ward: string, sha256: string) => join(folderOf(ward), sha256);
  const has = (ward: string, sha256: string) =>
    stat(fileOf(ward, sha256)).then(() => true, nothingThere(false));

  return {
    has,
    async put(ward, sha256, bytes) {
      if (await has(ward, sha256)) return;
      const folder = folderOf(ward);
      await makeFolder(dataDir, folder);
      await sweepDrafts(folder, now());
      const draft = join(folder, `${DRAFT}${Buffer.from(random(9)).toString("base64url")}`);
      try {
        await writeDurably(draft, bytes);
        await rename(draft, fileOf(ward, sha256));
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      await syncFolder(folder);
    },
    get: (ward, sha256) => readFile(fileOf(ward, sha256)).catch(nothingThere(null)),
    drop: (ward, sha256) => rm(fileOf(ward, sha256), { force: true }),
    async list(ward) {
      const names = await readdir(folderOf(ward)).catch(nothingThere([]));
      return names.filter(isDigest).sort();
    },
  };
}

/** What begins like this was being written: no name of a photo does. */
const DRAFT = ".draft-";
/** Milliseconds after which nobody writes on a draft any more: its process was killed. */
const ABANDONED = 3_600_000;

/** A folder that is new is on the disk only once the ones around it are. */
async function makeFolder(dataDir: string, folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (made === undefined) return;
  await syncFolder(join(dataDir, "attachments"));
  await syncFolder(dataDir);
}

async function sweepDrafts(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(DRAFT)) continue;
    const path = join(folder, name);
    const age = await stat(path).then(({ mtimeMs }) => now - mtimeMs, nothingThere(0));
    if (age > ABANDONED) await rm(path, { force: true });
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The new name itself is on the disk only once its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function nothingThere<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return instead;
    throw error;
  };
}
