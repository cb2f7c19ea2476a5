import type { edition as vietnamese } from "../vi/edition.ts";
import type { Words } from "../words.ts";

export const edition: Words<typeof vietnamese> = {
  title: "What is different from edition {{edition}}",
  show: "See each article that changed",
  count:
    "Articles with changes: {{count}}. Words that were added are underlined, words that were dropped are struck through.",
  none: "The words are the same as in the edition before.",
  added: "New",
  removed: "Dropped",
  moved: "New number",
  changed: "New wording",
  movedFrom: "It was article {{number}}; its words are the same.",
  wordsGone: "dropped:",
  wordsNew: "added:",
  before: "Earlier editions",
  edition: "Edition {{edition}}, in force from {{date}}",
  old: "This is an earlier edition, kept for looking back. The one in force stands in the contents.",
};
