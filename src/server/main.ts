import { randomBytes } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCli } from "./cli.ts";
import { whenAsked } from "./when-asked.ts";

// The one place where the command line and the server meet the world: clock, chance, files, streams and signals.

// Only what serves ends in its own time; a command that works on its own ends at once, and what it was writing is whole or not there.
const asked = process.argv[2] === "serve" ? whenAsked(process) : new Promise<void>(() => undefined);

// Whoever reads may stop early (`so-tay demo | head`); what was begun is finished all the same.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

try {
  process.exitCode = await runCli(process.argv.slice(2), {
    env: process.env,
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    now: () => Date.now(),
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    // Built, this file is dist/server/main.js, and the app lies beside its folder.
    webRoot: join(dirname(fileURLToPath(import.meta.url)), "../web"),
    version: __APP_VERSION__,
    asked,
  });
} catch (error) {
  process.stderr.write(
    `Có lỗi ngoài dự tính, lệnh chưa làm xong.\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exitCode = 1;
}
