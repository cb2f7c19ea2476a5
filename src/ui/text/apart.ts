import type { correct } from "./vi/correct.ts";

/** Words that come with the part that says them, since few open it: see `useApartWords`. */
export interface ApartWords {
  readonly correct: typeof correct;
}
