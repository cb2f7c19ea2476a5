import type { round as vi } from "../vi/round.ts";
import type { Words } from "../words.ts";

export const round: Words<typeof vi> = {};
