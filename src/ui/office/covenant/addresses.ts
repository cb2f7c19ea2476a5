/** Where the next edition of an area is written; without an area, the list of all. */
export function covenantAddress(area?: string): string {
  return area === undefined ? "/phuong/so-tay" : `/phuong/so-tay/${area}`;
}
