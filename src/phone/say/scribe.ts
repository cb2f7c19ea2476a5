import { makeStatement, type NamedDraft, type Statement } from "../../domain/statement.ts";
import type { Plan } from "../append/plan.ts";
import type { Rounds } from "../queries/round.ts";
import { sha256, signerOf } from "../store/keys.ts";
import type { Parts } from "../store/parts.ts";
import type { Voice, Voices } from "./voices.ts";

/** What this phone speaks with. */
export interface Speech {
  readonly voices: Voices;
  readonly scribe: Scribe;
  /** How what the scribe has made is going to be kept, where somebody has asked already. */
  readonly plans: WeakMap<readonly Statement[], Promise<Plan | null>>;
  /** Takes up at once what has become of households by what was said. */
  readonly rounds: Pick<Rounds, "take">;
}

export interface Scribe {
  /**
   * Makes and signs the statements of one act, with the numbers that come after the voice's last. What it has signed a
   * moment ago for the same voice and number it does not sign again.
   */
  readonly make: (voice: Voice, drafts: readonly NamedDraft[]) => Promise<readonly Statement[]>;
}

interface Made {
  /** For whom, from which number on, and what. */
  readonly what: string;
  /** Seconds. */
  readonly at: number;
  readonly made: Promise<readonly Statement[]>;
}

/** A scribe that has signed nothing yet. */
export function createScribe(parts: Parts): Scribe {
  const { env, clock } = parts;
  let last: Made | null = null;

  return {
    make(voice, drafts) {
      const { ward, device, n } = voice.membership;
      const what = JSON.stringify([ward, device, n, drafts]);
      const iat = clock.seconds(ward);
      if (last?.what === what && iat - last.at >= 0 && iat - last.at <= MOMENT) return last.made;
      const made = sign(voice, drafts, iat);
      const now = { what, at: iat, made };
      last = now;
      // Whoever tries again signs again.
      made.catch(() => {
        if (last === now) last = null;
      });
      return made;
    },
  };

  function sign(
    { membership, key }: Voice,
    drafts: readonly NamedDraft[],
    iat: number,
  ): Promise<Statement[]> {
    const common = {
      iat,
      ward: membership.ward,
      signer: signerOf(env.subtle, key),
      random: env.random,
      sha256: sha256(env.subtle),
    };
    return Promise.all(
      drafts.map((draft, at) =>
        makeStatement(draft, { ...common, jti: draft.jti, n: membership.n + at + 1 }),
      ),
    );
  }
}

/** Seconds. */
const MOMENT = 2;
