/** Name of a household's view. */
export function householdName(id: string): string {
  return `${PREFIX}${id}`;
}

/** The household that a view of this name is about. */
export function householdIn(name: string): string {
  return name.slice(PREFIX.length);
}

const PREFIX = "household/";
