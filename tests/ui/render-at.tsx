import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import type { Phone } from "../../src/phone/api/phone.ts";
import { Providers } from "../../src/ui/parts/Providers.tsx";
import { allTexts } from "./all-texts.ts";

/** Draws a screen at an address of the browser itself: for screens that read what stands behind `#`. */
export function renderAt(phone: Phone, address: string, screen: ReactNode) {
  window.history.pushState(null, "", address);
  const drawn = render(
    <Providers phone={phone} texts={allTexts()}>
      {screen}
    </Providers>,
  );
  return { ...drawn, user: userEvent.setup() };
}

/** A live query that says one thing. */
export function always<T>(value: T) {
  return (listener: (value: T) => void) => {
    queueMicrotask(() => listener(value));
    return () => {};
  };
}
