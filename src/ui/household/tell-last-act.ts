import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { useKeptThings } from "../parts/hooks/use-kept.tsx";
import { LAST_ACT } from "./last-act-key.ts";
import type { LastAct } from "./use-last-act.ts";

/** Tells, on a page that leads to a household's, what was just done: there it can be taken back. */
export function useTellLastAct(ward: string): (last: Omit<LastAct, "ward" | "at">) => void {
  const { now } = usePhone();
  const things = useKeptThings();
  return (last) => void things.set(LAST_ACT, { ...last, ward, at: now(ward) } satisfies LastAct);
}
