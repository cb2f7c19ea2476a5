import { useState } from "react";
import type { Result } from "../../../domain/result.ts";
import { sendingDrafts, sendingUndone, type Known, type Sending } from "../../../domain/round/assign.ts";
import type { SayError, WardView } from "../../../phone/api/phone.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { useSay } from "../../parts/hooks/use-say.ts";

/** Sends somebody in one act, and takes it back in one. */
export function useSending({ slug, areas, devices }: WardView) {
  const { act } = usePhone();
  const { run, busy, trouble } = useSay();
  const [told, setTold] = useState<Told | null>(null);

  async function send(sending: Sending): Promise<boolean> {
    const known = { areas, devices };
    const said = await run(() => act.say(slug, sendingDrafts(known, sending)));
    if (said.ok) setTold({ id: said.value[0] ?? "", sending, known, jtis: said.value });
    return said.ok;
  }

  async function undo(): Promise<Result<readonly string[], SayError>> {
    const drafts = told ? sendingUndone(told.known, told.sending, told.jtis) : [];
    return run(() => act.say(slug, drafts));
  }

  return { send, undo, close: () => setTold(null), told, trouble, busy };
}

interface Told {
  readonly id: string;
  readonly sending: Sending;
  /** As it was before. */
  readonly known: Known;
  readonly jtis: readonly string[];
}
