import type { papers as vi } from "../vi/papers.ts";
import type { Words } from "../words.ts";

export const papers: Words<typeof vi> = {
  parent: "Superior organisation (may be left out)",
  organisation: "Organisation that makes it",
  motto: "Heading above on the right: the nation’s, or the organisation’s own form",
  number: "Number and symbol",
  place: "Place",
  date: "Date",
  authority: "On behalf of (line above the position, may be left out)",
  position: "Position of the signer",
  signer: "Name of the signer",
  recipients: "Recipients (one a line)",
  kept: "These fields are kept on this device for the next time.",
  lacking: "Please fill in the organisation, the place and the date.",
  save: "Download the .docx file",
  saved: "Downloaded {{name}}.",
  failed:
    "The file could not be made. The first time, or after the app changed its version, this page has to be opened with coverage; please try again.",
  // What is printed is an administrative paper, and so in Vietnamese.
  defaults: {
    organisation: "BAN THƯỜNG TRỰC UBMTTQ VIỆT NAM {{ward}}",
    number: "      /DS-MTTQ",
    authority: "TM. BAN THƯỜNG TRỰC",
    position: "CHỦ TỊCH",
    recipients: "Đảng uỷ {{ward}};\nUBND {{ward}};\nLưu: VT.",
  },
};
