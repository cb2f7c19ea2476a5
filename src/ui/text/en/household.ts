import type { household as vi } from "../vi/household.ts";
import type { Words } from "../words.ts";

export const household: Words<typeof vi> = {};
