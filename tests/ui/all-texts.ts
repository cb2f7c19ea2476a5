import { makeTexts } from "../../src/ui/text/i18n.ts";
import { viLater } from "../../src/ui/text/vi-later.ts";
import { viPledge } from "../../src/ui/text/vi-pledge.ts";
import { viMore } from "../../src/ui/text/vi-more.ts";
import { vi } from "../../src/ui/text/vi.ts";

/** The words of every screen, in Vietnamese. */
export function allTexts() {
  return makeTexts({ ...vi, ...viLater, ...viPledge, ...viMore });
}
