import * as v from "valibot";
import { wardRecordOf } from "../ward-facts.ts";
import { code, count, date, line, openLine, text } from "./fields.ts";
import { kind } from "./kind.ts";
import { inArea } from "./rules.ts";

/** A meeting took place; its minutes are for those who work there. */
export const meetingHeld = kind({
  type: "meeting.held",
  about: "area",
  body: v.looseObject({
    kind: code,
    date,
    place: openLine,
    subject: line,
    households: v.optional(count),
    present: v.optional(count),
  }),
  personal: { minutes: v.optional(text) },
  may: { volunteer: inArea },
  public: "always",
  onWard(ward, said) {
    ward.meetings.push(wardRecordOf(said));
  },
});
