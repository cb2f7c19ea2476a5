/** An opinion as its writer leaves it. */
export interface NewOpinion {
  readonly area: string;
  readonly article?: number | string;
  readonly text: string;
  readonly by?: string;
  /** Version of the words that were agreed to. */
  readonly consent: string;
}
