import { useState } from "react";
import { SLIP_SECONDS } from "../../domain/signed/retractions.ts";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { useKept } from "../parts/hooks/use-kept.tsx";
import { LAST_ACT } from "./last-act-key.ts";

/** What was done last at a door, as long as one tap takes it back, and the words of it. */
export interface LastAct {
  readonly ward: string;
  /** The household it was done for, and the number that it has. */
  readonly sub: string;
  readonly number: number | string | undefined;
  /** When, in seconds. */
  readonly at: number;
  /** Ids of what it said; none where it only let go of a half-filled pledge. */
  readonly jtis: readonly string[];
  /** The household that each of them is about, where it is not this one. */
  readonly places?: readonly string[];
  /** What is told where it was done. */
  readonly words: string;
  /** The same in short, behind the household's number: what is told elsewhere. */
  readonly what: string;
  /** The half-filled pledge, or what else was filled in, that it took the place of; null where there was none. */
  readonly dropped: unknown;
  /** What else that was: where it is kept, and where somebody goes on with it. */
  readonly form?: { readonly key: string; readonly href: string };
}

/** Remembers it for whoever has gone on to the next door, or comes back to this one, while the app is open. */
export function useLastAct(ward: string): readonly [LastAct | null, (last: LastAct | null) => void] {
  const { now } = usePhone();
  const [last, setLast] = useKept<LastAct | null>(LAST_ACT, null);
  // What is shown goes by its own time; what was found here may be long over, or have been taken back.
  const [over] = useState(() => (last && secondsLeft(last, now(last.ward)) <= 0 ? last : null));
  return [last === over || last?.ward !== ward ? null : last, setLast];
}

/** How long it can be taken back yet. */
export function secondsLeft({ at }: LastAct, now: number): number {
  return Math.min(SLIP_SECONDS, at + SLIP_SECONDS - now);
}
