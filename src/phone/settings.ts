import type { PhoneDatabase } from "./database.ts";
import { live } from "./live.ts";
import type { Live, Settings } from "./phone.ts";
import { settingsOf } from "./settings-of.ts";

/** What the user of this phone prefers. */
export function watchSettings(db: PhoneDatabase): Live<Settings> {
  return live(async () => settingsOf(await db.settings.get("settings")));
}

/** Changes some of it. */
export async function setSettings(db: PhoneDatabase, change: Partial<Settings>): Promise<void> {
  await db.transaction("rw", db.settings, async () => {
    await db.settings.put({
      ...settingsOf(await db.settings.get("settings")),
      ...change,
      name: "settings",
    });
  });
}
