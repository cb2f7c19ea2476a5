import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css" };

/** Serves the files of a folder on a free port. */
export async function serveFolder(folder) {
  const server = createServer(async ({ url }, answer) => {
    const path = url === "/" ? "/index.html" : new URL(url, "http://localhost").pathname;
    const bytes = await readFile(join(folder, path)).catch(() => null);
    answer.writeHead(bytes ? 200 : 404, {
      "content-type": TYPES[extname(path)] ?? "application/octet-stream",
    });
    answer.end(bytes);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
