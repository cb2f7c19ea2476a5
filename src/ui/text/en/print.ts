import { print as vi } from "../vi/print.ts";
import type { Words } from "../words.ts";

export const print: Words<typeof vi> = {
  title: "Print the pledge",
  noCampaign: "The ward has not opened a round of pledges, so there is nothing to print.",
  noHousehold: "This phone does not have this household, so there is nothing to print.",
  noPledge:
    "This pledge was not found. It may have been taken back or corrected, or has not come to this phone yet.",
  intro: "Two copies alike: one for the household, one for the ward.",
  introBlank: "Two empty copies to be signed on paper. Then photograph one with “Record a paper pledge”.",
  size: "Size of paper",
  a4: "A4",
  a5: "A5",
  print: "Print both copies",
  preview: "Copy {{number}} of two",
  round: "Print the walk list",
  roundIntro:
    "For when the phone is dead. It names households and where they live: keep it safe, and destroy it afterwards.",
  printRound: "Print the list",
  // What stands on the paper belongs to the pledge, and is in Vietnamese whatever language the screen speaks.
  paper: vi.paper,
};
