import type { outbox as vi } from "../vi/outbox.ts";
import type { Words } from "../words.ts";

export const outbox: Words<typeof vi> = {
  title: "Outbox",
  subtitle: "Every record stays on this phone until the ward has it",
  reader: "This phone is not enrolled",
  readerText: "The outbox is for phones that are enrolled with the ward.",
  counts: {
    label: "Summary",
    unsent: "to send",
    received: "the ward has",
    attention: "to look at",
    held: "the ward considers",
  },
  attention: "To look at",
  held: "The ward is considering",
  unsent: "To send",
  received: "The ward has them",
  empty: "There are no records yet",
  emptyText: "What you record at each door shows here, with the number that the ward gave it.",
  more: "Show more",
  household: "Household {{number}}",
  photoUnsent: "photo not sent yet",
  seq: "number {{seq}}",
  standing: {
    unsent: "to send",
    held: "being considered",
    received: "received",
    refused: "not taken by the ward",
    rejected: "to look at",
  },
  send: "Send now",
  sendHint: "The phone sends by itself when there is coverage; you need not press this.",
  sentAll: "All sent. The ward has it.",
  sentNone: "The ward was reached. There was nothing to send.",
  photosLeft: "The ward has the records; photos still to send: {{left}}. They go by themselves.",
  sentSome: "Partly sent; records still to send: {{left}}.",
  unreachable:
    "The ward cannot be reached. The records stay on this phone and go by themselves when there is coverage.",
  conflict: "Household {{number}} · two pledges",
  conflictText:
    "Two people recorded this household's pledge. Both are kept; please look and choose the right one.",
  conflictOpen: "See both",
  officeNote: "The ward wrote: “{{note}}”",
  shareFile: "Hand over as a file",
  shareText: "A record of {{ward}} that the ward has not taken",
  shareFailed: "The file could not be handed over. The record is still on this phone.",
  carry: {
    heading: "No coverage?",
    text: "Put what waits into a file and let another phone send it, by Zalo, Bluetooth or cable. The file is sealed: only the ward opens it.",
    title: "Records to be handed on to the ward",
    hand: "Put the outbox into a file",
    handed: "Put into the file {{name}}. The records stay on this phone until the ward has them.",
    downloaded:
      "The file {{name}} lies among this phone's downloads. Open Zalo or Bluetooth and choose it there. The records stay on this phone until the ward has them.",
    left_one:
      "{{count}} photo found no room in it and stays on this phone, which sends it by itself once there is coverage.",
    left_other:
      "{{count}} photos found no room in it and stay on this phone, which sends them by itself once there is coverage.",
    nothing: "Nothing waits to be sent.",
    noKey:
      "This phone has not read the ward's log yet and cannot seal a file. Try again after coverage once.",
    take: "Carry for another",
    taken: "Taken along: {{size}}, parcels: {{parcels}}. They go to the ward as soon as there is coverage.",
    missing:
      "The file was cut or damaged: parcels missing: {{missing}}. Ask for it again; taking it twice does no harm.",
    carried: "Carrying for others: {{size}}, parcels: {{parcels}}.",
    errors: {
      foreign: "This is no outbox file (.stq). Choose one whose name begins with “so-gui”.",
      damaged: "This file is damaged and nothing of it is whole. Ask for it again.",
      huge: "This file is too large to be an outbox file.",
      "another-ward": "This file is for a ward where this phone is not enrolled. Ask a phone of that ward.",
      full: "This phone has no room left to carry for others. Send some first, or ask another phone.",
      storage: "This phone could not keep the file. Please try again.",
    },
  },
  reasons: {
    incomplete:
      "Parts of the record were missing when it arrived. The phone sends them again by itself; nothing to do.",
    unknownHousehold:
      "The ward does not have this household yet. Once it is registered the record counts; call the ward if that takes long.",
    beyondRole: "This is beyond what this phone may record. The ward will decide; call it if it is urgent.",
    beyondArea:
      "This household lies outside this phone's groups. The ward will decide; call it if it is urgent.",
    newer:
      "This phone is newer than the ward's program, which cannot read it yet. It will be taken after the ward's update; nothing to do.",
    deviceRevoked: "This phone has been stopped. The ward keeps the record to decide; please call the ward.",
    wardKey:
      "This is the ward's own key. Without it the ward could enrol no device, so revoking it has no effect; nothing to do.",
    held: "The ward keeps the record to consider it. Call the ward if that takes long.",
    mistake:
      "The ward takes it for a mistake. If it is right after all, record it again on the household's page.",
    duplicate: "The ward has another record of this. Nothing to do.",
    wish: "The household asked that this not be recorded. Do not record it again.",
    refused: "The ward did not take this record. Please call the ward for the reason.",
    tooLarge:
      "The record is too large to send. Hand it to the ward as a file, then record it again with fewer words.",
    altered: "The record is no longer as it was signed. Hand it to the ward as a file, then record it again.",
    unknownDevice:
      "The ward does not know this phone. Please call the ward; it may have to be enrolled again.",
    anotherWard: "This record belongs to another ward. Hand it to the ward as a file.",
    idTaken:
      "Another record has used this record's number. Hand it to the ward as a file, then record it again on the household's page.",
    wrongForm:
      "The ward cannot read this record. Hand it over as a file; the phone offers it again after the ward's update.",
  },
  types: {
    household: {
      registered: "New household",
      changed: "Household corrected",
      moved: "Household moved",
      merged: "Households merged",
      split: "Household split",
      closed: "Household closed",
    },
    consent: { given: "Consent given", withdrawn: "Consent withdrawn" },
    handbook: {
      delivered: "Handbook delivered",
      published: "Handbook published",
      stocked: "Printed handbooks",
    },
    visit: { logged: "Visit" },
    outcomes: { absent: "Nobody home", comeBack: "Come back", refused: "Not agreed yet" },
    pledge: { signed: "Pledge signed", withdrawn: "Pledge withdrawn", preferred: "Pledge chosen" },
    opinion: { given: "Opinion", forwarded: "Opinion forwarded", answered: "Opinion answered" },
    meeting: { held: "Meeting", attended: "Attendance", matched: "Meetings joined" },
    contribution: { recorded: "Contribution" },
    indicator: { defined: "Indicator", observed: "Figure of an indicator" },
    commendation: { proposed: "Commendation proposed", granted: "Commendation" },
    device: { enrolled: "Device enrolled", assigned: "Device assigned", revoked: "Device stopped" },
    invite: { cancelled: "Invite cancelled" },
    campaign: { opened: "Campaign opened", closed: "Campaign closed" },
    amendment: { opened: "File of a covenant change", stepped: "Step of a covenant change" },
    covenant: { published: "Covenant published", decided: "Covenant suspended or abolished" },
    request: { made: "Household's request", answered: "Request answered" },
    statement: { retracted: "Record taken back", decided: "Decision on a record" },
    other: "Another record",
  },
};
