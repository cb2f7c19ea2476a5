import * as v from "valibot";
import { plain, withFigures, type Passage, type Piece } from "../../../domain/report/blocks.ts";

/** Passages that somebody wrote anew: each with the composed text in whose place it stands. */
const schema = v.object({ passages: v.record(v.string(), v.object({ text: v.string(), of: v.string() })) });
export type ReportDraft = v.InferOutput<typeof schema>;

/** Reads a kept one; without passages where there is none. */
export function readReportDraft(kept: unknown): ReportDraft {
  const read = v.safeParse(schema, kept);
  return read.success ? read.output : { passages: {} };
}

/** Where a ward's is kept, of one period. */
export function reportDraftKey(ward: string, period: string): string {
  return `report/${ward}/${period}`;
}

/** A passage as it stands: as it was written anew, or as it is composed. */
export interface StandingPassage {
  readonly pieces: readonly Piece[];
  readonly text: string;
  readonly composed: string;
  readonly isOwn: boolean;
  /** Figures have changed since it was written. */
  readonly isOutdated: boolean;
}

/** How a passage stands in a draft. */
export function standingPassage({ passages }: ReportDraft, { id, pieces }: Passage): StandingPassage {
  const composed = plain(pieces);
  const own = passages[id];
  if (!own) return { pieces, text: composed, composed, isOwn: false, isOutdated: false };
  return {
    pieces: withFigures(own.text, pieces),
    text: own.text,
    composed,
    isOwn: true,
    isOutdated: own.of !== composed,
  };
}

/** The draft with a passage written anew; `null` takes the composed one again. */
export function withPassage(
  draft: ReportDraft,
  id: string,
  text: string | null,
  composed: string,
): ReportDraft {
  const { [id]: _former, ...others } = draft.passages;
  return {
    passages: text === null || text === composed ? others : { ...others, [id]: { text, of: composed } },
  };
}
