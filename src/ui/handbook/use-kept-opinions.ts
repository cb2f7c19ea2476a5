import { useMemo } from "react";
import { isRecord } from "../../domain/jws.ts";
import { usePhone } from "../parts/PhoneContext.tsx";
import { useLive } from "../parts/use-live.ts";

/** An opinion that this phone keeps and has not sent. */
export interface KeptOpinion {
  readonly text: string;
  /** Whether its writer is done with it; otherwise it is half written. */
  readonly done: boolean;
}

/** The opinions of one handbook that this phone keeps, by article; undefined while it looks. */
export function useKeptOpinions(ward: string, area: string) {
  const { act } = usePhone();
  const key = `opinions/${ward}/${area}`;
  const draft = useLive("draft", key);
  const kept = useMemo(() => readKept(draft), [draft]);

  /** Keeps one, or lets it go where it is null. */
  async function keep(article: string, opinion: KeptOpinion | null) {
    const { [article]: _, ...others } = kept;
    const next = opinion && opinion.text.trim() !== "" ? { ...others, [article]: opinion } : others;
    if (Object.keys(next).length > 0) return act.keepDraft(key, next);
    await act.dropDraft(key);
    return { ok: true, value: null } as const;
  }

  return { kept, keep };
}

function readKept(draft: unknown): Readonly<Record<string, KeptOpinion>> {
  if (!isRecord(draft)) return {};
  return Object.fromEntries(
    Object.entries(draft).flatMap(([article, opinion]) =>
      isRecord(opinion) && typeof opinion["text"] === "string"
        ? [[article, { text: opinion["text"], done: opinion["done"] === true }]]
        : [],
    ),
  );
}
