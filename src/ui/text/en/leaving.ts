import type { leaving as vi } from "../vi/leaving.ts";
import type { Words } from "../words.ts";

export const leaving: Words<typeof vi> = {
  title: "Stop using this phone",
  text: "All that this phone has of {{ward}} will be deleted: what the ward has sent, records, photos and the key it signs with. What the ward has received stays with the ward. To use the phone again the ward has to invite it anew.",
  office: "Please tell the ward, so that it stops the phone that was enrolled here.",
  allThere: "The ward has every record of this phone.",
  first: "Send first",
  unsent: "Records of this phone that the ward has not got: {{records}}.",
  unsentBoth: "Of this phone the ward has not got: records: {{records}}, photos: {{photos}}.",
  unsentText:
    "Without coverage put them into a file, and have another phone send it; only then can all be deleted.",
  lost: "Lost with this phone",
  rejected_one:
    "{{number}} record that the ward did not take. Look at it in the outbox; it can be sent to the ward as a file.",
  rejected:
    "{{number}} records that the ward did not take. Look at them in the outbox; they can be sent to the ward as a file.",
  openOutbox: "Open the outbox",
  unsaved_one:
    "{{number}} record or photo that the ward has received, and may have in no backup yet. It is safer to wait until tomorrow: by then it outlives even the ward's own machine.",
  unsaved:
    "{{number}} records or photos that the ward has received, and may have in no backup yet. It is safer to wait until tomorrow: by then they outlive even the ward's own machine.",
  drafts_one: "{{number}} form half written, or opinion followed from this phone.",
  drafts: "{{number}} forms half written, or opinions followed from this phone.",
  carried_one: "{{number}} parcel carried for another; that phone still has its own.",
  carried: "{{number}} parcels carried for others; their phones still have their own.",
  aware: "I know that what is listed above will be gone from this phone",
  leave: "Delete and stop using this phone",
  sure: "Delete from this phone?",
  sureText: "All that this phone has of {{ward}} will be gone, and cannot be had back.",
  keep: "Keep everything",
  more: "There is more by now. Please look once more at what is listed above.",
  unread: "What is still here could not be counted. Please open this page again.",
  storage: "Nothing could be deleted just now; everything is still here. Please try again.",
};
