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
  village: {
    ward: "Practice ward",
    device: "Practice device",
    campaign: "Pledge to keep the covenant, {{year}}",
    items: {
      flag: "Fly the national flag on holidays and at Tết",
      waste: "Put out the rubbish at its hour and place",
      quiet: "Turn music off before 22:00",
      fire: "Keep a way out in case of fire",
    },
    purpose: "Keep name and signature, to follow up the pledge",
    notes: { trader: "Sells at the market by day", dog: "There is a dog: call at the gate first" },
  },
};
