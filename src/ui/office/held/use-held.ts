import { useCallback } from "react";
import type { Asked, DeviceStanding, HeldLine } from "../../../phone/api/phone.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { useLive } from "../../parts/hooks/use-live.ts";
import { useAsked } from "../use-asked.ts";

/** What waits for the office, asked while this is drawn; undefined until the phone has said what it knows. */
export function useHeld(ward: string): Asked<readonly HeldLine[]> | undefined {
  const { act } = usePhone();
  useAsked(useCallback(() => act.fetchHeld(ward), [act, ward]));
  return useLive("held", ward);
}

/** How the ward's devices stand, asked while this is drawn. */
export function useStandings(ward: string): Asked<readonly DeviceStanding[]> | undefined {
  const { act } = usePhone();
  useAsked(useCallback(() => act.fetchStandings(ward), [act, ward]));
  return useLive("standings", ward);
}
