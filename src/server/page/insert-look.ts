import { html, type Html } from "./html.ts";

/**
 * Puts what a page shows first in front of the app's own place, which stays hidden until the app has drawn there (ui/look),
 * and a name and description of its own in place of the app's.
 */
export function insertLook(index: string, shown: Html, head: Html): string {
  const look = html`<div id="look">${shown}</div>`;
  return index
    .replace(/<meta\s+name="description"[^>]*>\s*/, "")
    .replace(/<title>[^<]*<\/title>/, () => head.html)
    .replace('<div id="root">', () => `${look.html}<div id="root" hidden>`);
}
