import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";

import { root } from "./paths.mjs";

const running = new Set();
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    for (const child of running) endGroup(child, signal);
    process.exit(130);
  });
}

/**
 * Runs one program of node_modules/.bin (or of PATH) in the project's root, to its end.
 * Its output is shown as it comes, or, if `quiet`, collected. What outlasts `minutes` is ended with all it started.
 * @param {{ command: string[], env?: Record<string, string>, quiet?: boolean, minutes?: number }} what
 * @returns {Promise<{ ok: boolean, output: string, seconds: number }>}
 */
export function run({ command: [program, ...args], env = {}, quiet = false, minutes = 30 }) {
  const start = performance.now();
  const child = spawn(program, args, {
    cwd: root,
    env: {
      ...process.env,
      PATH: `${join(root, "node_modules/.bin")}${delimiter}${process.env.PATH}`,
      ...env,
    },
    stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
    // A group of its own, so that a browser or server left behind by a step ends with it.
    detached: true,
  });
  running.add(child);
  const chunks = [];
  child.stdout?.on("data", (chunk) => chunks.push(chunk));
  child.stderr?.on("data", (chunk) => chunks.push(chunk));
  return new Promise((resolve) => {
    const limit = setTimeout(() => {
      chunks.push(Buffer.from(`ended after ${minutes} minutes\n`));
      endGroup(child, "SIGKILL");
    }, minutes * 60_000);
    const finish = (ok, text = "") => {
      clearTimeout(limit);
      running.delete(child);
      const output = Buffer.concat(chunks).toString() + text;
      resolve({ ok, output, seconds: (performance.now() - start) / 1000 });
    };
    child.on("error", (error) => finish(false, `${error.message}\n`));
    child.on("close", (code) => finish(code === 0));
  });
}

function endGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended already.
  }
}
