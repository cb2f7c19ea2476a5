import type { PhoneDatabase } from "./database.ts";
import { live } from "./live.ts";
import type { Live, Settings } from "./phone.ts";

const DEFAULTS: Settings = { language: "vi", textSize: 1, theme: "auto" };

/** What the user of this phone prefers. */
export function watchSettings(db: PhoneDatabase): Live<Settings> {
  return live(async () => {
    const { language, textSize, theme } = { ...DEFAULTS, ...(await db.settings.get("settings")) };
    return { language, textSize, theme };
  });
}

/** Changes some of it. */
export async function setSettings(db: PhoneDatabase, change: Partial<Settings>): Promise<void> {
  await db.transaction("rw", db.settings, async () => {
    await db.settings.put({
      ...DEFAULTS,
      ...(await db.settings.get("settings")),
      ...change,
      name: "settings",
    });
  });
}
