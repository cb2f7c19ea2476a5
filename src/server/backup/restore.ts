import { chmod, readFile } from "node:fs/promises";
import { join } from "node:path";
import { err, ok, type Result } from "../../domain/result.ts";
import { awaitUnnamed } from "../attachments.ts";
import { createAttachmentFolder } from "../store/attachment-folder.ts";
import { keepMarks, renewAllEpochs } from "../store/epochs.ts";
import { readLogEnds, type LogEnd } from "../store/log-ends.ts";
import { isWhole } from "../store/snapshot.ts";
import { openSqlite } from "../store/sqlite.ts";
import type { TellWait } from "../store/store.ts";
import { holdAlone, takePlace } from "../store/take-place.ts";
import { unpack } from "./archive.ts";
import { inStage } from "./in-stage.ts";
import { MANIFEST, readManifest, SQLITE_FILE, type Manifest } from "./manifest.ts";
import { putFilesBeside, type KeysBeside } from "./put-files-beside.ts";

/** What a restore did. */
export interface Restored extends KeysBeside {
  readonly manifest: Manifest;
  /** The file that keeps what stood there; null where nothing did. */
  readonly keptAs: string | null;
  /** What was replaced and is further than the backup, or not the same log at all: what of it the phones must bring back. */
  readonly ahead: readonly LogEnd[];
}

/**
 * Why nothing was restored: `no-file`, `not-a-backup` (or cut off), `damaged` (its store does not hold together), `newer`
 * (made by a later version), `other-store` (of the other kind of database), `held` (a server or a command has the store open), `not-older`
 * (what stands there is no earlier state of the same logs).
 */
export type RestoreError =
  | "no-file"
  | "not-a-backup"
  | "damaged"
  | "newer"
  | "other-store"
  | "held"
  | "not-older";

export interface Restoring {
  readonly dataDir: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  /** Whether also a store may be replaced that knows more than the backup. */
  readonly replace: boolean;
  readonly tellWait?: TellWait;
}

/**
 * Puts the store of a backup in the place of the one in the folder, with a new epoch for each ward, so that phones send what
 * it lacks. Everything is made ready beside and moved into place at the end; cut off at any moment, the old store or the new
 * one stands there whole, and the same command finishes.
 */
export async function restore(file: string, restoring: Restoring): Promise<Result<Restored, RestoreError>> {
  return await inStage(restoring, async (stage) => {
    const read = await readBackup(file, stage, "sqlite");
    if (!read.ok) return read;
    if (!isWhole(join(stage, SQLITE_FILE))) return err("damaged");
    const fresh = await renewStaged(stage, read.value, restoring);
    if (!fresh.ok) return fresh;
    const swapped = await swap(stage, read.value, restoring);
    if (!swapped.ok) return swapped;
    await noteAnew(restoring);
    return swapped;
  });
}

/** Unpacks a backup into an empty folder, and reads what it says of itself. */
export async function readBackup(
  file: string,
  stage: string,
  store: Manifest["store"],
): Promise<Result<Manifest, RestoreError>> {
  const unpacked = await unpack(file, stage);
  if (!unpacked.ok) return unpacked;
  const text = await readFile(join(stage, MANIFEST), "utf8").catch(() => "");
  const manifest = readManifest(text);
  return manifest.ok && manifest.value.store !== store ? err("other-store") : manifest;
}

/** Brings the staged store to this version, and gives each ward a new epoch while nobody can see it. */
async function renewStaged(
  stage: string,
  { wards }: Manifest,
  renewing: Parameters<typeof renewAllEpochs>[1],
): Promise<Result<null, RestoreError>> {
  const opened = await openSqlite(stage);
  if (!opened.ok) return err(opened.error === "newer" ? "newer" : "damaged");
  const { db, close } = opened.value;
  try {
    if (JSON.stringify(await readLogEnds(db)) !== JSON.stringify(wards)) return err("damaged");
    await renewAllEpochs(db, renewing);
  } finally {
    await close();
  }
  await chmod(join(stage, SQLITE_FILE), 0o600);
  return ok(null);
}

async function swap(
  stage: string,
  manifest: Manifest,
  { dataDir, now, replace }: Restoring,
): Promise<Result<Restored, RestoreError>> {
  const path = join(dataDir, SQLITE_FILE);
  const held = holdAlone(path);
  if (!held.ok) return err("held");
  try {
    const there = held.value;
    const ahead = there?.ends?.filter((end) => !isEarlier(end, manifest.wards)) ?? [];
    const isOlder = there === null || (there.ends !== null && ahead.length === 0);
    if (!isOlder && !replace) return err("not-older");
    const stamp = stampOf(now());
    const beside = await putFilesBeside(stage, dataDir, manifest.wards, stamp);
    const keptAs = there === null ? null : join(dataDir, `so-tay-replaced-${stamp}.sqlite`);
    await takePlace(join(stage, SQLITE_FILE), path, keptAs);
    return ok({ manifest, keptAs, ahead, ...beside });
  } finally {
    held.value?.release();
  }
}

/** A time as a part of a file's name, '20261125T060708000': so exact that an attempt right after one that was cut off finds it free. */
export function stampOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/[-:.Z]/g, "");
}

/** Whether a log is an earlier state of one of these. */
export function isEarlier(end: LogEnd, wards: readonly LogEnd[]): boolean {
  return wards.some(({ ward, epoch, head }) => ward === end.ward && epoch === end.epoch && head >= end.head);
}

/** What a server does that finds the store older than it was. */
async function noteAnew({ dataDir, now, random }: Restoring): Promise<void> {
  const opened = await openSqlite(dataDir);
  // Whoever is faster notes its own.
  if (!opened.ok) return;
  const { db, close } = opened.value;
  try {
    const attachments = createAttachmentFolder({ dataDir, now, random });
    for (const { ward } of await readLogEnds(db)) await awaitUnnamed({ db, attachments }, ward);
    await keepMarks(opened.value, dataDir);
  } finally {
    await close();
  }
}
