import { useState } from "react";
import type { AddressAnswer } from "../../../../domain/covenant/address-answer.ts";
import type { OwnAddress } from "../../../../domain/covenant/printed-addresses.ts";
import { isRecord } from "../../../../domain/jws.ts";
import { usePhone } from "../../../parts/hooks/PhoneContext.tsx";
import { useDraft } from "../../../parts/hooks/use-draft.ts";

/** What came of an address, and when (seconds). */
export interface Tried {
  readonly answer: AddressAnswer;
  readonly at: number;
}

/** What came of each when it was tried last, by its path. */
export type KeptTries = Readonly<Record<string, Tried>>;

export interface Tries {
  readonly value: KeptTries;
  readonly isBusy: boolean;
  /** Which of them is being tried, from 1. */
  readonly at: number;
  readonly tryAll: () => Promise<void>;
}

/** Tries addresses one after the other, and keeps what came of each; undefined until the phone has told what it keeps. */
export function useTries(ward: string, own: readonly OwnAddress[]): Tries | undefined {
  const { act, now } = usePhone();
  const draft = useDraft(`addresses/${ward}`, readTries);
  const [at, setAt] = useState(0);
  if (!draft) return undefined;

  async function tryAll() {
    if (!draft || at > 0) return;
    const tries = new Map(Object.entries(draft.value));
    for (const [before, one] of own.entries()) {
      setAt(before + 1);
      const answer = await act.tryAddress(one);
      tries.set(one.path, { answer, at: now(ward) });
      draft.keep(Object.fromEntries(tries));
    }
    // What is told as done outlives what comes next.
    await draft.flush();
    setAt(0);
  }

  return { value: draft.value, isBusy: at > 0, at, tryAll };
}

function readTries(kept: unknown): KeptTries {
  if (!isRecord(kept)) return {};
  const all = Object.entries(kept).filter((one): one is [string, Tried] => isTried(one[1]));
  return Object.fromEntries(all);
}

function isTried(one: unknown): boolean {
  return (
    isRecord(one) &&
    typeof one["at"] === "number" &&
    isRecord(one["answer"]) &&
    typeof one["answer"]["is"] === "string"
  );
}
