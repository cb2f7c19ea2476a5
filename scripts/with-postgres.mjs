// node scripts/with-postgres.mjs PROGRAM ARGUMENTS…: runs a program with DATABASE_URL set to an empty database of a server
// of its own, which is thrown away when the program ends.
import { run } from "./run.mjs";
import { startPostgres } from "./postgres.mjs";

process.exitCode = await withPostgres(process.argv.slice(2));

async function withPostgres(command) {
  const server = await startPostgres();
  try {
    const { ok } = await run({ command, env: { DATABASE_URL: server.url } });
    return ok ? 0 : 1;
  } finally {
    await server.stop();
  }
}
