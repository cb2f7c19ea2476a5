import { useEffect, useMemo } from "react";
import { ownOpinionsKey, readOwnOpinions, type OwnOpinion } from "../../../phone/api/own-opinions.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { useLive } from "../../parts/hooks/use-live.ts";

/** The opinions given on this phone, the newest first; gives what waits, and asks after the others, as it is opened and when coverage is back. */
export function useOwnOpinions(ward: string): readonly OwnOpinion[] {
  const { act } = usePhone();
  const draft = useLive("draft", ownOpinionsKey(ward));
  const own = useMemo(() => readOwnOpinions(draft).toReversed(), [draft]);
  const isAny = own.length > 0;
  useEffect(() => {
    if (!isAny) return undefined;
    const give = () => void act.giveOpinions(ward).catch(() => undefined);
    give();
    window.addEventListener("online", give);
    return () => window.removeEventListener("online", give);
  }, [act, ward, isAny]);
  return own;
}
