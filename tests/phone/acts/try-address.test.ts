import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from "node:http";
import { afterEach, expect, test } from "vitest";
import { ownAddresses } from "../../../src/domain/covenant/printed-addresses.ts";
import { tryAddress } from "../../../src/phone/acts/try-address.ts";
import { windowTimers } from "../../../src/phone/browser/window-timers.ts";
import type { Env } from "../../../src/phone/store/env.ts";
import type { Parts } from "../../../src/phone/store/parts.ts";

const [whole, book] = ownAddresses("phuong-3", ["kp2"]);
let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
});

/** What comes of an address of a server that answers so. */
async function tried(own: typeof book, listener: RequestListener, hurry = false) {
  if (!own) throw new Error("no address");
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const timers = windowTimers(globalThis);
  const env: Pick<Env, "fetch" | "origin" | "timers"> = {
    origin: `http://127.0.0.1:${port}`,
    fetch,
    timers: hurry ? { after: (_ms, act) => timers.after(50, act) } : timers,
  };
  return await tryAddress({ env } as Parts, own);
}

const BOOK = `<meta name="app-scripts"><link rel="canonical" href="https://so-tay.vn/so-tay/phuong-3/kp2" />`;

test("the page that was printed is known by what it says, and nobody is told who asks", async () => {
  let told: IncomingHttpHeaders = {};
  const answer = await tried(book, ({ headers }, reply) => {
    told = headers;
    reply.end(BOOK);
  });
  expect(answer).toEqual({ is: "right", moved: null });
  expect([told.authorization, told.cookie, told.referer]).toEqual([undefined, undefined, undefined]);
});

test("a portal's yes, an error, a way elsewhere, and nothing at all are each told apart", async () => {
  expect(await tried(book, (_request, reply) => void reply.end("<h1>Đăng nhập</h1>"))).toMatchObject({
    is: "other",
  });
  server?.close();
  expect(await tried(book, (_request, reply) => void reply.writeHead(502).end())).toEqual({
    is: "status",
    status: 502,
  });
  server?.close();
  const answer = await tried(book, (request, reply) => {
    if (request.url === "/new") reply.end(BOOK);
    else reply.writeHead(301, { location: "/new" }).end();
  });
  expect(answer).toMatchObject({ is: "right", moved: { to: expect.stringMatching(/\/new$/) } });
  server?.close();
  expect(await tried(book, (request) => void request.socket.destroy())).toEqual({ is: "silent" });
  server?.close();
  expect(await tried(book, () => undefined, true)).toEqual({ is: "late" });
});

test("where all handbooks are, the ward itself has to answer, too", async () => {
  const app: RequestListener = (request, reply) => {
    if (request.url?.startsWith("/api/")) reply.writeHead(404);
    reply.end(`<meta name="app-scripts">`);
  };
  expect(await tried(whole, app)).toEqual({ is: "empty" });
});
