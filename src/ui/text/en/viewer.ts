import type { viewer as vietnamese } from "../vi/viewer.ts";
import type { Words } from "../words.ts";

export const viewer: Words<typeof vietnamese> = {
  areas: "This device looks at: {{areas}}. It only looks, and records nothing.",
  unreachable: "The ward cannot be reached; below are the figures from before.",
  problem: "New figures could not be fetched ({{code}}).",
  noTotals: "There are no figures in this device yet. They appear when there is coverage.",
  noHouseholds: "No household is listed here yet, or too few to be added up without giving one away.",
  summary: "{{households}} households · {{members}} people · counted by the ward {{time}}",
  total: "Sum",
  few: "A group of very few households has no line of its own, so that nobody is guessed; it is part of the sum.",
  opinions: "Opinions and answers",
  noOpinions: "No opinion was given here yet.",
  counts:
    "Opinions: {{all}}. {{open}} unanswered ({{late}} of them for more than {{days}} days), {{forwarded}} forwarded, {{settled}} answered or done.",
  opinionsScroll: "Table of opinions, can be moved sideways",
  about: "About",
  from: "From",
  since: "Day",
  state: "State",
  aHousehold: "a household",
  opinionsNote:
    "Names and words of whoever gave an opinion are for the office and for those who work there. What is printed in the handbook is for everybody.",
  handbook: "Handbook, indicators, contributions",
  handbookText:
    "The covenant, yearly indicators, contributions by work and commendations stand in each neighbourhood's handbook.",
  openHandbook: "Open the handbook",
};
