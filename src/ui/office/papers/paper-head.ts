import * as v from "valibot";

/** What stands around the words of an administrative paper: the ward's own, typed once and kept. */
const schema = v.object({
  /** Line above the organisation's own; "" for none. */
  parent: v.string(),
  organisation: v.string(),
  number: v.string(),
  place: v.string(),
  /** `2026-11-18`. */
  date: v.string(),
  /** 'TM. BAN THƯỜNG TRỰC'; "" for none. */
  authority: v.string(),
  position: v.string(),
  signer: v.string(),
  /** One a line. */
  recipients: v.string(),
  /** What stands above on the right, one or two lines; the nation's own where it was not said. */
  motto: v.optional(v.string()),
});
export type PaperHead = v.InferOutput<typeof schema>;

/** What the State's papers, and most of the Front's, bear above. */
export const NATION_MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc";

/** Reads a kept one; null where there is none. */
export function readPaperHead(kept: unknown): PaperHead | null {
  const read = v.safeParse(schema, kept);
  return read.success ? read.output : null;
}

/** Whether a paper can be made with it: somebody, somewhere, some day. */
export function isHeadComplete({ organisation, place, date }: PaperHead): boolean {
  return [organisation, place, date].every((one) => one.trim() !== "");
}

/** Where a ward's is kept, of one sort of papers. */
export function paperHeadKey(ward: string, sort: string): string {
  return `paper/${ward}/${sort}`;
}
