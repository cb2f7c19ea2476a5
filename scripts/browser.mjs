import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * The browser that the tests drive: `CHROMIUM` if it is set, else one of the usual names in /usr/bin or in PATH.
 * Null if there is none, and also if `CHROMIUM` names a file that cannot be run.
 * @returns {string | null} path of the program
 */
export function findBrowser(env = process.env) {
  if (env.CHROMIUM) return canRun(env.CHROMIUM) ? env.CHROMIUM : null;
  const folders = ["/usr/bin", ...(env.PATH ?? "").split(delimiter).filter(Boolean)];
  for (const folder of folders) {
    for (const name of names) {
      const path = join(folder, name);
      if (canRun(path)) return path;
    }
  }
  return null;
}

/**
 * Like `findBrowser`, but installs Debian's chromium where none is found and this is root on a machine with apt-get.
 * @returns {{ ok: true, path: string } | { ok: false, sentence: string }}
 */
export function ensureBrowser(env = process.env) {
  const found = findBrowser(env);
  if (found) return { ok: true, path: found };
  if (env.CHROMIUM)
    return { ok: false, sentence: `CHROMIUM names ${env.CHROMIUM}, which is no program that can be run.` };
  if (process.getuid?.() === 0 && hasAptGet()) {
    console.error("No Chromium found: installing Debian's chromium by apt-get …");
    if (apt("update") && apt("install", "-y", "--no-install-recommends", "chromium")) {
      const installed = findBrowser(env);
      if (installed) return { ok: true, path: installed };
    }
    return {
      ok: false,
      sentence:
        "apt-get could not install chromium: install Chromium or Chrome yourself, or set CHROMIUM to its path.",
    };
  }
  return {
    ok: false,
    sentence:
      "The browser tests need Chromium: install it (Debian, Ubuntu: 'sudo apt-get install chromium'), or set CHROMIUM to the path of Chromium or Chrome, and run 'npm test' again.",
  };
}

function hasAptGet() {
  return spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status === 0;
}

function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync("apt-get", args, { stdio: ["ignore", 2, 2], env }).status === 0;
}

function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
