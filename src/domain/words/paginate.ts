/** Something that stands on one page whole. */
export interface Block {
  /** In whatever unit the page has. */
  readonly height: number;
  /** A heading, which does not end a page. */
  readonly keepWithNext?: boolean;
  /** Begins a page. */
  readonly breakBefore?: boolean;
}

/** Fills pages of a height with blocks, in order; what is taller than a page has one to itself. Indices of the blocks, page by page. */
export function paginate(blocks: readonly Block[], room: number): number[][] {
  const pages: number[][] = [];
  let page: number[] = [];
  let used = 0;
  for (let at = 0; at < blocks.length;) {
    const run = runFrom(blocks, at);
    const height = run.reduce((sum, one) => sum + (blocks[one]?.height ?? 0), 0);
    const isNew = blocks[at]?.breakBefore === true || used + height > room;
    if (isNew && page.length > 0) {
      pages.push(page);
      page = [];
      used = 0;
    }
    page.push(...run);
    used += height;
    at += run.length;
  }
  if (page.length > 0) pages.push(page);
  return pages;
}

/** A block with the headings that it must not lose. */
function runFrom(blocks: readonly Block[], from: number): number[] {
  const run = [from];
  for (let at = from; blocks[at]?.keepWithNext === true && at + 1 < blocks.length; at++) run.push(at + 1);
  return run;
}

/** How many empty pages make a booklet of folded sheets, each of four pages; with `least` of them at any rate. */
export function emptyPages(pages: number, least: number): number {
  return least + ((4 - ((pages + least) % 4)) % 4);
}
