import { pledge } from "./pledge.ts";
import type { ownPledge as vi } from "../vi/own-pledge.ts";
import type { Words } from "../words.ts";

export const ownPledge: Words<typeof vi> = {
  ...pledge,
  elsewhere: { ...pledge.elsewhere, open: "Back to ‘My household’" },
  items: {
    ...pledge.items,
    title: "Read each item",
    text: "The pledge is voluntary. Tick what you agree to.",
    none: "Nothing is ticked yet. If you do not want to sign, press Close; you can sign at any time later.",
  },
  who: {
    ...pledge.who,
    title: "Who signs for your household?",
    signerMissing: "Please write the name of who signs.",
    consent: "What do you consent to?",
    consentText: "Each by itself. You need not.",
    first: "We let {{office}} do this: {{purpose}}",
    declined: "You have not agreed to your name and signature being kept",
    declinedHas:
      "Then no pledge is recorded, and nobody's name. You can read the handbook all the same, and sign later whenever you wish.",
    finish: "Leave it, back to ‘My household’",
  },
  sign: {
    ...pledge.sign,
    title: "Sign",
    heardAll_one: "You have read the one item and agree to it.",
    heardAll: "You have read {{count}} items and agree to all {{count}}.",
    heardSome_one: "You have read the one item and do not agree to it.",
    heardSome: "You have read {{count}} items and agree to {{agreed}}.",
    hasHandbook: "The handbook is open on this phone.",
    missing: "There is no signature yet. Sign with a finger in the box above, or type your name.",
  },
  signatureHint: "Sign with a finger. If that does not work, type your name.",
};
