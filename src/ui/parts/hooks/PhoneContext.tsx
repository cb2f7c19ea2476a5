import { createContext, use, type ReactNode } from "react";
import type { Phone } from "../../../phone/api/phone.ts";

/** Hands this phone to every screen below. */
export function PhoneProvider({ phone, children }: { readonly phone: Phone; readonly children: ReactNode }) {
  return <PhoneContext value={phone}>{children}</PhoneContext>;
}

/** The phone that the app runs on. */
export function usePhone(): Phone {
  const phone = use(PhoneContext);
  if (!phone) throw new Error("a screen stands outside of PhoneProvider");
  return phone;
}

const PhoneContext = createContext<Phone | null>(null);
