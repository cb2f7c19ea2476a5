import { later } from "../parts/later.tsx";

/** Where a khu phố is chosen: whoever has a link or a printed code of one passes it by. */
export const HandbookHome = later(async () => (await import("./HandbookHome.tsx")).HandbookHome);

/** The reader of one article: fetched once the contents stand, or at once where an article is asked for. */
export const ArticleReader = later(async () => (await import("./ArticleReader.tsx")).ArticleReader);

/** The handbook as a booklet, for whoever prints it. */
export const Booklet = later(async () => (await import("../booklet/Booklet.tsx")).Booklet);

/** What of a covenant does not hold: of few. */
export const Halts = later(async () => (await import("./chapters/Halts.tsx")).Halts);

/** What a search finds. */
export const SearchHits = later(async () => (await import("./SearchHits.tsx")).SearchHits);

/** What stands below the contents. */
export const Around = later(async () => (await import("./Around.tsx")).Around);

/** What stands above the contents for whoever has been here before, or has come by another app. */
export const Beginning = later(async () => (await import("./Beginning.tsx")).Beginning);
