/** Name of a household's view. */
export function householdName(id: string): string {
  return `household/${id}`;
}
