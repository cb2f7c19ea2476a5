import type { lock as vi } from "../vi/lock.ts";
import type { Words } from "../words.ts";

export const lock: Words<typeof vi> = {
  title: "The handbook is locked",
  pin: "PIN",
  open: "Open",
  wrong: "That is not the PIN.",
  wait: "There were too many tries; wait {{minutes}} min and try again.",
  storage: "The PIN could not be checked just now. Please try again.",
  forgot: "Forgotten?",
  forgotText:
    "The PIN is in this phone alone; the ward cannot see it either. Whoever has forgotten it deletes all that this phone has of the ward and asks the ward for a new invite; what was not sent is sent first.",
  remembered: "I remember it",
  giveUp: "Send first, then delete",
  heading: "Lock with a PIN",
  off: "Whoever borrows this phone can open what the handbook keeps here, too. With a PIN only whoever knows it can.",
  on: "The app asks for the PIN whenever it is opened, and after five minutes out of use.",
  set: "Set a PIN",
  change: "Change it",
  remove: "Remove it",
  former: "The present PIN",
  fresh: "New PIN, 4 to 8 digits",
  again: "The new PIN once more",
  short: "A PIN has 4 to 8 digits.",
  unlike: "The two are not the same.",
  save: "Keep this PIN",
  wasSet: "The PIN is set. Remember it well: without it this phone has to be enrolled anew.",
  wasRemoved: "The PIN is removed.",
};
