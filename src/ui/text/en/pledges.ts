import type { pledges as vi } from "../vi/pledges.ts";
import type { Words } from "../words.ts";

export const pledges: Words<typeof vi> = {
  title: "Two pledges",
  none: "This household does not have two pledges",
  ask: "Ask the household, then choose the one that counts. The other is kept and can be seen at any time.",
  settled: "The one that counts was chosen. The other is kept here; choose again if the household wishes.",
  nth: "Pledge {{number}}",
  counts: "Counts",
  countsYet: "Counts for now",
  keptBeside: "Kept, does not count",
  signer: "Signer",
  erased: "erased on request",
  when: "When",
  by: "Recorded by",
  ward: "the ward",
  medium: "How",
  mediums: {
    typed: "on the screen, name typed",
    screen: "on the screen",
    paper: "on paper",
    link: "by itself",
  },
  agreed: "Agreed",
  agreedOf: "{{agreed}} of {{all}} items",
  number: "Number at the ward",
  unsent: "waiting to be sent",
  signature: "Signature of {{name}}",
  prefer: "Choose this one",
  preferNamed: "Choose this one: pledge {{number}}",
  kept: "Kept: which pledge counts",
  undone: "Undone",
};
