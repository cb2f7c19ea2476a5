import type { HouseholdStatus } from "../../../domain/household/status.ts";

type Word = HouseholdStatus["word"];

/** The drawing of a wall: one path for each word, so that twenty thousand households are five elements. */
export interface WallDrawing {
  readonly width: number;
  readonly height: number;
  readonly paths: Readonly<Record<Word, string>>;
}

/** Lays households out in rows, in their order. Each word has a shape of its own: colour alone tells nobody anything. */
export function drawWall(words: readonly Word[], columns: number): WallDrawing {
  const parts: Record<Word, string[]> = { signed: [], given: [], again: [], refused: [], none: [] };
  words.forEach((word, at) => {
    parts[word].push(SHAPES[word]((at % columns) * STEP, Math.floor(at / columns) * STEP));
  });
  return {
    width: columns * STEP,
    height: Math.max(1, Math.ceil(words.length / columns)) * STEP,
    paths: {
      signed: parts.signed.join(""),
      given: parts.given.join(""),
      again: parts.again.join(""),
      refused: parts.refused.join(""),
      none: parts.none.join(""),
    },
  };
}

/** Units from one household to the next; each is drawn in 8 × 8 of its 10 × 10. */
const STEP = 10;

const SHAPES: Readonly<Record<Word, (x: number, y: number) => string>> = {
  /** Full. */
  signed: (x, y) => `M${x + 1} ${y + 1}h8v8h-8z`,
  /** A frame. */
  given: (x, y) => `M${x + 1} ${y + 1}h8v8h-8zM${x + 3.5} ${y + 3.5}v3h3v-3z`,
  /** A diamond. */
  again: (x, y) => `M${x + 5} ${y + 0.5}l4.5 4.5l-4.5 4.5l-4.5 -4.5z`,
  /** Two bars. */
  refused: (x, y) => `M${x + 1} ${y + 1}h8v3h-8zM${x + 1} ${y + 6}h8v3h-8z`,
  /** A dot. */
  none: (x, y) => `M${x + 3} ${y + 3}h4v4h-4z`,
};
