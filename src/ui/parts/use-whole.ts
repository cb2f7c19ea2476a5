import { useLive } from "./use-live.ts";

/** Whether all that the ward shows to this phone has come once; true while that is not known. */
export function useWhole(ward: string | null): boolean {
  return useLive("sending", ward)?.whole ?? true;
}
