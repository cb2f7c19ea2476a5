import { err, ok, type Result } from "../domain/result.ts";

/** What the environment sets (README, 'Settings'). */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Where invites lead: scheme, host and port, without a slash at the end. */
  readonly origin: string;
  readonly dataDir: string;
  /** Where metrics are served; null for nowhere. */
  readonly metrics: { readonly port: number; readonly host: string } | null;
}

/** The name of the setting that makes no sense. */
export type SettingsError = "PORT" | "METRICS_PORT" | "ORIGIN" | "DATABASE_URL";

/** Reads the settings; each has a default. */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
): Result<Settings, SettingsError> {
  // Silently keeping a ward's data elsewhere than asked would be worse than not starting.
  if (env["DATABASE_URL"]) return err("DATABASE_URL");
  const port = readPort(env["PORT"] || "8787");
  if (port === null) return err("PORT");
  const metricsPort = env["METRICS_PORT"] ? readPort(env["METRICS_PORT"]) : undefined;
  if (metricsPort === null) return err("METRICS_PORT");
  const metrics =
    metricsPort === undefined ? null : { port: metricsPort, host: env["METRICS_HOST"] || "127.0.0.1" };
  const origin = readOrigin(env["ORIGIN"] || `http://localhost:${port}`);
  if (origin === null) return err("ORIGIN");
  const [host, dataDir] = [env["HOST"] || "127.0.0.1", env["DATA_DIR"] || "data"];
  return ok({ port, origin, host, dataDir, metrics });
}

function readPort(text: string): number | null {
  const port = Number(text);
  return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : null;
}

function readOrigin(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, origin } = new URL(text);
  return protocol === "http:" || protocol === "https:" ? origin : null;
}
