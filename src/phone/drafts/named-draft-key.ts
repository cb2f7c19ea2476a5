/** Key of the draft by which a household's consent to be named is half written down: who of it said so goes with its erasure. */
export function namedDraftKey(ward: string, household: string): string {
  return `praise-named/${ward}/${household}`;
}
