import { spawn } from "node:child_process";
import { err, ok, type Result } from "../../domain/result.ts";

/** Why one of PostgreSQL's own programs did nothing: it is not on the path, or it failed, in its own words. */
export type ToolError =
  | { readonly why: "no-tool"; readonly tool: string }
  | { readonly why: "tool-failed"; readonly tool: string; readonly words: string };

/** Writes a whole database, as it stands at one moment, into a file. */
export function dumpDatabase(url: string, file: string): Promise<Result<null, ToolError>> {
  return run("pg_dump", url, ["--format=custom", "--no-owner", "--no-privileges", `--file=${file}`]);
}

/** Puts what a dump holds in the place of what the database holds, all of it or nothing. */
export function restoreDatabase(url: string, file: string): Promise<Result<null, ToolError>> {
  const options = ["--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction"];
  return run("pg_restore", url, [...options, file]);
}

/** Whoever lists processes sees arguments: the password goes by the environment. */
function run(tool: string, url: string, options: readonly string[]): Promise<Result<null, ToolError>> {
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  address.password = "";
  const env = { ...process.env, ...(password === "" ? {} : { PGPASSWORD: password }) };
  return new Promise((resolve, reject) => {
    const child = spawn(tool, [`--dbname=${address.href}`, ...options], {
      env,
      stdio: ["ignore", "ignore", "pipe"],
    });
    let words = "";
    child.stderr.on("data", (chunk: Buffer) => (words += chunk.toString()));
    child.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") resolve(err({ why: "no-tool", tool }));
      else reject(error);
    });
    child.once("close", (code) => {
      resolve(code === 0 ? ok(null) : err({ why: "tool-failed", tool, words: words.trim() }));
    });
  });
}
