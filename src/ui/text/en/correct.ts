import type { correct as vi } from "../vi/correct.ts";
import type { Words } from "../words.ts";

export const correct: Words<typeof vi> = {
  title: "Correct a record",
  was: "Recorded: {{what}} · {{when}}",
  both: "The old record stays in the diary, marked as corrected.",
  instead: "It should say",
  date: "Date",
  time: "Time",
  note: "Note (optional)",
  signer: "Signer",
  relation: "Relation to the head",
  on: "Date on the paper",
  itemsStay:
    "What the household agreed to and its signature stay as they are. To change those, the household signs a new pledge. The receipt it was given is replaced by a new one.",
  words: "What was said",
  by: "Who said it (may be left out)",
  noWords: "There are no words. To drop it altogether, take it back.",
  save: "Keep the correction",
  same: "Nothing differs from the old record yet.",
  missing: "Please fill in every field.",
  unkept: "What you are changing is not in the diary yet.",
  drop: "Discard these changes",
  takeBack: "Take back, with nothing in its place",
};
