import { isIP } from "node:net";
import { err, ok, type Result } from "../domain/result.ts";
import type { Access } from "./store/postgres-pool.ts";

/** What the environment sets (README, 'Settings'). */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Where invites lead: scheme, host and port, without a slash at the end. */
  readonly origin: string;
  readonly dataDir: string;
  /** The database that keeps the wards; null for SQLite in `dataDir`. */
  readonly database: Access | null;
  /** Where metrics are served; null for nowhere. */
  readonly metrics: { readonly port: number; readonly host: string } | null;
  /** Who may say on whose behalf it asks (`X-Forwarded-For`): addresses, ranges such as `172.17.0.0/16`, `loopback`. */
  readonly proxies: readonly string[];
}

/** The name of the setting that makes no sense. */
export type SettingsError =
  | "PORT"
  | "METRICS_PORT"
  | "ORIGIN"
  | "DATABASE_URL"
  | "DATABASE_CONNECTIONS"
  | "TRUSTED_PROXIES";

/** Reads the settings; each has a default. */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
): Result<Settings, SettingsError> {
  const port = readPort(env["PORT"] || "8787");
  if (port === null) return err("PORT");
  const metricsPort = env["METRICS_PORT"] ? readPort(env["METRICS_PORT"]) : undefined;
  if (metricsPort === null) return err("METRICS_PORT");
  const metrics =
    metricsPort === undefined ? null : { port: metricsPort, host: env["METRICS_HOST"] || "127.0.0.1" };
  const origin = readOrigin(env["ORIGIN"] || `http://localhost:${port}`);
  if (origin === null) return err("ORIGIN");
  const [host, dataDir] = [env["HOST"] || "127.0.0.1", env["DATA_DIR"] || "data"];
  const database = readDatabase(env);
  if (!database.ok) return database;
  const proxies = (env["TRUSTED_PROXIES"] || "loopback").split(",").map((one) => one.trim());
  if (!proxies.every(isProxy)) return err("TRUSTED_PROXIES");
  return ok({ port, origin, host, dataDir, database: database.value, metrics, proxies });
}

function isProxy(text: string): boolean {
  if (text === "loopback") return true;
  const [, address = "", bits = "0"] = /^([\da-fA-F.:]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  return isIP(address) > 0 && Number(bits) <= (isIP(address) === 4 ? 32 : 128);
}

function readPort(text: string): number | null {
  const port = Number(text);
  return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : null;
}

/** Silently keeping a ward's data elsewhere than asked would be worse than not starting. */
function readDatabase(
  env: Readonly<Record<string, string | undefined>>,
): Result<Access | null, SettingsError> {
  const url = env["DATABASE_URL"];
  if (!url) return ok(null);
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) return err("DATABASE_URL");
  const connections = Number(env["DATABASE_CONNECTIONS"] || USUAL_CONNECTIONS);
  // Waiting for a ward's turn takes one, and reading another.
  if (!Number.isInteger(connections) || connections < 2 || connections > 1000)
    return err("DATABASE_CONNECTIONS");
  return ok({ url, connections });
}

const USUAL_CONNECTIONS = 10;

/** Scheme, host and port of a web address; null for anything else. */
export function readOrigin(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, origin } = new URL(text);
  return protocol === "http:" || protocol === "https:" ? origin : null;
}
