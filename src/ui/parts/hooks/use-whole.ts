import { useLive } from "./use-live.ts";

/** Whether all that the ward shows to this phone has come once; while that is not known, what is given for it. */
export function useWhole(ward: string | null, unknown = true): boolean {
  return useLive("sending", ward)?.whole ?? unknown;
}
