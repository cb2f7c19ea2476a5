import { useEffect, useMemo } from "react";
import { editionsKey, readEditions } from "../../../phone/drafts/kept-editions.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { useLive } from "../../parts/hooks/use-live.ts";

/** Numbers of the editions that an area has had, as far as this phone knows; asks the ward once for the older ones. */
export function useKnownEditions(ward: string, area: string): readonly (number | string)[] {
  const { act } = usePhone();
  const kept = useLive("draft", editionsKey(ward));
  useEffect(() => void act.fetchEditions(ward), [act, ward]);
  return useMemo(() => readEditions(kept, area).map(({ edition }) => edition), [kept, area]);
}
