import { common } from "./vi/common.ts";
import { enrol } from "./vi/enrol.ts";
import { handbook } from "./vi/handbook.ts";
import { household } from "./vi/household.ts";
import { me } from "./vi/me.ts";
import { office } from "./vi/office.ts";
import { outbox } from "./vi/outbox.ts";
import { pledge } from "./vi/pledge.ts";
import { receipt } from "./vi/receipt.ts";
import { round } from "./vi/round.ts";
import { welcome } from "./vi/welcome.ts";

/** Every word that a screen says in Vietnamese, by screen. */
export const vi = {
  common,
  enrol,
  handbook,
  household,
  me,
  office,
  outbox,
  pledge,
  receipt,
  round,
  welcome,
} as const;
