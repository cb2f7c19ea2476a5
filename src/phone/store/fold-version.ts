import { KINDS } from "../../domain/kinds/all.ts";

/** To be raised when the fold, or what views keep of it, changes. */
const VERSION = 23;

/** What views are computed by. After an update that knows more, what was kept and not understood is folded at last. */
export const FOLD = `${VERSION}.${KINDS.length}`;
