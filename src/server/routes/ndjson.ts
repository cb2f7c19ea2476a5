/** Media type of a page (PROTOCOL.md §4). */
export const NDJSON = "application/x-ndjson; charset=utf-8";
