/** What stands behind the `?` where the page opens with those that wait too long. */
export const LATE = "qua-han";
