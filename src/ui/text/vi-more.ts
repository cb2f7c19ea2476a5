import { check } from "./vi/check.ts";
import { link } from "./vi/link.ts";
import { own } from "./vi/own.ts";

/** The Vietnamese words of screens that few phones open. */
export const viMore = { check, link, own } as const;
