import type { office as vi } from "../vi/office.ts";
import type { Words } from "../words.ts";

export const office: Words<typeof vi> = {};
