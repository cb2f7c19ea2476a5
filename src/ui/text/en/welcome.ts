import type { welcome as vi } from "../vi/welcome.ts";
import type { Words } from "../words.ts";

export const welcome: Words<typeof vi> = {
  title: "Covenant Handbook",
  text: "The neighbourhood's covenant, to be read also without coverage.",
  chooseWard: "Choose a ward",
  loading: "Looking for the ward at this address…",
  none: "There is no ward yet",
  noneText: "Whoever installs it runs this command on the ward's machine and opens the page again:",
  noneMore: "Then import the list of households and publish the covenant; README.md shows each step.",
  unreachable:
    "The ward cannot be reached, and this phone keeps no handbook yet. Please open this page again when there is coverage.",
  badAnswer: "The ward answered, but this phone could not read it. Please try again in a few minutes.",
  again: "Try again",
  enrol: "Enrol this device with a code",
  enrolText: "For volunteers and the ward's office.",
  practice: "Practise with invented households",
  insecureTitle: "Insecure address",
  insecure:
    "This address is not secure (no https), so the phone can make no key, sign no pledge and read nothing without coverage. Only the handbook can be read, while online. Please ask the ward for the address that begins with https://",
};
