import { renderUnicodeCompact } from "uqr";
import type { Demo } from "../demo/make-demo.ts";
import type { Io } from "./command.ts";

/** Prints the addresses of a demo ward, each as text and as a QR code. */
export function showDemo(io: Io, { links, residentUrl }: Demo): void {
  const all = [{ who: "Người dân đọc sổ tay", url: residentUrl }, ...links];
  for (const { who, url } of all) {
    io.out(`${who}: ${url}`);
    io.out(renderUnicodeCompact(url, { border: 2 }));
  }
}
