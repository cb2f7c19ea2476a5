import type { receipt as vi } from "../vi/receipt.ts";
import type { Words } from "../words.ts";

export const receipt: Words<typeof vi> = {};
