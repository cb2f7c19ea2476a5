import { parseStatement } from "../../domain/statement.ts";
import type { Entry } from "../../domain/said.ts";
import { foldWard } from "../../domain/ward.ts";
import { parsePage } from "../../wire/page.ts";
import type { ServerParts } from "../parts.ts";
import { readPublicPage } from "../read-public.ts";
import { findWard } from "../wards.ts";
import { articlePage } from "./article-page.ts";
import { handbookPage } from "./handbook-page.ts";
import { html, type Html } from "./html.ts";
import { previewHead, previewOf } from "./preview.ts";

/** What the app's page shows before the app does: of an address of a handbook its cover and contents or the article asked for, else null. */
export type FirstPages = (ward: string, area: string, article: string | null) => Promise<string | null>;

/**
 * Makes first pages out of the very page that anybody may read, so that nothing else can get there; each once, while the
 * ward's log stands where it stood. `index` is the app's page as it was built.
 */
export function createFirstPages(
  { db, origin }: Pick<ServerParts, "db" | "origin">,
  index: string,
): FirstPages {
  const made = new Map<string, { readonly stamp: string; readonly page: string | null }>();
  return async (slug, area, article) => {
    const ward = await findWard(db, slug);
    if (!ward) return null;
    const name = JSON.stringify([slug, area, article]);
    const stamp = `${ward.epoch} ${ward.head}`;
    const known = made.get(name);
    if (known?.stamp === stamp) return known.page;
    const { text } = await readPublicPage(db, ward, true);
    const facts = foldWard(slug, entriesOf(text));
    const named = article !== null && articlePage(facts, area, article);
    const shown = named || handbookPage(facts, area);
    const preview = previewOf(facts, area, named ? article : null, origin);
    const page = shown && preview && insert(index, shown, previewHead(preview, origin));
    // Addresses of no handbook are without number.
    if (page !== null) made.set(name, { stamp, page });
    return page;
  };
}

function entriesOf(text: string): Entry[] {
  const page = parsePage(text);
  if (!page.ok) throw new Error(`the public page cannot be read: ${page.error}`);
  return page.value.lines.flatMap(({ seq, at, s }) => {
    const statement = parseStatement(s);
    return statement.ok ? [{ seq, at, standing: "log" as const, statement: statement.value }] : [];
  });
}

/**
 * In front of the app's own place, which stays hidden until the app has drawn there (ui/look); its own name and description
 * in place of the app's.
 */
function insert(index: string, shown: Html, head: Html): string {
  const look = html`<div id="look">${shown}</div>`;
  return index
    .replace(/<meta\s+name="description"[^>]*>\s*/, "")
    .replace(/<title>[^<]*<\/title>/, () => head.html)
    .replace('<div id="root">', () => `${look.html}<div id="root" hidden>`);
}
