import { useEffect, useState } from "react";
import { useLocationProperty } from "wouter/use-browser-location";
import { isRecord } from "../../domain/jws.ts";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { useLive } from "../parts/hooks/use-live.ts";
import { readInvite, type Invite } from "./invite-link.ts";

/**
 * The invite that this phone was given. It is taken out of the address at once, where it would stay in the browser's
 * history and on every screenshot, and kept as a draft: neither a reload nor a lost answer loses it.
 */
export function useInvite() {
  const { act } = usePhone();
  const hash = useLocationProperty(() => window.location.hash);
  const draft = useLive("draft", DRAFT);
  const [given, setGiven] = useState<Invite | null>(null);
  const arrived = readInvite(hash);
  if (arrived && arrived.code !== given?.code) setGiven(arrived);

  useEffect(() => {
    const invite = readInvite(hash);
    if (!invite) return;
    window.history.replaceState(window.history.state, "", window.location.pathname);
    void act.keepDraft(DRAFT, invite);
  }, [act, hash]);

  return {
    /** Undefined while this phone looks, null where there is none. */
    invite: given ?? (draft === undefined ? undefined : readDraft(draft)),
    take(invite: Invite) {
      setGiven(invite);
      void act.keepDraft(DRAFT, invite);
    },
    async drop() {
      setGiven(null);
      await act.dropDraft(DRAFT);
    },
  };
}

const DRAFT = "invite";

function readDraft(draft: unknown): Invite | null {
  if (!isRecord(draft)) return null;
  const { ward, code } = draft;
  return typeof ward === "string" && typeof code === "string" ? readInvite(`${ward}.${code}`) : null;
}
