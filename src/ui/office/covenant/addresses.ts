/** Where the next edition of an area is written; without an area, the list of all. */
export function covenantAddress(area?: string): string {
  return area === undefined ? "/phuong/so-tay" : `/phuong/so-tay/${area}`;
}

/** Where a campaign is opened; with the id of one, where that is changed. No area is called so: a code has no hyphen. */
export function campaignAddress(id?: string): string {
  return `/phuong/so-tay/${CAMPAIGN_PART}${id === undefined ? "" : `/${encodeURIComponent(id)}`}`;
}

/** What the ward has printed for good. */
export function printedAddress(): string {
  return `/phuong/so-tay/${PRINTED_PART}`;
}

/** What stands in their addresses in the place of an area. */
export const PRINTED_PART = "dia-chi-da-in";
export const CAMPAIGN_PART = "dot-cam-ket";
