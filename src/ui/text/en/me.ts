import type { me as vi } from "../vi/me.ts";
import type { Words } from "../words.ts";

export const me: Words<typeof vi> = {
  title: "Me",
  device: {
    title: "This phone",
    person: "Person",
    name: "Device name",
    ward: "Ward",
    role: "Role",
    areas: "Areas",
    wholeWard: "the whole ward",
    reader: "This phone reads the handbook; it is not enrolled with the ward.",
    enrol: "Enrol this device with a code",
    copied:
      "The ward has seen two phones share this phone's enrolment, perhaps because it was copied or restored from a backup. The records of both are kept and sent. Please ask the ward for a new invite, and open its link on this phone to enrol it anew.",
    revoked:
      "The ward has stopped this phone from recording. What was not sent is still kept here; please call the ward.",
  },
  roles: {
    office: "Ward office",
    volunteer: "Volunteer",
    household: "A household's phone",
    viewer: "Viewer",
    reader: "Reader",
  },
  sending: {
    title: "Sending to the ward",
    last: "Last sent",
    never: "never yet",
    waiting: "To send",
    waitingCount_one: "{{number}} record",
    waitingCount_other: "{{number}} records",
    open: "Open the outbox",
    late: "The ward was not reached for {{days}} days. Go where there is coverage, open the app and press “Send now” in the outbox.",
    clock:
      "This phone's clock is {{minutes}} minutes off the ward's. Records still carry the right time; please correct the clock in the phone's settings.",
    clockHours:
      "This phone's clock is {{minutes}} hours off the ward's. Records still carry the right time; please correct the clock or its time zone in the phone's settings.",
    clockDays:
      "This phone's clock is {{minutes}} days off the ward's. Records still carry the right time; please correct the date in the phone's settings.",
  },
  storage: {
    title: "Room on this phone",
    used: "Used",
    usedOf: "{{used}} of {{quota}}",
    unknown: "the browser does not tell",
    lasting: "Kept for good",
    lastingYes: "yes",
    notLasting: "This phone has not yet agreed to keep data for good",
    notLastingText:
      "When it runs out of room the browser may delete what is kept here, even records that were not sent.",
    ask: "Ask to keep for good",
    granted: "The phone keeps the data for good now.",
    refused:
      "The browser did not agree yet. Add the app to the home screen, use it for some days and ask again; and send every day.",
  },
  over: "The campaign ended on {{day}}. If your work is done, take the list of households off this phone:",
  leave: "Stop using this phone",
  leaveText:
    "At the end of a round, or before somebody else gets it: deletes all that this phone has of the ward.",
  colours: "Page colours",
  own: "My household",
  ownText: "Your pledge, its receipt, your opinions and their answers.",
  reading: "Text size of the handbook",
  language: "Language",
  wards: "Other wards on this phone",
  use: "Switch to {{ward}}",
  version: "Version {{version}}",
  update:
    "There is a new version. It is used when the round is opened next; on a phone without a round, when the handbook's contents are.",
};
