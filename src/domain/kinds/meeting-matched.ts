import * as v from "valibot";
import { wardRecordOf } from "../ward-facts.ts";
import { list, statementId } from "./fields.ts";
import { kind } from "./kind.ts";

/** Meetings that two devices began without hearing of each other are one and the same, or are not; the office alone decides. */
export const meetingMatched = kind({
  type: "meeting.matched",
  about: "area",
  // See docs/protocol-additions.md, 'Meetings'.
  body: v.looseObject({
    meetings: v.pipe(list(statementId, 20), v.minLength(2)),
    same: v.boolean(),
  }),
  public: "always",
  onWard(ward, said) {
    ward.meetings.push(wardRecordOf(said));
  },
});
