import { useMemo } from "react";
import { isRecord } from "../../../domain/jws.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { useLive } from "../../parts/hooks/use-live.ts";
import { isEmptyOpinion, readHalfOpinion, type HalfOpinion } from "./half-opinion.ts";

/** What was begun to be said of one handbook's articles, and is not given yet, by article. */
export function useHalfWritten(ward: string, area: string) {
  const { act } = usePhone();
  const key = `opinions/${ward}/${area}`;
  const draft = useLive("draft", key);
  const half = useMemo(() => readHalf(draft), [draft]);

  /** Keeps it, or lets it go where nothing is left of it. */
  async function keep(article: string, opinion: HalfOpinion): Promise<void> {
    const { [article]: _, ...others } = half;
    const next = isEmptyOpinion(opinion) ? others : { ...others, [article]: opinion };
    if (Object.keys(next).length > 0) await act.keepDraft(key, next);
    else await act.dropDraft(key);
  }

  return { half, keep };
}

function readHalf(draft: unknown): Readonly<Record<string, HalfOpinion>> {
  if (!isRecord(draft)) return {};
  return Object.fromEntries(
    Object.entries(draft).map(([article, opinion]) => [article, readHalfOpinion(opinion)]),
  );
}
