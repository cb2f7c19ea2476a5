import { lookup as lookUp } from "node:dns";
import { request as askPlainly, type IncomingMessage } from "node:http";
import { request as askSecurely } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { FoundPage, Moved, Unopened } from "../../domain/covenant/address-answer.ts";
import { err, ok, type Result } from "../../domain/result.ts";

/** Whether a machine with this IP address may be asked. */
export type MayAsk = (address: string) => boolean;

/**
 * Fetches a page as somebody who scans its address does, and follows where it leads, all within so many milliseconds. Only
 * the web is asked, without telling who asks; where a name or a redirect leads to a machine that may not be asked, nothing is
 * sent there.
 */
export async function fetchPage(
  address: string,
  mayAsk: MayAsk,
  within = USUAL,
): Promise<Result<FoundPage, Unopened>> {
  const signal = AbortSignal.timeout(within);
  let at = address;
  // One step that is only for now makes the whole way so.
  let forGood = true;
  try {
    for (let turns = 0; turns <= MOST_TURNS; turns++) {
      const url = URL.canParse(at) ? new URL(at) : null;
      if (!url || !/^https?:$/.test(url.protocol)) return err("no-web-address");
      const answer = await ask(url, mayAsk, signal);
      const status = answer.statusCode ?? 0;
      const moved: Moved | null = turns === 0 ? null : { to: at, forGood };
      const next = REDIRECTS.has(status) ? answer.headers.location : undefined;
      if (next === undefined) return ok({ status, text: await textOf(answer), moved });
      answer.destroy();
      if (!URL.canParse(next, url)) return ok({ status, text: "", moved });
      at = new URL(next, url).href;
      forGood &&= FOR_GOOD.has(status);
    }
    return err("turns-round");
  } catch (error) {
    return err(signal.aborted ? "late" : whyNot(error));
  }
}

/** Milliseconds until the last byte. */
const USUAL = 10_000;
const MOST_TURNS = 5;
/** Of a page: what tells whose it is stands in its head. */
const MOST_BYTES = 4 * 1024 * 1024;
/** RFC 9110 §15.4. */
const FOR_GOOD: ReadonlySet<number> = new Set([301, 308]);
const REDIRECTS: ReadonlySet<number> = new Set([...FOR_GOOD, 302, 303, 307]);

class MayNotAsk extends Error {}

function ask(url: URL, mayAsk: MayAsk, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    // What is no name is never looked up.
    const host = url.hostname.replace(/^\[|\]$/g, "");
    if (isIP(host) > 0 && !mayAsk(host)) throw new MayNotAsk(host);
    const send = url.protocol === "https:" ? askSecurely : askPlainly;
    const headers = { accept: "text/html,*/*", "accept-encoding": "identity", "user-agent": "so-tay" };
    const asked = send(url, { agent: false, headers, lookup: lookUpFor(mayAsk), signal }, resolve);
    asked.on("error", reject);
    asked.end();
  });
}

/** Looks a name up once, judges what it found, and lets the very same be called: another answer later leads nowhere. */
function lookUpFor(mayAsk: MayAsk): LookupFunction {
  return (host, options, tell) => {
    lookUp(host, { ...options, all: true }, (error, found) => {
      const [first] = found ?? [];
      const isFine = found?.every(({ address }) => mayAsk(address));
      if (error || !first) tell(error ?? new Error(host), "", 0);
      else if (!isFine) tell(new MayNotAsk(host), "", 0);
      else if (options.all) tell(null, found);
      else tell(null, first.address, first.family);
    });
  };
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    pieces.push(piece);
    size += piece.length;
    if (size > MOST_BYTES) break;
  }
  return Buffer.concat(pieces).toString("utf8");
}

function whyNot(error: unknown): Unopened {
  if (error instanceof MayNotAsk) return "private";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/^(ENOTFOUND|ENODATA)$/.test(code)) return "no-such-name";
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/.test(code)) return "certificate";
  return "silent";
}
