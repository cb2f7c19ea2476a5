import type { Live, Settings } from "../api/phone.ts";
import type { PhoneDatabase } from "./database.ts";
import { live } from "./live.ts";
import type { SettingsRow } from "./rows.ts";
import { settingsOf } from "./settings-of.ts";

/** What the user of this phone prefers. */
export function watchSettings(db: PhoneDatabase): Live<Settings> {
  return live(async () => settingsOf(await db.settings.get("settings")));
}

/** Changes some of it; not the PIN. */
export async function setSettings(
  db: PhoneDatabase,
  change: Partial<Omit<Settings, "locked">>,
): Promise<void> {
  await db.transaction("rw", db.settings, async () => {
    const row = await db.settings.get("settings");
    const { locked: _lock, ...settings } = settingsOf(row);
    await db.settings.put({ ...settings, ...change, ...lockOf(row), name: "settings" });
  });
}

function lockOf(row: SettingsRow | undefined): Pick<SettingsRow, "lock"> {
  return row?.lock ? { lock: row.lock } : {};
}
