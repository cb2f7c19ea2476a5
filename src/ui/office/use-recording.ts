import { useRef, useState } from "react";
import type { Result } from "../../domain/result.ts";
import type { Draft, NamedDraft } from "../../domain/statement.ts";
import type { SayError } from "../../phone/api/phone.ts";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { useSay } from "../parts/hooks/use-say.ts";

/** What is recorded, taken back, or said in place of something else. */
export interface Recording {
  /** The first of them stands in place of what is taken back. */
  readonly says?: readonly (Draft | NamedDraft)[];
  /** What is taken back in the same act. */
  readonly drop?: Dropped;
  /** What goes with it. */
  readonly also?: readonly Dropped[];
  /** To tell that it was kept. */
  readonly words: string;
}

/** A record that is taken back, and what would say it once more: nobody takes back what takes something back. */
export interface Dropped {
  readonly jti: string;
  readonly place: string;
  readonly again: Draft | NamedDraft;
}

/** Records by one act at a time, and for a while makes that undone. Whoever asks while one runs, as by a double click, gets its outcome. */
export function useRecording(ward: string) {
  const { act, newId } = usePhone();
  const { run, busy, trouble } = useSay();
  const [told, setTold] = useState<Told | null>(null);
  const running = useRef<Promise<boolean> | null>(null);

  function record(what: Recording): Promise<boolean> {
    running.current ??= keep(what).finally(() => (running.current = null));
    return running.current;
  }

  async function keep({ says = [], drop, also = [], words }: Recording): Promise<boolean> {
    const named = says.map((say, at) => ({
      ...insteadOf(say, at === 0 ? drop : undefined),
      jti: idIn(say) ?? newId(),
    }));
    const said = await run(() =>
      act.say(ward, [...(drop ? [drop, ...also] : also).map(takenBack), ...named]),
    );
    // What the ward counts lies in no area, whatever its id looks like.
    const places = named.map(({ jti, type, sub, in: area }) => ({
      jti,
      place: /^(indicator[.]defined|campaign[.].*)$/.test(type) ? ward : (area ?? sub),
    }));
    if (said.ok)
      setTold({ id: said.value[0] ?? "", words, said: places, dropped: drop ? [drop, ...also] : also });
    return said.ok;
  }

  async function undo(): Promise<Result<readonly string[], SayError>> {
    const { said = [], dropped = [] } = told ?? {};
    return run(() => act.say(ward, [...said.map(takenBack), ...dropped.map(({ again }) => again)]));
  }

  return { record, undo, close: () => setTold(null), told, busy, trouble };
}

interface Told {
  readonly id: string;
  readonly words: string;
  readonly said: readonly Place[];
  readonly dropped: readonly Dropped[];
}

interface Place {
  readonly jti: string;
  readonly place: string;
}

function takenBack({ jti, place }: Place): Draft {
  return { type: "statement.retracted", sub: jti, in: place, body: { reason: "mistake" } };
}

/** Of what another statement of the act names. */
function idIn(say: Draft | NamedDraft): string | undefined {
  return "jti" in say ? say.jti : undefined;
}

/** See domain/signed/corrections.ts: both statements of a correction are one act. */
function insteadOf(say: Draft, drop: Dropped | undefined): Draft {
  return drop ? { ...say, body: { ...say.body, corrects: drop.jti } } : say;
}
