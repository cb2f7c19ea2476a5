import { useState } from "react";
import { useLocation } from "wouter";
import { useLocationProperty } from "wouter/use-browser-location";
import { readHandbookAddress, type HandbookPlace } from "./addresses.ts";

/** Where in which handbook the address is; null where it names none. Draws again when the part behind `#` changes. */
export function useHandbookPlace(): HandbookPlace | null {
  const [path] = useLocation();
  const hash = useLocationProperty(() => window.location.hash);
  const [kept, setKept] = useState(hash);
  // 'Bỏ qua phần đầu trang' leads to #main, which is no other page.
  if (hash !== kept && hash !== "#main") setKept(hash);
  return readHandbookAddress(path, hash === "#main" ? kept : hash);
}
