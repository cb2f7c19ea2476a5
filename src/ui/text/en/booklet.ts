import type { booklet as vietnamese } from "../vi/booklet.ts";
import type { Words } from "../words.ts";

export const booklet: Words<typeof vietnamese> = {
  title: "Print the handbook",
  how: "The handbook on A5, printed from here or saved as a PDF. On both sides it folds into a booklet.",
  print: "Print the handbook",
  pages: "This booklet has {{count}} pages.",
  recognised: "This covenant was recognised by Decision No. {{number}} of {{date}} of {{authority}}.",
  contacts: "Whom to call",
  pledge: "Voluntary pledge",
  pledgeText: "{{title}}. Tick what the household agrees to.",
  stillMaySign: "A household that wishes to sign still may.",
  ofArticle: "article {{number}}",
  blanks: {
    head: "Name of the household's representative:",
    household: "Household, group:",
    day: "Date:",
    signature: "Signature:",
  },
  notes: "Notes",
};
