import type { Draft } from "../statement.ts";
import type { NewCovenantDecision } from "./covenant-standing.ts";

/** The statement of a decision. */
export function decisionDraft(decision: NewCovenantDecision): Draft {
  const { area, covenant, outcome, number, date, authority, from, articles, grounds, asked } = decision;
  const some = articles.length === 0 ? {} : { articles };
  const why = grounds === "" ? {} : { grounds };
  const since = asked === "" ? {} : { asked };
  return {
    type: "covenant.decided",
    sub: area,
    body: { covenant, outcome, decision: { number, date, authority }, from, ...some, ...why, ...since },
  };
}
