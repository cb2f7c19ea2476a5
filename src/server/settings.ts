import { err, ok, type Result } from "../domain/result.ts";

/** What the environment sets (README, 'Settings'). */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Where invites lead: scheme, host and port, without a slash at the end. */
  readonly origin: string;
  readonly dataDir: string;
}

/** The name of the setting that makes no sense. */
export type SettingsError = "PORT" | "ORIGIN" | "DATABASE_URL";

/** Reads the settings; each has a default. */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
): Result<Settings, SettingsError> {
  // Silently keeping a ward's data elsewhere than asked would be worse than not starting.
  if (env["DATABASE_URL"]) return err("DATABASE_URL");
  const port = Number(env["PORT"] || 8787);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return err("PORT");
  const origin = readOrigin(env["ORIGIN"] || `http://localhost:${port}`);
  if (origin === null) return err("ORIGIN");
  return ok({ port, origin, host: env["HOST"] || "127.0.0.1", dataDir: env["DATA_DIR"] || "data" });
}

function readOrigin(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, origin } = new URL(text);
  return protocol === "http:" || protocol === "https:" ? origin : null;
}
