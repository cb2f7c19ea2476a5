import { createHash } from "node:crypto";

/** A page with its looks within, and what the Content-Security-Policy must name for a browser to take them. */
export interface StyledPage {
  readonly html: string;
  /** Of `style-src`, besides those of every page. */
  readonly styleSources: readonly string[];
}

/**
 * Puts the app's styles into its page in place of the link to them: what the page shows then waits for one answer alone.
 * The letters stand apart and asleep, until the app wakes them (ui/look/wear-letters.ts). `read` gives the text of a path
 * of the app, null where there is none: then the page stays as it is.
 */
export function inlineStyles(index: string, read: (path: string) => string | null): StyledPage {
  const [link, path] = /<link rel="stylesheet"[^>]* href="([^"]+)"[^>]*>/.exec(index) ?? [];
  const css = path === undefined ? null : read(path);
  // Whatever would end the element early is no style of ours.
  if (link === undefined || css === null || css.includes("</")) return { html: index, styleSources: [] };
  const looks = css.replace(FACE, "");
  const letters = (css.match(FACE) ?? []).join("");
  const elements = `<style>${looks}</style><style id="letters" media="not all">${letters}</style>`;
  return { html: index.replace(link, () => elements), styleSources: [looks, letters].map(hashSource) };
}

const FACE = /@font-face\s*\{[^}]*\}/g;

// CSP Level 3 §2.3.1
function hashSource(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
