import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import type { Given } from "../../phone/browser-env.ts";
import { startPhone } from "../../phone/start-phone.ts";
import { findLook } from "../look/look-element.ts";
import { Providers } from "../parts/Providers.tsx";
import { StorageNotice } from "../parts/StorageNotice.tsx";
import { useLive } from "../parts/hooks/use-live.ts";
import { addLaterWords, makeTexts } from "../text/i18n.ts";
import { vi } from "../text/vi.ts";
import { AskPin } from "./AskPin.tsx";

/** Stands in the place of everything until the PIN is given, or turns out not to be set; resolves then. */
export async function askPin(given: Given): Promise<void> {
  const texts = makeTexts(vi);
  await addLaterWords(texts);
  const phone = startPhone(given);
  const covered = [findLook(), document.getElementById("root")].filter((one) => one !== null);
  const hidden = covered.map((one) => one.hidden);
  for (const one of covered) one.hidden = true;
  const place = document.createElement("div");
  document.body.prepend(place);
  const root = createRoot(place);
  await new Promise<void>((opened) => {
    root.render(
      <Providers phone={phone} texts={texts}>
        <Gate start={phone.start} onOpen={opened} />
      </Providers>,
    );
  });
  root.unmount();
  place.remove();
  for (const [at, one] of covered.entries()) one.hidden = hidden[at] === true;
}

/** Asks where a PIN is set: what the page could not read by itself the phone tries again, and until it can nobody is let by. */
export function Gate({ start, onOpen }: { readonly start: () => () => void; readonly onOpen: () => void }) {
  const locked = useLive("settings")?.locked;
  const [asks, setAsks] = useState(false);
  // A PIN that goes with a phone that is given up lets nobody go on from there.
  if (locked && !asks) setAsks(true);
  useEffect(() => {
    if (locked === false && !asks) onOpen();
  }, [locked, asks, onOpen]);
  return asks ? <AskPin start={start} onOpen={onOpen} /> : <StorageNotice />;
}
