import type { pledge as vi } from "../vi/pledge.ts";
import type { Words } from "../words.ts";

export const pledge: Words<typeof vi> = {
  title: "Pledge {{campaign}}",
  step: "{{step}} / 3",
  stepLong: "Step {{step}} of 3",
  next: "Continue",
  previous: "Previous step",
  startOver: "Discard and start over",
  keptAsYouGo: "Everything is kept as you go.",
  draftFull:
    "The phone is full, so what you are writing is not kept yet. Delete some photos or videos, and do not close this page.",
  notWhole:
    "Only a part of the ward’s data is on this phone yet, so a round of pledges or a handbook may be missing. With coverage the rest comes by itself.",
  noCampaign: "The ward has not opened a round of pledges",
  stillMaySign:
    "A household that wishes to sign still may: the pledge only records that it knows and supports the covenant.",
  items: {
    title: "Read out to the household",
    text: "The pledge is voluntary. Tick each item that the household agrees to.",
    legend: "Items of the pledge",
    all: "Agree to all",
    article: "Article {{article}}",
    none: "No item is ticked. If the household does not wish to sign, close this and choose “Not agreed yet”.",
  },
  who: {
    title: "Who signs for the household?",
    signer: "Signer",
    signerMissing: "Please write the signer's name.",
    relation: "Relation to the head",
    other: "Which relation",
    consent: "What does the household consent to?",
    consentText: "Ask for each by itself. Not consenting is fine.",
    first: "The household consents that {{office}} may: {{purpose}}",
    also: "It also consents that {{office}} may: {{purpose}}",
    office: "the Front of {{ward}}",
    rights: "The household's rights",
    declined: "The household does not consent to keeping name and signature",
    declinedText:
      "Then no pledge is recorded, and nobody's name. The household still gets its handbook, and may sign later whenever it wishes.",
    declinedHas: "The handbook was handed over before; nothing more needs to be recorded.",
    onlyDelivery: "Record the handbook only",
    finish: "Done, back to the household",
  },
  relations: {
    head: "head of household",
    spouse: "wife or husband",
    child: "son or daughter",
    other: "somebody else of the household",
  },
  sign: {
    title: "The household signs",
    heardAll_one: "The household heard the one item and agrees to it.",
    heardAll: "The household heard {{count}} items and agrees to all {{count}}.",
    heardSome_one: "The household heard the one item and does not agree to it.",
    heardSome: "The household heard {{count}} items and agrees to {{agreed}}.",
    by: "Signer: {{signer}}, {{relation}}.",
    hasHandbook: "The household has its handbook.",
    delivered: "Handbook received today",
    save: "Save the pledge",
    saved: "Kept on this phone at once, no coverage needed",
    missing: "There is no signature yet. Please sign with a finger in the box above.",
  },
  paper: {
    record: "Record a paper pledge",
    onScreen: "Sign on the screen",
    title: "The household signs on paper",
    text: "Take a photo of the paper that the household signed. The paper remains the original.",
    on: "Day signed on paper",
    take: "Photograph the paper",
    crop: "Crop and straighten",
    again: "Take it again",
    alt: "The photo just taken of the paper",
    shrinking: "Making the photo smaller…",
    unreadable: "This phone cannot read the picture. Please take it again.",
    dayMissing: "Please choose the day it was signed, today at the latest.",
    photoMissing: "There is no photo yet. Please photograph the paper that the household signed.",
    consentMissing:
      "The household has not agreed to a photo being kept. Ask; if it agrees, tick the box above.",
  },
  signature: "Signature",
  signAgain: "Sign again",
  signByKeys: "Sign by typing the name",
  signatureHint:
    "Sign with a finger. Whoever cannot sign on the screen signs on paper, and the ward records it later.",
  rights: {
    title: "The household's rights",
    text: "The record of the pledge is voluntary. The covenant holds for the whole neighbourhood whether or not a household signs.",
    see: "To see and correct what the ward keeps about it.",
    withdraw: "To withdraw its consent or its pledge at any time.",
    restrict: "To ask that its data be no longer used, or be erased.",
    clock: "The ward answers within 2 working days; a withdrawal is carried out within 15 days.",
    notAsked:
      "Nobody asks for ID numbers, dates of birth, ethnicity, religion, health, income or children's names.",
    strokes:
      "The strokes show that the household signed; the phone's own signature shows which phone recorded it, when, and that nothing was changed.",
  },
};
