import { pledge } from "./vi/pledge.ts";
import { receipt } from "./vi/receipt.ts";

/** The Vietnamese words of a pledge and its receipt: a household waits for no others. */
export const viPledge = { pledge, receipt } as const;
