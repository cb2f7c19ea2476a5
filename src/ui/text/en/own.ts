import type { own as vi } from "../vi/own.ts";
import type { Words } from "../words.ts";

export const own: Words<typeof vi> = {
  title: "My household",
  loading: "Fetching what the ward has of your household…",
  loadingText: "The first time needs coverage. After that it works without.",
  nothing: "Nothing of your household is on this phone yet",
  nothingText:
    "When you sign the pledge, scan the QR code on the volunteer's phone and press ‘Keep this receipt on this phone’. It will be here, also without coverage.",
  handbook: "Read the handbook",
  pledge: {
    title: "The pledge",
    none: "Your household has not signed the pledge {{campaign}}",
    noneText: "A pledge is voluntary. Read the handbook first, and sign whenever you wish.",
    noCampaign: "The ward has not opened a round of pledges.",
    sign: "Read and sign the pledge",
    resume: "Go on with the pledge you began",
    signed: "Pledge {{campaign}} signed",
    signedAt: "On {{time}}, {{agreed}} of {{all}} items agreed to.",
    signer: "Signed by {{signer}}",
    waiting: "Kept on this phone · waiting to be sent",
    taken: "The ward has it, number {{seq, number}}",
    unmet:
      "Signed by yourselves, not met yet. The pledge counts at once; a volunteer's visit or the ward office will confirm it.",
    met: "The ward has confirmed the pledge you signed by yourselves.",
    medium: {
      screen: "Signed on the volunteer's phone",
      paper: "Signed on paper",
      link: "Signed by yourselves on this phone",
    },
    items: "The items agreed to",
    withdraw: "Withdraw the pledge",
    withdrawTitle: "Withdraw the pledge?",
    withdrawText:
      "You may withdraw at any time and need not say why. The pledge will count no more. The covenant remains everybody's, and you may sign again later.",
    withdrawn: "The pledge is withdrawn.",
  },
  receipt: {
    title: "Receipt",
    qr: "QR code of the receipt",
    text: "Anybody may scan the code and see that the pledge was not changed. It holds no name, house number or signature.",
    show: "Show the receipt's code",
    open: "See the receipt of the pledge {{campaign}}",
    openBad: "See the receipt",
    share: "Send the receipt",
    shareTitle: "Receipt of the pledge",
    kept: "Receipts kept on this phone",
    drop: "Remove this receipt from the phone",
    dropped: "Removed from the phone.",
  },
  opinions: {
    title: "Your opinions",
    none: "You have given no opinion. Open the handbook and press ‘Opinion on this’ beside any article.",
    about: "On Article {{article}}",
    answer: "Answer: {{answer}}",
    given: "Waiting for the ward to read it",
    received: "The ward has read it",
    forwarded: "Passed on to {{to}}",
    answered: "Answered",
    done: "Done",
  },
  rights: {
    title: "Your rights",
    text: "The record of the pledge is voluntary. The covenant is everybody's, signed or not.",
    see: "See what the ward keeps",
    correct: "Correct a mistake",
    restrict: "Stop using our data",
    erase: "Erase our data",
    clock: "The ward answers within 2 working days; a withdrawn consent is carried out within 15 days.",
    notAsked:
      "Nobody asks for identity numbers, dates of birth, ethnicity, religion, health, income or children's names.",
    ask: "What should the ward do?",
    made: "Kept on this phone; it will be sent to the ward.",
    sent: "Asked {{day}}: {{what}}",
    eraseTitle: "Erase your household's data?",
    eraseText:
      "Names, house number and signature will be erased at the ward and on every phone, for good. The ward answers before it does so.",
    eraseSend: "Ask to erase",
    elsewhere:
      "To see, correct, withdraw or erase: tell the volunteer or the ward, or call the number at the end of the handbook.",
  },
  welcome: {
    title: "Read and sign by yourselves",
    intro:
      "{{ward}} sends this link so that you can read the handbook of the covenant and sign the pledge on your own phone, whenever you have time.",
    voluntary: "A pledge is voluntary. Opening this is not signing.",
    once: "The link is for one phone, until {{until}}.",
    open: "Open the handbook and the pledge",
    busy: "Opening…",
    readOnly: "Only read the handbook",
    deviceName: "The household's phone",
    done: "Opened. This is your household's page.",
    other: "Use another link",
    expired: "This link is no longer good",
    expiredText:
      "Its time is over, or whoever sent it has called it back. No harm done: you can still read the handbook, and ask the volunteer for another link whenever it suits you.",
    used: "This link was opened on another phone",
    usedText:
      "Each link is for one phone. If it was nobody of your household, tell the volunteer or the ward.",
    unknown: "The ward does not know this link yet",
    unknownText:
      "A few letters may have been lost on the way. Scan the code again, or ask the volunteer to send it once more.",
    unreachable: "No coverage just now",
    unreachableText: "The link is still good. Press again when there is coverage.",
    failed: "It could not be opened",
    failedText: "The link is still good. Try again in a few minutes, or ask the ward ({{code}}).",
  },
};
