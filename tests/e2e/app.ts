import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { randomInt } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { inject } from "vitest";

import { makeStorePlace, type StorePlace } from "../server/store-place.ts";
import { fillWard, WARD } from "./fill-ward.ts";

/** The real server, as README starts it, on a free port and a store of its own. */
export interface App {
  readonly origin: string;
  readonly port: number;
  /** Its process; throws while it does not run. */
  readonly pid: () => number;
  readonly dir: string;
  /** What its process finds set. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Runs a command and returns its standard output; throws where it exits with anything but 0. */
  readonly cli: (...words: string[]) => string;
  /** Starts the server, unless it runs. */
  readonly start: () => Promise<void>;
  /** Ends the server as a service manager does; what phones then meet is a ward that nobody reaches. */
  readonly stop: () => Promise<void>;
  /** Ends it without a word, as a power cut does. */
  readonly kill: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/**
 * Prepares a server on the suite's kind of store; `start` starts it. `script` is what runs it; `shared` is where another
 * process has its store already, which then outlives this one.
 */
export async function createApp(script = "scripts/so-tay.mjs", shared?: StorePlace): Promise<App> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const place = shared ?? (await makeStorePlace());
  const env = {
    ...process.env,
    ...(place.database ? { DATABASE_URL: place.database.url } : {}),
    PORT: String(port),
    DATA_DIR: place.dataDir,
    ORIGIN: origin,
    HOST: "127.0.0.1",
  };
  let child: ChildProcess | null = null;

  async function end(signal: "SIGTERM" | "SIGKILL"): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
    child = null;
  }
  const stop = () => end("SIGTERM");

  return {
    origin,
    port,
    pid() {
      if (child?.pid === undefined) throw new Error("the server does not run");
      return child.pid;
    },
    dir: place.dataDir,
    env,
    cli: (...words) =>
      execFileSync(process.execPath, [script, ...words], {
        env,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
      }),
    async start() {
      if (child) return;
      child = spawn(process.execPath, [script, "serve"], { env, stdio: "ignore" });
      for (let i = 0; i < 600; i++) {
        const answer = await fetch(`${origin}/api/health`).catch(() => null);
        if (answer?.ok) return;
        await sleep(50);
      }
      throw new Error("the server did not come up");
    },
    stop,
    kill: () => end("SIGKILL"),
    async remove() {
      await stop();
      if (!shared) await place.remove();
    },
  };
}

/** The app from a copy of its build, whose files a test may change; `installed` is where. `remove` takes the copy away, too. */
export async function createInstalledApp(): Promise<App & { readonly installed: string }> {
  // Beside the project's own build, so that it finds the same packages.
  const installed = mkdtempSync(join("dist", "installed-"));
  for (const part of ["web", "server"])
    cpSync(join("dist", part), join(installed, part), { recursive: true });
  const app = await createApp(join(installed, "server", "main.js"));
  return {
    ...app,
    installed,
    async remove() {
      await app.remove();
      rmSync(installed, { recursive: true, force: true });
    },
  };
}

/** A ward with the demo's real list, covenants and pledge, and nothing done yet: a copy, where the project has made one. */
export function furnish(app: App): void {
  const furnished = inject("furnishedWard");
  if (furnished === undefined) fillWard(app.cli, WARD);
  else cpSync(furnished, app.dir, { recursive: true });
}

/** The enrolment link that a command printed. */
export function linkIn(output: string): string {
  const link = /https?:\/\/\S+\/vao#\S+/.exec(output)?.[0];
  if (!link) throw new Error("no enrolment link was printed");
  return link;
}

/**
 * Below what outgoing connections draw from (32768 on Linux): a server that is down for a moment finds its port free again. And
 * out of a range of its own in each worker, so that no other file's server is given it meanwhile.
 */
async function freePort(): Promise<number> {
  const worker = Number(process.env["VITEST_POOL_ID"] ?? 0) % WORKERS;
  const first = FIRST_PORT + worker * PORTS;
  for (;;) {
    const port = randomInt(first, first + PORTS);
    if (await isFree(port)) return port;
  }
}

const FIRST_PORT = 20_000;
const WORKERS = 8;
const PORTS = Math.floor((32_768 - FIRST_PORT) / WORKERS);

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
