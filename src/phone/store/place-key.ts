/** Key of a place in the index. */
export function placeKey(ward: string, place: string): string {
  return `${ward}|${place}`;
}
