import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isAreaCode, isWardSlug } from "../../domain/ids.ts";
import { createFirstPages } from "../page/first-pages.ts";
import { inlineStyles } from "../page/inline-styles.ts";
import { receiptPage } from "../page/receipt-page.ts";
import type { ServerParts } from "../parts.ts";

declare module "fastify" {
  interface FastifyInstance {
    /** Paths of the scripts that a page of the app needs. */
    readonly appScripts: AppScripts;
  }
}

interface AppScripts {
  /** Of a household's pledge form, which is drawn before the phone itself is there. */
  readonly form: readonly string[];
  /** Of all others. */
  readonly others: readonly string[];
}

/** Serves the built app: what has a hash in its name for a year, everything else only after asking again. */
export async function serveApp(
  app: FastifyInstance,
  parts: Pick<ServerParts, "db" | "webRoot" | "origin">,
): Promise<void> {
  const { webRoot } = parts;
  if (webRoot === null || !existsSync(join(webRoot, "index.html"))) {
    app.get("/", (_request, reply) => sayUnbuilt(reply));
    return;
  }
  await app.register(fastifyStatic, {
    root: webRoot,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = path.startsWith(join(webRoot, "assets/"));
      void reply.header("cache-control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  const index = readFileSync(join(webRoot, "index.html"), "utf8");
  app.decorate("appScripts", { form: scriptsIn(index, "form"), others: scriptsIn(index, "app") });
  const styled = inlineStyles(index, (path) => readText(join(webRoot, path)));
  const firstPages = createFirstPages(parts, styled.html);
  const receipt = receiptPage(styled.html);
  app.get("/bien-nhan", (_request, reply) => sendWritten(reply, receipt, styled.styleSources));
  app.get("/so-tay/:ward/*", async (request, reply) => {
    const { ward, "*": rest } = request.params as { readonly ward: string; readonly "*": string };
    // As some programs end what they print.
    const area = rest.replace(/\/$/, "");
    const { dieu } = request.query as { readonly dieu?: unknown };
    const article = typeof dieu === "string" && dieu.length <= 40 ? dieu : null;
    const page = isWardSlug(ward) && isAreaCode(area) ? await firstPages(ward, area, article) : null;
    return page === null ? sendIndex(app, reply) : sendWritten(reply, page, styled.styleSources);
  });
}

/** The app's page, for any address that only the app itself knows; false where the request asks for something else. */
export function sendPage(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply): boolean {
  const path = request.url.split("?", 1)[0] ?? "";
  const isPage =
    /^(GET|HEAD)$/.test(request.method) && !/^\/(api|assets|problems)(\/|$)|\.[a-z\d]+$/i.test(path);
  if (!isPage) return false;
  void (app.hasReplyDecorator("sendFile") ? sendIndex(app, reply) : sayUnbuilt(reply));
  return true;
}

function sendIndex(app: FastifyInstance, reply: FastifyReply): FastifyReply {
  return withScripts(app, reply).sendFile("index.html");
}

/** Sends a page that shows something by itself: scripts asked for early would take the line, and the processor, from it. */
function sendWritten(reply: FastifyReply, page: string, styleSources: readonly string[]): FastifyReply {
  const policy = String(reply.getHeader(POLICY) ?? "");
  return reply
    .header(POLICY, policy.replace("style-src", ["style-src", ...styleSources].join(" ")))
    .type("text/html; charset=utf-8")
    .header("cache-control", "no-cache")
    .send(page);
}

const POLICY = "content-security-policy";

function readText(path: string): string | null {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

/** Has the browser ask for the app's scripts before the page's own first script names them: a way to the server and back less. */
function withScripts(app: FastifyInstance, reply: FastifyReply): FastifyReply {
  const isForm = /^\/ho\/[^/?]+\/ky(\?|$)/.test(reply.request.url);
  const paths = isForm ? app.appScripts.form : app.appScripts.others;
  const links = paths.map((path) => `<${path}>; rel=modulepreload; crossorigin`);
  return links.length > 0 ? reply.header("link", links.join(", ")) : reply;
}

/** The scripts that the build has named in its page, for a form or for all that is not one. */
function scriptsIn(index: string, of: "app" | "form"): readonly string[] {
  const named = new RegExp(`<meta name="${of}-scripts" content="([^"]*)"`).exec(index)?.[1] ?? "";
  return named.split(" ").filter((path) => path !== "");
}

function sayUnbuilt(reply: FastifyReply): FastifyReply {
  return reply
    .code(503)
    .type("text/plain; charset=utf-8")
    .send("The app is not built yet: run 'npm run build'.\n");
}
