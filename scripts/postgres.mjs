// A PostgreSQL server of its own, for tests and benchmarks: started, used and thrown away.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { freePort } from "./free-port.mjs";

/**
 * Starts a server on a free port of this machine, with an empty cluster in a folder of its own. As root it runs as an
 * ordinary user, since PostgreSQL refuses root. Without `durable` nothing reaches the disk in time, which is quicker.
 * @param {{ durable?: boolean, settings?: Record<string, string> }} [options]
 * @returns {Promise<{ url: string, pid: number, stop: () => Promise<void> }>} `url` is that of its database `postgres`
 */
export async function startPostgres({ durable = false, settings = {} } = {}) {
  const bin = findBinaries();
  if (bin === null) throw new Error(MISSING);
  const as = ordinaryUser();
  const folder = mkdtempSync(join(tmpdir(), "so-tay-postgres-"));
  const data = join(folder, "data");
  mkdirSync(data, { mode: 0o700 });
  if (as.uid !== undefined) for (const path of [folder, data]) chownSync(path, as.uid, as.gid);
  execFileSync(
    join(bin, "initdb"),
    ["-D", data, "-U", "so-tay", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
    { ...as, stdio: ["ignore", "ignore", "pipe"] },
  );
  const port = await freePort();
  const wanted = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: folder,
    max_connections: "200",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
    ...settings,
  };
  const options = Object.entries(wanted).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(join(bin, "postgres"), ["-D", data, ...options], {
    ...as,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  server.stderr.on("data", (chunk) => (said = `${said}${chunk}`.slice(-2000)));
  for (let tries = 0; !said.includes("ready to accept connections"); tries += 1) {
    if (server.exitCode !== null || tries > 600) throw new Error(`PostgreSQL did not come up: ${said}`);
    await pause(50);
  }
  return {
    url: `postgres://so-tay@127.0.0.1:${port}/postgres`,
    pid: server.pid,
    async stop() {
      if (server.exitCode === null && server.signalCode === null) {
        // Whoever is still connected is sent away.
        server.kill("SIGINT");
        await once(server, "exit");
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const MISSING =
  "PostgreSQL's initdb and postgres were not found: install PostgreSQL 15 or newer (Debian: postgresql-15), or put its bin folder on the PATH.";

/** The folder that holds both programs: of the path, or where Debian keeps the newest. */
function findBinaries() {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env.PATH ?? "").split(delimiter),
    ...versions.map((version) => join(debian, version, "bin")),
  ];
  const holds = (folder) => ["initdb", "postgres"].every((name) => existsSync(join(folder, name)));
  return folders.find((folder) => folder !== "" && holds(folder)) ?? null;
}

/** Whom to run it as: oneself, unless that is root. */
function ordinaryUser() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    try {
      const id = (flag) => Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
      return { uid: id("-u"), gid: id("-g") };
    } catch {
      // There is no such user here.
    }
  }
  return { uid: 65_534, gid: 65_534 };
}
