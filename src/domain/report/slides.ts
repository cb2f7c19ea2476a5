import { plain, type ReportChart, type ReportTable } from "./blocks.ts";
import { written, type Outline } from "./outline.ts";

/** One picture of a conference, as it is thrown on the wall: few words, and at most one table or chart. */
export interface Slide {
  readonly title: string;
  readonly words: string;
  readonly shown: ReportTable | ReportChart | null;
}

/**
 * The pictures of a conference that sums up: one for each section of the report that says something, and one more for each
 * table or chart beside its first. What leads into the paper, and what is not written, has none.
 */
export function slidesOf({ blocks }: Pick<Outline, "blocks">): readonly Slide[] {
  const slides: Slide[] = [];
  let title = "";
  for (const block of written(blocks)) {
    if (block.kind === "heading") {
      title = block.text;
    } else if (title !== "" && block.kind === "passage") {
      slides.push({ title, words: plain(block.pieces), shown: null });
    } else if (title !== "" && block.kind !== "passage") {
      const last = slides.at(-1);
      // The words stand above the first picture of their section.
      if (last?.title === title && last.shown === null) slides[slides.length - 1] = { ...last, shown: block };
      else slides.push({ title, words: "", shown: block });
    }
  }
  return slides;
}
