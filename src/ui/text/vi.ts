import { common } from "./vi/common.ts";
import { enrol } from "./vi/enrol.ts";
import { handbook } from "./vi/handbook.ts";
import { welcome } from "./vi/welcome.ts";

/** The Vietnamese words that a reader needs: they come with the app. */
export const vi = { common, enrol, handbook, welcome } as const;
