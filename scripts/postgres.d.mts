/** Starts a PostgreSQL server of its own, as `postgres.mjs` says. */
export function startPostgres(options?: {
  durable?: boolean;
  settings?: Record<string, string>;
}): Promise<{ url: string; pid: number; stop: () => Promise<void> }>;
