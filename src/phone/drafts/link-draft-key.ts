/** Where the link that this phone gave to a household is kept, until the next one. */
export function linkDraftKey(ward: string, household: string): string {
  return `link/${ward}/${household}`;
}
