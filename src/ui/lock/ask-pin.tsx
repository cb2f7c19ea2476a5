import { createRoot } from "react-dom/client";
import type { Given } from "../../phone/browser-env.ts";
import { startPhone } from "../../phone/start-phone.ts";
import { findLook } from "../look/look-element.ts";
import { Providers } from "../parts/Providers.tsx";
import { addLaterWords, makeTexts } from "../text/i18n.ts";
import { vi } from "../text/vi.ts";
import { AskPin } from "./AskPin.tsx";

/** Stands in the place of everything until the PIN is given; resolves then. */
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
        <AskPin start={phone.start} onOpen={opened} />
      </Providers>,
    );
  });
  root.unmount();
  place.remove();
  for (const [at, one] of covered.entries()) one.hidden = hidden[at] === true;
}
