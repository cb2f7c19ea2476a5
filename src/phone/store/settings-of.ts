import type { Settings } from "../api/phone.ts";
import type { SettingsRow } from "./rows.ts";

const DEFAULTS = { language: "vi", textSize: 1, theme: "auto" } as const satisfies Partial<Settings>;

/** What the user of this phone prefers, by what was kept of it. */
export function settingsOf(row: SettingsRow | undefined): Settings {
  const { language, textSize, theme, lock } = { ...DEFAULTS, ...row };
  return { language, textSize, theme, locked: lock !== undefined };
}
