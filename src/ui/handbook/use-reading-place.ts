import { useCallback, useMemo } from "react";
import { isRecord } from "../../domain/jws.ts";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { useLive } from "../parts/hooks/use-live.ts";

/** How far somebody has read: the article, and which of its clauses stood first on the glass. */
export interface ReadingPlace {
  readonly article: string;
  readonly clause: number;
}

/** The place kept in this phone, and nowhere else; undefined while it looks, null where nothing was read yet. */
export function useReadingPlace(ward: string, area: string) {
  const { act } = usePhone();
  const key = `reading/${ward}/${area}`;
  const draft = useLive("draft", key);
  const place = useMemo(() => (draft === undefined ? undefined : readPlace(draft)), [draft]);
  const keep = useCallback((next: ReadingPlace) => void act.keepDraft(key, next), [act, key]);
  return { place, keep };
}

function readPlace(draft: unknown): ReadingPlace | null {
  if (!isRecord(draft) || typeof draft["article"] !== "string") return null;
  return { article: draft["article"], clause: Number(draft["clause"]) || 0 };
}
