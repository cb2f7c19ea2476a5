/** The report of a period in the app: `/phuong/bao-cao?ky=nam-2026`. */
export function reportAddress(period: string): string {
  return `${REPORT}?${new URLSearchParams({ ky: period })}`;
}

/** The list of all that a figure counts: `/phuong/bao-cao?ky=nam-2026&so=reach.delivered`. */
export function figureAddress(period: string, key: string): string {
  return `${REPORT}?${new URLSearchParams({ ky: period, so: key })}`;
}

/** What stands behind the `?`; "" for what is not there. */
export function readReportAddress(search: string): { readonly period: string; readonly key: string } {
  const asked = new URLSearchParams(search);
  return { period: asked.get("ky") ?? "", key: asked.get("so") ?? "" };
}

const REPORT = "/phuong/bao-cao";
