import type { Handbook } from "../../../domain/ward-facts.ts";
import type { HandbookView } from "../../../phone/api/phone.ts";

/** The handbook around the very covenant that stands there, not one of an area around it. */
export function ownHandbook(view: HandbookView | null): Handbook | null {
  return view?.handbook?.area === view?.covenant.area ? (view?.handbook ?? null) : null;
}
