import { mkdir, open, rename, rmdir, type FileHandle } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Kysely } from "kysely";
import { err, ok, type Result } from "../../domain/result.ts";
import { photoType } from "../../domain/signed/photo.ts";
import { toCsv, type List } from "../../domain/words/csv-file.ts";
import type { Attachments } from "../attachments.ts";
import { listHeld } from "../held.ts";
import type { AttachmentStore } from "../store/attachments.ts";
import { clearAway, sync } from "../store/durable.ts";
import { readRow, type LogRow, type WardRow } from "../store/rows.ts";
import type { Schema } from "../store/schema.ts";
import { createLogFold, readHeirs, type FoldedLog } from "./fold-log.ts";
import { householdLists } from "./household-lists.ts";
import { officeLists } from "./office-lists.ts";
import { readMe } from "./read-me.ts";
import { wardLists } from "./ward-lists.ts";

/** What an export made: how many statements and photos, and each list with its rows. */
export interface Exported {
  readonly head: number;
  readonly photos: number;
  readonly lists: readonly { readonly file: string; readonly rows: number }[];
}

/**
 * Writes a ward into a new folder, for its owner alone and readable without this software: the log as it is (PROTOCOL.md §4),
 * each list as CSV, and a page that says what is what. The folder is there whole or not at all. `not-empty`: something
 * stands there already.
 */
export async function exportWard(
  { db, attachments }: Attachments,
  ward: WardRow,
  folder: string,
): Promise<Result<Exported, "not-empty">> {
  const path = resolve(folder);
  const stage = `${path}.part`;
  if (!(await isFree(path))) return err("not-empty");
  await clearAway(stage);
  await mkdir(stage, { mode: 0o700 });
  try {
    const folded = await writeLog(db, ward, join(stage, "so.ndjson"));
    const lists = await listsOf(db, ward, folded);
    const photos = await copyPhotos(attachments, ward.ward, join(stage, "anh"));
    for (const list of lists) await write(join(stage, list.file), toCsv(list));
    await write(join(stage, "README.txt"), readMe(folded.ward, ward.head));
    await rename(stage, path);
    await sync(dirname(path));
    return ok({
      head: ward.head,
      photos,
      lists: lists.map(({ file, rows }) => ({ file, rows: rows.length })),
    });
  } finally {
    await clearAway(stage);
  }
}

/** Writes the log as one page of everything, and folds it on the way. */
async function writeLog(db: Kysely<Schema>, ward: WardRow, path: string): Promise<FoldedLog> {
  const { head, epoch, saved } = ward;
  const fold = createLogFold(ward.ward);
  await writing(path, async (file) => {
    for await (const rows of pagesOf(db, ward)) {
      for (const row of rows) fold.add(row);
      await file.write(
        rows.map(({ seq, at, jws, disclosures }) => line({ seq, at, s: `${jws}~${disclosures}` })).join(""),
      );
    }
    await file.write(line({ next: head, head, epoch, scope: "export", saved }));
  });
  return fold.fold(await readHeirs(db, ward.ward));
}

/** Under the names that the list of pledges gives, with an ending by which a picture is known. */
async function copyPhotos(attachments: AttachmentStore, ward: string, folder: string): Promise<number> {
  let copied = 0;
  for (const name of await attachments.list(ward)) {
    const bytes = await attachments.get(ward, name);
    if (!bytes) continue;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const ending = photoType(bytes) === "image/webp" ? "webp" : "jpg";
    await writing(join(folder, `${name}.${ending}`), (file) => file.write(bytes));
    copied += 1;
  }
  return copied;
}

async function listsOf(db: Kysely<Schema>, { ward }: WardRow, folded: FoldedLog): Promise<readonly List[]> {
  const held = await listHeld(db, ward);
  const waiting = held.map((one) => {
    const at = one.s.indexOf("~");
    return { ...one, statement: readRow({ jws: one.s.slice(0, at), disclosures: one.s.slice(at + 1) }) };
  });
  return [...householdLists(folded), ...wardLists(folded, waiting), ...officeLists(folded)];
}

async function* pagesOf(db: Kysely<Schema>, { ward, head }: WardRow): AsyncGenerator<readonly LogRow[]> {
  for (let after = 0; after < head; after += PAGE) {
    const all = db.selectFrom("statements").selectAll().where("ward", "=", ward).where("seq", ">", after);
    yield await all
      .where("seq", "<=", Math.min(after + PAGE, head))
      .orderBy("seq")
      .execute();
  }
}

const PAGE = 1000;

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

async function write(path: string, text: string): Promise<void> {
  await writing(path, (file) => file.write(text));
}

async function writing(path: string, work: (file: FileHandle) => Promise<unknown>): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await work(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Whether nothing stands there; an empty folder gives way. */
async function isFree(path: string): Promise<boolean> {
  try {
    await rmdir(path);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ENOENT";
  }
}
