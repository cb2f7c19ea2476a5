import { opinion } from "./vi/opinion.ts";
import { reader } from "./vi/reader.ts";

/** The Vietnamese words of the handbook's parts that come later, each with its script (`useOwnWords`). */
export const viParts = { opinion, reader } as const;
export type VietnameseLater = typeof viParts;
