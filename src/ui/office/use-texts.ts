import { useCallback, useState } from "react";
import { isRecord } from "../../domain/jws.ts";
import { useDraft } from "../parts/hooks/use-draft.ts";

/** A form as it was typed: a text for each of its fields. */
export type Texts<Name extends string> = Readonly<Record<Name, string>>;

/** A half-filled form that outlives leaving the page: begins with `first`, and keeps each change; undefined until the phone has told. */
export function useTexts<Name extends string>(key: string, first: Texts<Name>): TextsState<Name> | undefined {
  const [start] = useState(first);
  const read = useCallback((kept: unknown): Texts<Name> => textsIn(kept, start), [start]);
  const draft = useDraft(key, read);
  if (!draft) return undefined;
  const { value, keep, drop } = draft;
  return { value, drop, change: (more) => keep({ ...value, ...more }) };
}

export interface TextsState<Name extends string> {
  readonly value: Texts<Name>;
  readonly change: (more: Partial<Texts<Name>>) => void;
  /** Forgets it, once it was said. */
  readonly drop: () => Promise<void>;
}

function textsIn<Name extends string>(kept: unknown, start: Texts<Name>): Texts<Name> {
  if (!isRecord(kept)) return start;
  const texts = Object.entries(kept).filter(([name, value]) => name in start && typeof value === "string");
  return { ...start, ...Object.fromEntries(texts) };
}
