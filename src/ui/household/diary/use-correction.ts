import { useCallback, useEffect, useEffectEvent } from "react";
import { isRecord } from "../../../domain/jws.ts";
import { useDraft } from "../../parts/hooks/use-draft.ts";
import { textOf, type CorrectFormProps } from "./correct-form.ts";
import { correctionKey, type Instead } from "./correcting.ts";

/** The fields of a form as what they stand for is written in the diary. */
export type Fields<Name extends string> = Readonly<Record<Name, string>>;

/**
 * A correction while it is written: each field as the diary has it, until something else is written there. That is found again
 * later. Undefined until the phone has told.
 */
export function useCorrection<Name extends string>(
  { line, household, ward, onKeep }: CorrectFormProps,
  first: Fields<Name>,
): Correction<Name> | undefined {
  const read = useCallback((kept: unknown) => (isRecord(kept) ? kept : {}), []);
  const draft = useDraft(correctionKey(ward.slug, household.id, line), read);
  const written = draft?.value ?? {};
  const names = Object.keys(first) as Name[];
  const texts = names.filter((name) => name in written).map((name) => [name, textOf(written[name])]);
  const value: Fields<Name> = { ...first, ...Object.fromEntries(texts) };
  const isChanged = names.some((name) => value[name] !== first[name]);

  // Whoever closes what says nothing else than the diary has begun nothing.
  const leave = useEffectEvent(() => {
    if (draft?.begun && !isChanged) void draft.drop();
  });
  useEffect(() => () => leave(), []);
  if (!draft) return undefined;
  const { key, full, keep, keepAgain, release, drop } = draft;

  return {
    value,
    isChanged,
    full,
    change(part) {
      const next = { ...value, ...part };
      const others = names.filter((name) => next[name] !== first[name]);
      keep(Object.fromEntries(others.map((name) => [name, next[name]])));
    },
    async say(instead, half) {
      release();
      const isKept = await onKeep(instead, half ?? key);
      if (!isKept) keepAgain(written);
    },
    drop,
  };
}

export interface Correction<Name extends string> {
  readonly value: Fields<Name>;
  /** Whether there is anything to lose. */
  readonly isChanged: boolean;
  /** Whether the phone was too full to keep the last change. */
  readonly full: boolean;
  readonly change: (part: Partial<Fields<Name>>) => void;
  /** Says it; with `half` the draft of that key goes with it. */
  readonly say: (instead: Instead, half?: string) => Promise<void>;
  readonly drop: () => Promise<void>;
}
