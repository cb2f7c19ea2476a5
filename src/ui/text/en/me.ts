import type { me as vi } from "../vi/me.ts";
import type { Words } from "../words.ts";

export const me: Words<typeof vi> = {};
