import { useMemo } from "react";
import { isRecord } from "../../domain/jws.ts";
import { usePhone } from "../parts/PhoneContext.tsx";
import { useLive } from "../parts/use-live.ts";

/** What was begun to be said of one handbook's articles, and is not given yet, by article. */
export function useHalfWritten(ward: string, area: string) {
  const { act } = usePhone();
  const key = `opinions/${ward}/${area}`;
  const draft = useLive("draft", key);
  const half = useMemo(() => readHalf(draft), [draft]);

  /** Keeps it, or lets it go where nothing is left of it. */
  async function keep(article: string, text: string): Promise<void> {
    const { [article]: _, ...others } = half;
    const next = text.trim() === "" ? others : { ...others, [article]: { text } };
    if (Object.keys(next).length > 0) await act.keepDraft(key, next);
    else await act.dropDraft(key);
  }

  return { half, keep };
}

function readHalf(draft: unknown): Readonly<Record<string, string>> {
  if (!isRecord(draft)) return {};
  return Object.fromEntries(
    Object.entries(draft).flatMap(([article, opinion]) =>
      isRecord(opinion) && typeof opinion["text"] === "string" ? [[article, opinion["text"]]] : [],
    ),
  );
}
