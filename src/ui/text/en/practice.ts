import type { practice as vi } from "../vi/practice.ts";
import type { Words } from "../words.ts";

export const practice: Words<typeof vi> = {
  band: "Practice: invented households, nothing is sent.",
  leave: "Leave",
  leaveLong: "Leave the practice; all that was tried is deleted",
  opening: "Opening the practice…",
  failed: "The practice cannot be opened on this phone yet. Close some apps and open the page again.",
  only: "Not part of the practice",
  onlyText: "The practice has Door to door, Sign at a meeting, End of the day and the outbox.",
  round: "Back to the list",
};
