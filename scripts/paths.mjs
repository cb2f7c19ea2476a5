import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's root, wherever a script is started from. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What the command line runs; made by `npm run build`. */
export const serverEntry = join(root, "dist/server/main.js");

/** What the server serves; made by `npm run build`. */
export const webRoot = join(root, "dist/web");
