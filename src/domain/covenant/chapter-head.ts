import type { Chapter } from "../ward-facts.ts";

/** A chapter as the contents page shows it: 'III' and 'Nếp sống', whether or not its title says 'Chương III.' itself. */
export interface ChapterHead {
  readonly mark: string;
  readonly name: string;
}

/** Splits 'Chương III. Nếp sống' into its number and its name; a title without a number is counted. */
export function chapterHead({ title }: Pick<Chapter, "title">, index: number): ChapterHead {
  const [, mark, name] = /^Chương\s+([IVXLC]+|\d+)\s*[.:·–-]?\s*(.*)$/iu.exec(title) ?? [];
  return mark && name ? { mark: mark.toUpperCase(), name } : { mark: String(index + 1), name: title };
}
