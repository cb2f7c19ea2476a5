import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css" };

/** Serves the files of a folder on a free port; as our server does, in Brotli where that lies beside them, and what has a hash in its name for a year. */
export async function serveFolder(folder) {
  const server = createServer(async ({ url, headers }, answer) => {
    const { pathname } = new URL(url, "http://localhost");
    const path = pathname === "/" ? "/index.html" : pathname;
    const brotli = /\bbr\b/.test(headers["accept-encoding"] ?? "")
      ? await read(join(folder, `${path}.br`))
      : null;
    const bytes = brotli ?? (await read(join(folder, path)));
    answer.writeHead(bytes ? 200 : 404, {
      "content-type": TYPES[extname(path)] ?? "application/octet-stream",
      "cache-control": path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
      vary: "accept-encoding",
      ...(brotli && { "content-encoding": "br" }),
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

async function read(path) {
  return readFile(path).catch(() => null);
}
