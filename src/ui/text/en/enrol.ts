import type { enrol as vi } from "../vi/enrol.ts";
import type { Words } from "../words.ts";

export const enrol: Words<typeof vi> = {
  title: "Enrol this device",
  intro:
    "This device gets a key of its own to make records and send them to the ward. No password is needed.",
  wardCode: "Ward code: {{ward}}",
  once: "The code works once. Opening this page does not use it up; only “Enrol this device” does.",
  deviceName: "Device name",
  deviceNameHint: "So that the ward recognises this device, for example “Aunt Sáu's phone”.",
  deviceNameEmpty: "Please give the device a name.",
  personName: "Full name of the person who uses it",
  personNameHint: "May be left empty. Only the ward and the volunteers see it.",
  submit: "Enrol this device",
  busy: "Enrolling with the ward…",
  done: "This device is enrolled.",
  defaultName: {
    phone: "Phone {{model}}",
    computer: "Computer {{model}}",
  },
  paste: {
    title: "Enter an invite code",
    text: "Paste the link or the code that the ward sent to you.",
    label: "Invite code or link",
    submit: "Use this code",
    wrong:
      "There is no invite code in what you pasted. It looks like phuong-3.AbCd…; please copy the whole link again.",
    other: "Use another code",
  },
  already: "This device is already enrolled with {{ward}}",
  alreadyText: "There is no need to enrol again. Doing so would use up the new code.",
  toRound: "Door to door",
  copy: "Copy the code",
  code: "Invite code",
  elsewhere: {
    zaloTitle: "This page is open inside Zalo",
    facebookTitle: "This page is open inside Facebook",
    appTitle: "This page is open inside another app",
    appText: "A key made here would be lost when that app cleans up, so nothing has been enrolled.",
    appSteps: {
      menu: "Tap the three dots in the upper corner of the screen.",
      open: "Choose “Open in browser” (Chrome or Safari).",
      paste:
        "If there is no such entry: copy the code below, open Chrome, go to {{address}} and paste it there.",
    },
    iosTitle: "Open it from the home screen of the iPhone or iPad",
    iosText:
      "Safari deletes data that were not opened for a while, so nothing has been enrolled. Please add the app to the home screen first.",
    iosSteps: {
      copy: "Copy the code below.",
      share: "Tap Share (the square with an arrow up), then “Add to Home Screen”.",
      open: "Open “Sổ tay” from the home screen, go to “Me” and choose “Enrol this device with a code”.",
      paste: "Paste the code and enrol.",
    },
    noCode: "There is no invite code here. Please open the ward's link again.",
  },
  insecure: "This address is not secure, so the browser makes no key. Nothing can be enrolled here.",
  errors: {
    inviteUnknown:
      "The ward does not know this code. Some letters may be missing; open the original link again, or ask the ward for a new one.",
    inviteUsed:
      "Another device has used this code. Each code is good for one device; please ask the ward for a new one.",
    inviteExpired: "The code has expired. Please ask the ward for a new one.",
    badProof: "The ward could not check this device's key. Please try again; if it stays so, call the ward.",
    tooOften: "Too many attempts. Please wait a minute and try again; the code is still good.",
    unreachable: "The ward cannot be reached. The code is still good; try again when there is coverage.",
    badAnswer:
      "The ward answered, but this device could not read it. The code is still good; try again in a few minutes.",
    unavailable:
      "The ward is not available for the moment. The code is still good; try again in a few minutes.",
    unknownWard:
      "The ward of this code does not live at this address. Please open the link as the ward sent it.",
    wrongWardKey: "The ward's key is not the one that this device knows. Do not enrol; please call the ward.",
    storage:
      "The browser refuses to keep data, so nothing could be enrolled. Leave private browsing, make some room, and try again; the code is still good.",
    other: "Enrolment did not work ({{code}}). The code is still good; try again, or call the ward.",
  },
};
