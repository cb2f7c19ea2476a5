import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { err, ok } from "../../domain/result.ts";
import { SLIP_SECONDS } from "../../domain/signed/retractions.ts";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { useLive } from "../parts/hooks/use-live.ts";
import { useSay } from "../parts/hooks/use-say.ts";
import { decisionDraft, decisionKey, readDecision, type Decision } from "./decision.ts";

/** Decisions of the office, one at a time: each is kept at once, and said when the time to undo it is over. */
export interface Deciding {
  /** Kept and not said yet. */
  readonly pending: Decision | null;
  /** The one that the toast tells of, undone or not; null when its time is over. */
  readonly told: Decision | null;
  /** Tells whether it was kept. */
  readonly decide: (decision: Omit<Decision, "jti" | "at">) => Promise<boolean>;
  readonly undo: () => Promise<void>;
  /** Says it now; nothing where it was undone. */
  readonly finish: () => Promise<void>;
  readonly trouble: string | null;
}

/** Watches over the decisions of a ward's office. One that a closed page left behind is said as soon as its time is over. */
export function useDecision(ward: string): Deciding {
  const { act, newId, now } = usePhone();
  const { run, trouble } = useSay();
  const key = decisionKey(ward);
  const kept = useLive("draft", key);
  const pending = useMemo(() => readDecision(kept), [kept]);
  const [told, setTold] = useState<Decision | null>(null);

  async function say(decision: Decision): Promise<void> {
    const said = await run(() => act.say(ward, [decisionDraft(decision)], key));
    if (!said.ok) return;
    // The sooner the ward has it, the sooner its author hears of it.
    await act.exchange(ward);
    await act.fetchHeld(ward);
  }

  async function decide(made: Omit<Decision, "jti" | "at">): Promise<boolean> {
    if (pending) await say(pending);
    const decision = { ...made, jti: newId(), at: now(ward) };
    const done = await run(async () => {
      const draft = await act.keepDraft(key, decision);
      return draft.ok ? ok([]) : err("full");
    });
    if (done.ok) setTold(decision);
    return done.ok;
  }

  async function finish(): Promise<void> {
    setTold(null);
    if (pending) await say(pending);
  }

  const finishLeft = useEffectEvent(() => {
    if (pending && told?.jti !== pending.jti) void say(pending);
  });
  useEffect(() => {
    if (!pending) return undefined;
    const left = Math.min(SLIP_SECONDS, pending.at + SLIP_SECONDS - now(ward));
    const timer = setTimeout(finishLeft, Math.max(0, left) * 1000);
    return () => clearTimeout(timer);
  }, [pending, now, ward]);

  // Whoever leaves the office's pages has seen the toast go.
  const leave = useEffectEvent(() => {
    if (pending) void say(pending);
  });
  useEffect(() => () => leave(), []);

  return { pending, told, decide, undo: () => act.dropDraft(key), finish, trouble };
}
