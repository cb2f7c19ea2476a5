import { enrol } from "./vi/enrol.ts";
import { household } from "./vi/household.ts";
import { me } from "./vi/me.ts";
import { office } from "./vi/office.ts";
import { outbox } from "./vi/outbox.ts";
import { pledge } from "./vi/pledge.ts";
import { receipt } from "./vi/receipt.ts";
import { round } from "./vi/round.ts";

/** The Vietnamese words of screens that a reader does not open: they come with the first of these. */
export const viLater = { enrol, household, me, office, outbox, pledge, receipt, round } as const;
