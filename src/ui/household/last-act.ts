/** What was done last at a door, as long as one tap takes it back, and the words of it. */
export interface LastAct {
  readonly ward: string;
  /** The household it was done for. */
  readonly sub: string;
  /** Ids of what it said; none where it only let go of a half-filled pledge. */
  readonly jtis: readonly string[];
  readonly words: string;
  /** The half-filled pledge that it took the place of; null where there was none. */
  readonly dropped: unknown;
}
