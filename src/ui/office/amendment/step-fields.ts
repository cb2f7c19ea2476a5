import type { Step } from "../../../domain/amendment/amendment-case.ts";
import type { amendment as words } from "../../text/vi/amendment.ts";

export type FieldName = keyof (typeof words)["fields"];
export type ChoiceName = keyof (typeof words)["choices"];

/** One field of a step's form. `personal` ones are disclosures; `when` shows it only beside that choice. */
export interface StepField {
  readonly name: FieldName;
  readonly as: "count" | "check" | "text" | "long" | "date" | "draft" | readonly ChoiceName[];
  readonly personal?: true;
  readonly when?: readonly [FieldName, ChoiceName];
}

const VOTE = ["adopted", "notAdopted"] as const;
const NOTE: StepField = { name: "note", as: "long", personal: true };

/** The fields of each step besides its day. */
export const STEP_FIELDS: Readonly<Record<Step, readonly StepField[]>> = {
  proposal: [
    { name: "by", as: ["head", "citizens"] },
    { name: "front", as: "check", when: ["by", "head"] },
    { name: "households", as: "count", when: ["by", "citizens"] },
    { name: "supporters", as: "count", when: ["by", "citizens"] },
    { name: "frontAgrees", as: "check", when: ["by", "citizens"] },
  ],
  posting: [
    { name: "house", as: "check" },
    { name: "draftTitle", as: "text" },
    { name: "draft", as: "draft" },
  ],
  opinions: [
    { name: "app", as: "count" },
    { name: "door", as: "count" },
    { name: "meeting", as: "count" },
    NOTE,
  ],
  notice: [
    { name: "meetingDate", as: "date" },
    { name: "time", as: "text" },
    { name: "place", as: "text" },
    { name: "clusters", as: "count" },
    { name: "documents", as: "check" },
  ],
  meeting: [
    { name: "households", as: "count" },
    { name: "present", as: "count" },
  ],
  result: [
    { name: "form", as: ["hands", "secret"] },
    { name: "agreed", as: "count" },
    { name: "against", as: "count" },
    { name: "outcome", as: VOTE },
  ],
  ballots: [
    { name: "team", as: "count" },
    { name: "witnesses", as: "count" },
    { name: "handedOut", as: "count" },
    { name: "returned", as: "count" },
    { name: "agreed", as: "count" },
    { name: "against", as: "count" },
    { name: "invalid", as: "count" },
    { name: "outcome", as: VOTE },
  ],
  minutes: [
    { name: "discussed", as: "long", personal: true },
    { name: "chair", as: "text", personal: true },
    { name: "secretary", as: "text", personal: true },
    { name: "frontHead", as: "text", personal: true },
    { name: "firstHousehold", as: "text", personal: true },
    { name: "secondHousehold", as: "text", personal: true },
  ],
  request: [
    { name: "to", as: "text" },
    { name: "letter", as: "check" },
    { name: "minutes", as: "check" },
    { name: "text", as: "check" },
  ],
  decision: [
    { name: "outcome", as: ["recognised", "refused"] },
    { name: "number", as: "text" },
    { name: "authority", as: "text" },
    { name: "reasons", as: "check", when: ["outcome", "refused"] },
    NOTE,
  ],
  force: [
    { name: "sentToHead", as: "check" },
    { name: "sentToFront", as: "check" },
  ],
  ended: [NOTE],
};
