import * as v from "valibot";
import { factOf, isLatest, recordOf } from "../household-facts.ts";
import { isAreaCode } from "../ids.ts";
import { isRecord } from "../jws.ts";
import { wardRecordOf } from "../ward-facts.ts";
import { text } from "./fields.ts";
import { kind } from "./kind.ts";

/** What became of an opinion; with `public`, question and answer are printed in the handbook, without a name. */
export const opinionAnswered = kind({
  type: "opinion.answered",
  about: "statement",
  body: v.looseObject({
    status: v.picklist(["received", "forwarded", "answered", "done"]),
    public: v.optional(v.looseObject({ question: text, answer: text })),
  }),
  personal: { answer: v.optional(text) },
  public: ({ claims }) => isRecord(claims.body["public"]),
  forHousehold: true,
  onHousehold(household, said) {
    const { sub, body, personal } = said;
    household.records.push(recordOf(said));
    const opinion = household.opinions.find(({ jti }) => jti === sub);
    if (!opinion) return;
    if (isLatest(household, `opinion:${sub}`, said)) {
      opinion.status = body.status;
      opinion.settledAt = isSettled(body.status) ? said.at : null;
    }
    if (body.public) opinion.published = { jti: said.jti, ...printed(body.public) };
    const words = personal.answer ?? body.public?.answer;
    if (words !== undefined && isLatest(household, `answer:${sub}`, said)) opinion.answer = words;
  },
  onWard(ward, said) {
    const { body, sub } = said;
    if (isAreaCode(said.in)) ward.opinions.push(wardRecordOf(said));
    if (!body.public) return;
    const area = isAreaCode(said.in) ? said.in : null;
    ward.answers.push({ ...factOf(said), opinion: sub, area, ...printed(body.public) });
  },
});

/** Whether nobody waits for an answer any more. */
export function isSettled(status: string): boolean {
  return status === "answered" || status === "done";
}

function printed({ question, answer }: { readonly question: string; readonly answer: string }) {
  return { question, answer };
}
