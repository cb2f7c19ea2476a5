import { nearest, type Ward } from "../../domain/ward-facts.ts";
import type { ServerParts } from "../parts.ts";
import { readPublicFacts } from "../public/public-facts.ts";
import { findWard } from "../wards/wards.ts";
import { articlePage } from "./article-page.ts";
import { handbookPage } from "./handbook-page.ts";
import type { Html } from "./html.ts";
import { insertLook } from "./insert-look.ts";
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
  const known = new Map<string, KnownWard>();

  async function read(slug: string): Promise<KnownWard | null> {
    const ward = await findWard(db, slug);
    if (!ward) return null;
    const stamp = `${ward.epoch} ${ward.head}`;
    const before = known.get(slug);
    if (before?.stamp === stamp) return before;
    const now = { stamp, facts: await readPublicFacts(db, ward, true), pages: new Map<string, string>() };
    known.set(slug, now);
    return now;
  }

  return async (slug, asked, article) => {
    const ward = await read(slug);
    const area = ward && bookArea(ward.facts, asked);
    if (!ward || area === null) return null;
    const { facts, pages } = ward;
    const named = article !== null && articlePage(facts, area, article);
    // Under what is shown, not under what was asked for: addresses that show the same are without number.
    const name = JSON.stringify([area, named ? article : null]);
    const page = pages.get(name) ?? make(facts, area, named ? { article, shown: named } : null);
    if (page !== null) pages.set(name, page);
    return page;
  };

  function make(facts: Ward, area: string, named: Named | null): string | null {
    const shown = named?.shown ?? handbookPage(facts, area);
    const preview = previewOf(facts, area, named?.article ?? null, origin);
    return shown && preview && insertLook(index, shown, previewHead(preview, origin));
  }
}

/** What is kept of a ward while its log stands where it stood. */
interface KnownWard {
  readonly stamp: string;
  readonly facts: Ward;
  readonly pages: Map<string, string>;
}

interface Named {
  readonly article: string;
  readonly shown: Html;
}

/** The area of the covenant, or of the edition, that an area reads; null where it has none. */
function bookArea({ covenants, handbooks }: Ward, area: string): string | null {
  const covenant = nearest(covenants, area)?.area;
  if (covenant === undefined) return null;
  const handbook = nearest(handbooks, area)?.area ?? "";
  return handbook.length > covenant.length ? handbook : covenant;
}
