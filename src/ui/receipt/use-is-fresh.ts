import { useState } from "react";
import type { Fact } from "../../domain/household-facts.ts";
import { SLIP_SECONDS } from "../../domain/signed/retractions.ts";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";

/** Whether something was only just said when this was opened: the toast that takes it back knows itself when its time is over. */
export function useIsFresh(ward: string | undefined): (made: Pick<Fact, "at">) => boolean {
  const { now } = usePhone();
  const [openedAt] = useState(() => now(ward));
  return ({ at }) => Math.abs(openedAt - at) < SLIP_SECONDS / 2;
}
