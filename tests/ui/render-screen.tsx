import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { i18n as Texts } from "i18next";
import type { ReactNode } from "react";
import { Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import type { Phone } from "../../src/phone/api/phone.ts";
import { Providers } from "../../src/ui/parts/Providers.tsx";
import { allTexts } from "./all-texts.ts";

/** Draws a screen on a phone, at an address; tells where its links have led. */
export function renderScreen(
  phone: Phone,
  screen: ReactNode,
  { at = "/", texts = allTexts() }: { readonly at?: string; readonly texts?: Texts } = {},
) {
  const location = memoryLocation({ path: at, record: true });
  const drawn = render(
    <Providers phone={phone} texts={texts}>
      <Router hook={location.hook} searchHook={location.searchHook}>
        {screen}
      </Router>
    </Providers>,
  );
  return { ...drawn, user: userEvent.setup(), location, where: () => location.history.at(-1) };
}
