import type { BrowserContext, Page } from "playwright-core";

const glasses = new Set<BrowserContext>();
const heard: string[] = [];

/** Listens to every page of a phone that was switched on. */
export function witness(context: BrowserContext): void {
  glasses.add(context);
  for (const page of context.pages()) listenTo(page);
  context.on("page", listenTo);
  context.once("close", () => glasses.delete(context));
}

/** Notes what a phone shows before it is switched off: whoever tidies up after a failure does so first. */
export async function lookOnce(context: BrowserContext): Promise<void> {
  const shown = await Promise.all(context.pages().map(readPage));
  for (const text of shown) hear(text);
}

/** Forgets what an earlier journey was about. */
export function forgetHeard(): void {
  heard.length = 0;
}

/** All that was heard since, and what stands there now. */
export async function tellHeard(): Promise<string> {
  for (const context of glasses) await lookOnce(context);
  return heard.join("\n");
}

function listenTo(page: Page): void {
  page.on("console", (message) => {
    if (message.type() === "error") hear(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => hear(`error: ${error.message}`));
  page.on("requestfailed", (request) => {
    hear(`request: ${new URL(request.url()).pathname} ${request.failure()?.errorText}`);
  });
  page.on("framenavigated", (frame) => {
    if (frame === page.mainFrame()) hear(`went to ${frame.url()}`);
  });
}

/** One that hangs is not waited for. */
function readPage(page: Page): Promise<string> {
  const text = page.evaluate(() => {
    const root = document.getElementById("root");
    return JSON.stringify([
      document.getElementById("look") ? "the first look" : "",
      root?.hidden ? "hidden" : "",
      document.body.innerText.replaceAll(/\s+/g, " ").slice(0, 600),
    ]);
  });
  const late = new Promise<string>((resolve) => setTimeout(resolve, 2_000, "nothing it could tell"));
  return Promise.race([text.catch((error: unknown) => String(error)), late]).then(
    (said) => `${page.url()} shows ${said}`,
  );
}

function hear(line: string): void {
  heard.push(line.slice(0, 900));
  if (heard.length > MOST) heard.shift();
}

const MOST = 60;
