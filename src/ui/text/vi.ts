import { common } from "./vi/common.ts";
import { handbook } from "./vi/handbook.ts";
import { welcome } from "./vi/welcome.ts";

/** The Vietnamese words that a reader needs: they come with the app. */
export const vi = { common, handbook, welcome } as const;
