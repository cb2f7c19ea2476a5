import * as v from "valibot";
import { recordOf } from "../household-facts.ts";
import { code, text } from "./fields.ts";
import { kind } from "./kind.ts";

/** What the ward did about such a request. */
export const requestAnswered = kind({
  type: "request.answered",
  about: "statement",
  body: v.looseObject({ outcome: code }),
  personal: { text: v.optional(text) },
  forHousehold: true,
  onHousehold(household, said) {
    household.records.push(recordOf(said));
  },
});
