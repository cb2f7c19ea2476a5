import { enrol } from "./vi/enrol.ts";
import { household } from "./vi/household.ts";
import { me } from "./vi/me.ts";
import { office } from "./vi/office.ts";
import { outbox } from "./vi/outbox.ts";
import { round } from "./vi/round.ts";

/** The Vietnamese words of screens that a reader does not open: they come with the first of these. */
export const viLater = { enrol, household, me, office, outbox, round } as const;
