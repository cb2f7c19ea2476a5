import * as v from "valibot";
import { addPledge, factOf } from "../household-facts.ts";
import { code, date, digest, line, list, number, statementId, strokes } from "./fields.ts";
import { kind } from "./kind.ts";
import { byLinkOfItself, householdInArea } from "./rules.ts";

const body = {
  campaign: code,
  edition: number,
  agreed: list(code, 100),
  declined: list(code, 100),
  consent: statementId,
};

/** A household pledges, of its own will, to keep its covenant: on the glass, on paper, or by link. */
export const pledgeSigned = kind({
  type: "pledge.signed",
  about: "household",
  body: v.looseObject({ ...body, medium: v.picklist(["screen", "paper", "link"]), on: v.optional(date) }),
  personal: {
    signer: line,
    relation: line,
    strokes: v.optional(strokes),
    photo: v.optional(digest),
  },
  check: ({ personal, complete }) =>
    !complete || personal["strokes"] !== undefined || personal["photo"] !== undefined,
  may: { volunteer: householdInArea, household: byLinkOfItself },
  forHousehold: true,
  onHousehold(household, said) {
    const { campaign, edition, agreed, declined, consent, medium } = said.body;
    const { signer, relation, strokes: path, photo } = said.personal;
    const typed = said.body["hand"] === "typed";
    const words = { campaign, edition, agreed, declined, consent, medium, typed };
    addPledge(household, { ...factOf(said), ...words, signer, relation, strokes: path, photo }, said);
  },
});
