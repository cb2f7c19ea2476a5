import {
  createServer,
  request as forward,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { connect, type AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";

import type { Chance } from "../../src/server/demo/chance.ts";

/** What may happen to a call on its way. */
export const FAULTS = [
  "dropped before",
  "dropped after",
  "doubled",
  "delayed",
  "request cut",
  "answer cut",
  "502",
] as const;
export type Fault = (typeof FAULTS)[number];

/** A way to the server that loses, doubles, delays and cuts what goes over it. */
export interface FaultProxy {
  readonly origin: string;
  /** The share of calls of the API that something happens to; 0 from the start. */
  share: number;
  /** How often each has happened, and how many calls there were. */
  readonly counts: Map<Fault | "calls", number>;
  readonly close: () => Promise<void>;
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Opens a way to a server at this port of this machine. */
export async function openFaultProxy(port: number, chance: Chance): Promise<FaultProxy> {
  const counts = new Map<Fault | "calls", number>();
  const count = (what: Fault | "calls") => counts.set(what, (counts.get(what) ?? 0) + 1);
  const proxy = { share: 0 };

  async function take(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", url: path = "/", headers } = incoming;
    const call = { method, path, headers, body: await buffer(incoming) };
    const isCall = path.startsWith("/api/");
    if (isCall) count("calls");
    const fault = isCall && chance.falls(proxy.share) ? chance.pick(FAULTS) : null;
    if (fault) count(fault);
    await WAYS[fault ?? "clear"](port, call, response, chance);
  }

  const server = createServer((incoming, response) => {
    // The server may be down, or whoever asked gone: then there is nobody to answer.
    take(incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port: own } = server.address() as AddressInfo;
  return Object.assign(proxy, {
    origin: `http://localhost:${own}`,
    counts,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

type Way = (port: number, call: Call, response: ServerResponse, chance: Chance) => Promise<void>;

const WAYS: Readonly<Record<Fault | "clear", Way>> = {
  clear: async (port, call, response) => answer(response, await pass(port, call)),
  async "dropped before"(_port, _call, response) {
    response.destroy();
  },
  async "dropped after"(port, call, response) {
    await pass(port, call);
    response.destroy();
  },
  async doubled(port, call, response, chance) {
    const both = await Promise.all([pass(port, call), pass(port, call)]);
    answer(response, chance.pick(both));
  },
  async delayed(port, call, response, chance) {
    await sleep(chance.between(20, 600));
    answer(response, await pass(port, call));
  },
  async "request cut"(port, call, response, chance) {
    await passPart(port, call, chance.next());
    response.destroy();
  },
  async "answer cut"(port, call, response, chance) {
    const { status, headers, body } = await pass(port, call);
    response.writeHead(status, { ...headers, "content-length": body.length });
    response.write(body.subarray(0, Math.floor(body.length * chance.next())));
    await sleep(5);
    response.destroy();
  },
  async "502"(port, call, response, chance) {
    if (chance.falls(0.5)) await pass(port, call);
    const body = Buffer.from("<!doctype html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>");
    answer(response, { status: 502, headers: { "content-type": "text/html" }, body });
  },
};

function answer(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, "content-length": body.length });
  response.end(body);
}

function pass(port: number, { method, path, headers, body }: Call): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = forward(
      { port, host: "127.0.0.1", method, path, headers: plain(headers) },
      (incoming) => {
        buffer(incoming).then(
          (whole) =>
            resolve({ status: incoming.statusCode ?? 502, headers: plain(incoming.headers), body: whole }),
          reject,
        );
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** Sends the first part of a call, byte for byte, and then hangs up. */
async function passPart(port: number, { method, path, headers, body }: Call, share: number): Promise<void> {
  const lines = Object.entries({ ...plain(headers), "content-length": String(body.length) });
  const head = [`${method} ${path} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${String(value)}`)];
  const whole = Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), body]);
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => socket.destroy());
  await new Promise<void>((resolve) => {
    socket.on("close", () => resolve());
    socket.write(whole.subarray(0, Math.floor(whole.length * share)), () => socket.destroy());
  });
}

/** What concerns one connection alone does not go further. */
function plain(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const { connection: _, "transfer-encoding": __, "keep-alive": ___, ...rest } = headers;
  return rest;
}
