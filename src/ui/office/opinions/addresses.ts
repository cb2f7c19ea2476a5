/** What stands behind the `?` where the page opens with those that wait too long. */
export const LATE = "qua-han";
/** The same, with those of which two answers crossed. */
export const CROSSING = "hai-cau-tra-loi";
