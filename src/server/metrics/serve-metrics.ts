import { createServer, type Server } from "node:http";
import { formatMetrics, METRICS_TYPE, type Metric } from "./exposition.ts";

/** Serves `GET /metrics` on a port of its own, so that a proxy before the app never shows it to anybody by mistake. */
export async function serveMetrics(
  { host, port }: { readonly host: string; readonly port: number },
  read: () => Promise<readonly Metric[]>,
): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    read().then(
      (metrics) => response.writeHead(200, { "content-type": METRICS_TYPE }).end(formatMetrics(metrics)),
      () => response.writeHead(503).end(),
    );
  });
  return await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve(server);
    });
  });
}
