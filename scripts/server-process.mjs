import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { freePort } from "./free-port.mjs";
import { root } from "./paths.mjs";

/**
 * Starts the built server on a free port, with a store of its own unless `dataDir` names one, and waits until it answers.
 * @param {{ dataDir?: string, env?: Record<string, string> }} [options]
 * @returns {Promise<{ origin: string, dataDir: string, stop: () => Promise<void> }>}
 */
export async function startServer({ dataDir = mkdtempSync(join(tmpdir(), "so-tay-")), env = {} } = {}) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const child = soTay(["serve"], {
    PORT: String(port),
    HOST: "127.0.0.1",
    ORIGIN: origin,
    DATA_DIR: dataDir,
    ...env,
  });
  const said = collect(child);
  for (let tries = 0; !(await answers(origin)); tries += 1) {
    if (child.exitCode !== null || tries > 300) throw new Error(`the server did not come up: ${said()}`);
    await pause(100);
  }
  const stop = async () => {
    if (child.exitCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  return { origin, dataDir, stop };
}

/**
 * Runs one command of the built command line to its end.
 * @returns {Promise<string[]>} the lines of its standard output; throws if it failed
 */
export async function command(args, env) {
  const child = soTay(args, env);
  const lines = [];
  child.stdout.on("data", (chunk) => lines.push(chunk));
  const said = collect(child);
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`so-tay ${args.join(" ")}: exit ${code}\n${said()}`);
  return Buffer.concat(lines).toString().split("\n").filter(Boolean);
}

function soTay(args, env) {
  // As package.json and deploy/ start it.
  const options = ["--max-semi-space-size=32"];
  return spawn(process.execPath, [...options, join(root, "scripts/so-tay.mjs"), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function collect(child) {
  let text = "";
  const add = (chunk) => (text = `${text}${chunk}`.slice(-2000));
  child.stdout.on("data", add);
  child.stderr.on("data", add);
  return () => text;
}

async function answers(origin) {
  try {
    return (await fetch(`${origin}/api/health`)).ok;
  } catch {
    return false;
  }
}
