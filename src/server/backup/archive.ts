import { create, extract, replace } from "tar";
import { err, ok, type Result } from "../../domain/result.ts";

/** Some files or folders below a folder. */
export interface Bundle {
  readonly folder: string;
  readonly names: readonly string[];
}

/** Packs bundles into one tar file, readable by its owner alone, the first bundle first. */
export async function pack(file: string, [first, ...others]: readonly [Bundle, ...Bundle[]]): Promise<void> {
  await create({ ...OPTIONS, file, cwd: first.folder }, [...first.names]);
  for (const { folder, names } of others) {
    // Whatever there is to add, `replace` takes no empty list.
    if (names.length > 0) await replace({ ...OPTIONS, file, cwd: folder }, [...names]);
  }
}

/**
 * Unpacks a tar file into an empty folder, ordinary files and folders only. `not-a-backup`: it is no tar file, or it was cut
 * off; `no-file`: there is none that can be read.
 */
export async function unpack(
  file: string,
  folder: string,
): Promise<Result<null, "no-file" | "not-a-backup">> {
  try {
    // tar itself keeps out whatever would lie outside of the folder.
    await extract({
      file,
      cwd: folder,
      strict: true,
      preserveOwner: false,
      noMtime: true,
      filter: (_path, entry) => "type" in entry && (entry.type === "File" || entry.type === "Directory"),
    });
    return ok(null);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code.startsWith("TAR_") || code.startsWith("Z_")) return err("not-a-backup");
    if (code === "ENOENT" || code === "EACCES" || code === "EISDIR") return err("no-file");
    throw error;
  }
}

// Without owner and machine: who restores it is another one, perhaps elsewhere.
const OPTIONS = { portable: true, strict: true, mode: 0o600 } as const;
