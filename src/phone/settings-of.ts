import type { SettingsRow } from "./database.ts";
import type { Settings } from "./phone.ts";

const DEFAULTS: Settings = { language: "vi", textSize: 1, theme: "auto" };

/** What the user of this phone prefers, by what was kept of it. */
export function settingsOf(row: SettingsRow | undefined): Settings {
  const { language, textSize, theme } = { ...DEFAULTS, ...row };
  return { language, textSize, theme };
}
