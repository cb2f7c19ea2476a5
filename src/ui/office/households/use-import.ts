import { useEffect, useState } from "react";
import type { TableChoices } from "../../../domain/import/examine.ts";
import type { ExistingHousehold } from "../../../domain/import/household-list.ts";
import type { Writing } from "../../../domain/import/turn-right.ts";
import { err, type Result } from "../../../domain/result.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { askWorker, type ReadingError } from "./ask-worker.ts";
import type { ListReading } from "./read-list.ts";

/** A file that was chosen, and what was said of it. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly existing: readonly ExistingHousehold[];
  readonly writing: Writing | null;
  readonly choices: TableChoices;
}

export interface Importing {
  /** Name of the file in hand. */
  readonly name: string | null;
  readonly choices: TableChoices;
  readonly writing: Writing | null;
  /** Null while it is read for the first time, or no file is chosen; the one before while it is read again. */
  readonly read: Result<ListReading, ReadingError | "unreadable"> | null;
  readonly busy: boolean;
  readonly choose: (file: File) => Promise<void>;
  readonly change: (said: Partial<Pick<ChosenFile, "writing" | "choices">>) => void;
  readonly drop: () => void;
}

/** Reads the file that is chosen, and again at each word about it. Nothing is said by it. */
export function useImport(ward: string): Importing {
  const { act } = usePhone();
  const [name, setName] = useState<string | null>(null);
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [read, setRead] = useState<Importing["read"]>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    if (!file) return undefined;
    const given = new AbortController();
    void askWorker(file, given.signal).then((answer) => {
      if (given.signal.aborted) return;
      setRead(answer);
      setBusy(false);
    });
    return () => given.abort();
  }, [file]);

  async function choose(chosen: File): Promise<void> {
    setName(chosen.name);
    setFile(null);
    setRead(null);
    setBusy(true);
    try {
      const bytes = new Uint8Array(await chosen.arrayBuffer());
      setFile({ name: chosen.name, bytes, existing: await act.listed(ward), writing: null, choices: {} });
    } catch {
      setRead(err("unreadable"));
      setBusy(false);
    }
  }

  return {
    name,
    choices: file?.choices ?? {},
    writing: file?.writing ?? null,
    read,
    busy,
    choose,
    change(said) {
      if (!file) return;
      setBusy(true);
      setFile({ ...file, ...said });
    },
    drop() {
      setName(null);
      setFile(null);
      setRead(null);
      setBusy(false);
    },
  };
}
