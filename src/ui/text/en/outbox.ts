import type { outbox as vi } from "../vi/outbox.ts";
import type { Words } from "../words.ts";

export const outbox: Words<typeof vi> = {};
