/** Where a household's half-filled pledge is kept. The phone must find it, too: an erasure takes it along. */
export function pledgeDraftKey(ward: string, household: string): string {
  return `pledge/${ward}/${household}`;
}
