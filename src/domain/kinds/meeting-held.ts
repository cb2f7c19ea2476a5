import * as v from "valibot";
import { wardRecordOf } from "../ward-facts.ts";
import { code, count, date, line, list, openLine, statementId, text } from "./fields.ts";
import { kind } from "./kind.ts";
import { inArea } from "./rules.ts";

/** An hour of the day: `19:30`. */
const hour = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** A meeting took place, or is announced; its minutes are for those who work there. */
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
    // See docs/protocol-additions.md, 'Meetings'.
    meeting: v.optional(statementId),
    together: v.optional(list(statementId, 100)),
    planned: v.optional(v.boolean()),
    time: v.optional(hour),
    invited: v.optional(list(v.looseObject({ organisation: line, people: v.optional(count) }), 100)),
    programme: v.optional(list(v.looseObject({ time: v.optional(hour), text: line }), 100)),
    documents: v.optional(list(line, 100)),
  }),
  personal: {
    minutes: v.optional(text),
    conclusions: v.optional(text),
    chair: v.optional(line),
    secretary: v.optional(line),
  },
  may: { volunteer: inArea },
  public: "always",
  onWard(ward, said) {
    ward.meetings.push(wardRecordOf(said));
  },
});
