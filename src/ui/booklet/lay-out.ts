import { emptyPages, paginate } from "../../domain/words/paginate.ts";
import type { BookBlock } from "./book-blocks.tsx";

interface Page {
  /** As it is printed; the cover is the first and bears none. */
  readonly number: number;
  readonly blocks: readonly BookBlock[];
}

/** A booklet, page by page. */
export interface Laid {
  readonly pages: readonly Page[];
  /** By the key of what the contents name: the page on which it begins. */
  readonly pageOf: ReadonlyMap<string, number>;
  /** Pages of lines at the end. */
  readonly empty: number;
  readonly count: number;
}

/** Lays out contents and book by the heights of their blocks, the contents' first. */
export function layOut({
  book,
  contents,
  heights,
  room,
  withPledge,
}: {
  readonly book: readonly BookBlock[];
  readonly contents: readonly BookBlock[];
  readonly heights: readonly number[];
  readonly room: number;
  readonly withPledge: boolean;
}): Laid {
  const fill = (blocks: readonly BookBlock[], from: number) => {
    const sized = blocks.map(({ keepWithNext, breakBefore }, at) => ({
      height: heights[from + at] ?? 0,
      keepWithNext: keepWithNext ?? false,
      breakBefore: breakBefore ?? false,
    }));
    return paginate(sized, room).map((page) => page.flatMap((at) => blocks[at] ?? []));
  };
  const filled = [...fill(contents, 0), ...fill(book, contents.length)];
  // After the cover.
  const pages = filled.map((blocks, at): Page => ({ number: at + 2, blocks }));
  const pageOf = new Map<string, number>();
  for (const { number, blocks } of pages) {
    for (const { names } of blocks) if (names !== undefined) pageOf.set(`contents ${names}`, number);
  }
  const printed = 1 + pages.length + (withPledge ? 1 : 0);
  const empty = emptyPages(printed, 1);
  return { pages, pageOf, empty, count: printed + empty };
}
