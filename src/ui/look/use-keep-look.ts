import { useEffect } from "react";
import type { Drawn, WardView } from "../../phone/api/phone.ts";
import type { LookOf } from "../../phone/look/first-look.ts";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { useLive } from "../parts/hooks/use-live.ts";
import { takePicture } from "./picture.ts";

/**
 * Keeps what this screen looks like for the next start, whenever it has stood still for a moment. Null while it does not
 * look as it will open, such as while somebody searches.
 */
export function useKeepLook(
  of: LookOf,
  drawn: { readonly ward: WardView; readonly rows: Drawn["rows"] } | null,
): void {
  const { act } = usePhone();
  const { ward, rows } = drawn ?? {};
  // It may change without a change in words.
  const sending = useLive("sending", ward?.slug ?? null);
  useEffect(() => {
    const screen = document.querySelector("#root .screen");
    if (!ward || !rows || !screen) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const take = () => takePicture(screen);
    const keep = () => {
      // Convenience only: without it the next start is slower.
      act.keepLook({ of, ward, rows, version: __APP_VERSION__, take }).catch(() => undefined);
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, STILL);
    };
    later();
    const observer = new MutationObserver(later);
    observer.observe(screen, { subtree: true, childList: true, characterData: true, attributes: true });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [act, of, ward, rows, sending]);
}

/** Milliseconds. */
const STILL = 800;
