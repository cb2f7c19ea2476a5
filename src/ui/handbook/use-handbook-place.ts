import { useState } from "react";
import { useLocation } from "wouter";
import { useLocationProperty } from "wouter/use-browser-location";
import { BOOKLET, readHandbookAddress, type HandbookPlace } from "./addresses.ts";

/** Where in which handbook the address is; null where it names none. Draws again when the part behind `#` changes. */
export function useHandbookPlace(): (HandbookPlace & { readonly isBooklet: boolean }) | null {
  const [path] = useLocation();
  const hash = useLocationProperty(() => window.location.hash);
  const [kept, setKept] = useState(hash);
  // 'Bỏ qua phần đầu trang' leads to #main, which is no other page.
  if (hash !== kept && hash !== "#main") setKept(hash);
  const shown = hash === "#main" ? kept : hash;
  const place = readHandbookAddress(path, shown);
  return place && { ...place, isBooklet: shown === BOOKLET };
}
