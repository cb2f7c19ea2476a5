import type { sending as vietnamese } from "../vi/sending.ts";
import type { Words } from "../words.ts";

export const sending: Words<typeof vietnamese> = {
  offline: "Offline",
  ailing: "The ward's site has a problem, the records stay on this phone",
  online: "Online",
  sentAt: "Online · sent at {{time}}",
  records_one: "{{count, number}} record to send",
  records: "{{count, number}} records to send",
  photos_one: "{{count, number}} photo to send",
  photos: "{{count, number}} photos to send",
  late: "nothing sent for {{days}} days",
  lateText: "Nothing could be sent for {{days}} days.",
  busy: "Sending {{sent}} / {{of}}",
  notTaken: "The ward could not take it yet",
  notFetched: "Online · the ward's news could not be fetched yet",
  full: "The phone is full: the ward's news is not kept yet",
  storage: "The browser does not let the ward's news be kept",
  revoked: "The ward has stopped this phone from recording",
  call: "Please call the ward.",
  callAt: "Please call {{office}}:",
  copied: "Two phones share this enrolment. Go on working; please ask the ward to invite this phone again.",
};
