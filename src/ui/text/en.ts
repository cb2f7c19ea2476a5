import { amendment } from "./en/amendment.ts";
import { assign } from "./en/assign.ts";
import { booklet } from "./en/booklet.ts";
import { check } from "./en/check.ts";
import { common } from "./en/common.ts";
import { correct } from "./en/correct.ts";
import { covenant } from "./en/covenant.ts";
import { crop } from "./en/crop.ts";
import { curves } from "./en/curves.ts";
import { edition } from "./en/edition.ts";
import { enrol } from "./en/enrol.ts";
import { giving } from "./en/giving.ts";
import { handbook } from "./en/handbook.ts";
import { household } from "./en/household.ts";
import { indicators } from "./en/indicators.ts";
import { households } from "./en/households.ts";
import { lock } from "./en/lock.ts";
import { leaving } from "./en/leaving.ts";
import { link } from "./en/link.ts";
import { listing } from "./en/listing.ts";
import { me } from "./en/me.ts";
import { office } from "./en/office.ts";
import { officeOpinions } from "./en/office-opinions.ts";
import { officeRequests } from "./en/office-requests.ts";
import { papers } from "./en/papers.ts";
import { opinion } from "./en/opinion.ts";
import { outbox } from "./en/outbox.ts";
import { own } from "./en/own.ts";
import { pledge } from "./en/pledge.ts";
import { pledges } from "./en/pledges.ts";
import { print } from "./en/print.ts";
import { reader } from "./en/reader.ts";
import { praise } from "./en/praise.ts";
import { practice } from "./en/practice.ts";
import { receipt } from "./en/receipt.ts";
import { round } from "./en/round.ts";
import { report } from "./en/report.ts";
import { meetings } from "./en/meetings.ts";
import { scan } from "./en/scan.ts";
import { sendAdvice } from "./en/send-advice.ts";
import { sending } from "./en/sending.ts";
import { stock } from "./en/stock.ts";
import { tables } from "./en/tables.ts";
import { viewer } from "./en/viewer.ts";
import { units } from "./en/units.ts";
import { walk } from "./en/walk.ts";
import { typed } from "./en/typed.ts";
import { welcome } from "./en/welcome.ts";

/** The same in English. */
export const en = {
  amendment,
  assign,
  booklet,
  check,
  common,
  correct,
  covenant,
  crop,
  curves,
  edition,
  enrol,
  giving,
  handbook,
  household,
  indicators,
  households,
  leaving,
  lock,
  link,
  listing,
  me,
  office,
  officeOpinions,
  officeRequests,
  opinion,
  papers,
  outbox,
  own,
  pledge,
  pledges,
  print,
  reader,
  praise,
  practice,
  receipt,
  round,
  report,
  meetings,
  scan,
  sendAdvice,
  sending,
  stock,
  tables,
  units,
  viewer,
  walk,
  typed,
  welcome,
} as const;
