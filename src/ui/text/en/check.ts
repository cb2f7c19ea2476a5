import type { check as vi } from "../vi/check.ts";
import type { Words } from "../words.ts";

export const check: Words<typeof vi> = {
  title: "Receipt of a pledge",
  reading: "Checking the signature…",
  good: "The signature is right",
  goodUnasked: "The signature is right; the ward could not be asked today",
  goodText:
    "A phone registered with {{ward}} recorded this pledge on {{time}}. Not a letter of it has been changed since.",
  changed: "This receipt has been changed",
  changedText:
    "Something in it is not as it was signed. Do not trust what it says. Scan the code again on the phone that recorded it, or ask the ward.",
  cut: "This receipt cannot be read",
  cutText: "Its link may have been cut short. Scan the QR code on the volunteer's phone again.",
  foreign: "This is no receipt of a pledge",
  foreignText: "The signature is right, but this record is about something else.",
  unknownDevice: "Nobody knows which phone signed this",
  unknownDeviceText:
    "The phone that signed this receipt is not on the list of {{ward}}. The receipt is not the ward's, or it was changed.",
  unknownDeviceOld:
    "The phone that signed this receipt is not on the list of {{ward}} that this phone fetched on {{date}}. It may be a new one. Open this page again when there is coverage.",
  unmet: "The signature cannot be checked yet",
  unmetText:
    "This phone has never opened the page of the ward that the receipt names, so there is nothing to compare it with. Open this page once when there is coverage; after that it works without.",
  meeting: "This phone meets the ward for the first time: fetching the ward's page, just once…",
  met: "This phone has just fetched the ward's page for the first time. From now on it can check without coverage.",
  unknownWard: "There is no such ward here",
  unknownWardText:
    "There is no ward “{{ward}}” at this address. The receipt is from elsewhere, or it was changed.",
  wrongKey: "The ward's key does not match",
  wrongKeyText:
    "Whoever answered does not have the key that this phone knows of {{ward}}. Do not trust this page; ask the ward.",
  revoked: "The phone had been revoked before it signed",
  revokedText:
    "{{ward}} revoked this phone on {{revoked}}; the receipt was recorded on {{time}}, after that. It does not count; ask the ward.",
  insecure: "The signature cannot be checked yet",
  insecureText:
    "This address is insecure, so the browser checks no signature. Open the page by its https address.",
  failed: "The signature cannot be checked yet",
  failedText:
    "The browser does not let this page read what the phone keeps. Leave private mode and open it again.",
  asking: "Asking the ward…",
  standing: {
    counts: "The ward has it, number {{seq, number}}. The pledge counts.",
    other:
      "The ward has it, number {{seq, number}}. The household has another pledge for this round, and that one counts.",
    withdrawn: "The household has withdrawn this pledge; it counts no more.",
    retracted: "Whoever recorded it has taken it back; it counts no more.",
    held: "The ward has received this record and is looking into it.",
    unknown:
      "The ward has not received this record. The phone that made it may not have sent it yet; open this page again in a few days.",
    unanswered: "The ward answered, but this phone could not read it. Try again later.",
  },
  revokedLater:
    "This phone has recorded nothing for the ward since {{date}}. The receipt is from before, and stays right.",
  shows: "What this receipt shows",
  showsWhat:
    "Which phone recorded it, when, what the household agreed to, and that nothing was changed since.",
  hides: "And what it does not",
  hidesWho: "Who held the pen. Strokes on a screen say little about who signed, and are not in the receipt.",
  hidesNames: "Anybody's name or house number. A receipt holds neither.",
  voluntary: "A pledge is voluntary. Nobody needs this receipt for any paperwork.",
  words: {
    title: "What the receipt says",
    campaign: "Round of pledges",
    ward: "Ward",
    time: "Recorded",
    agreed: "Agreed",
    agreedOf: "{{agreed}} of {{all}} items",
    agreedTo: "The items agreed to",
    medium: "Signed",
    screen: "On the screen",
    paper: "On paper",
    link: "By the household, on its own phone",
    by: "Recorded by",
    office: "A phone of the ward",
    volunteer: "A volunteer's phone",
    household: "The household's own phone",
    viewer: "Another phone of the ward",
    number: "Record id",
  },
  keep: "Keep this receipt on this phone",
  kept: "Kept on this phone. You find it under ‘My household’.",
  keptFull: "The phone is full, so it was not kept. Delete some pictures or videos and press again.",
  own: "My household",
  again: "Check again",
};
