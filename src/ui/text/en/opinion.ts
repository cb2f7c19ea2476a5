import type { opinion as vietnamese } from "../vi/opinion.ts";
import type { Words } from "../words.ts";

export const opinion: Words<typeof vietnamese> = {
  open: "Say something about this article",
  title: "About article {{number}}",
  label: "Your opinion",
  hint: "A few plain words are enough. No name is needed.",
  hintRecorded: "Write it as it was said. No name is needed.",
  send: "Send the opinion",
  keep: "Keep it on this phone",
  empty: "There are no words yet. Please write something first.",
  sent: "Kept on this phone; it will be sent to the ward.",
  undone: "The opinion was taken back.",
  kept: "Your opinion is kept on this phone",
  keptText:
    "This phone cannot send it by itself. Show it to the volunteer who comes to your door, who can record it, or say it at the meeting.",
  erase: "Delete this opinion",
  erased: "Deleted from this phone.",
};
