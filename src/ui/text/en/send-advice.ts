import type { sendAdvice as vi } from "../vi/send-advice.ts";
import type { Words } from "../words.ts";

export const sendAdvice: Words<typeof vi> = {
  wait: "The phone sends again in a few minutes; the records stay in it.",
  wardFull:
    "The ward has no room left: tell the ward. The records stay in the phone, which sends again by itself.",
  stranger:
    "The ward does not know this phone: call the ward to be invited again. The records stay in the phone.",
  file: "The records stay in the phone, which sends again by itself. If it is still so tomorrow, put the outbox into a file and tell the ward.",
};
