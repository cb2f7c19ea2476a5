import type { pledge as vi } from "../vi/pledge.ts";
import type { Words } from "../words.ts";

export const pledge: Words<typeof vi> = {};
