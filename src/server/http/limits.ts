/** Bytes that the statements of one push may have together (PROTOCOL.md §3). */
export const MOST_PUSH_BYTES = 4 * 1024 * 1024;
/** Statements that one push may have. */
export const MOST_PUSHED = 500;
/** Bytes of a request's body: a push with its quotes, commas and braces. */
export const MOST_BODY_BYTES = MOST_PUSH_BYTES + 16 * 1024;
/** Parcels that one call may bring. */
export const MOST_PARCELS = 500;
/** Seconds that a pull may wait. */
export const MOST_WAIT = 25;
/** Statements on a page, and where nothing is said. */
export const MOST_ON_PAGE = 5000;
export const USUAL_ON_PAGE = 1000;
/** Statements in one answer in pieces (docs/protocol-additions.md). */
export const MOST_IN_PIECES = 10_000;
/** Milliseconds. */
export const MINUTE = 60_000;
