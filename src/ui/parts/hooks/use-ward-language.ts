import { useRouter } from "wouter";

/** `lang` of what a ward wrote: Vietnamese; the practice ward speaks the language of the screens. */
export function useWardLanguage(): "vi" | undefined {
  return useRouter().base === PRACTICE ? undefined : "vi";
}

/** Below which address everything is practice. */
export const PRACTICE = "/tap-dung";
