import type { Draft } from "../statement.ts";
import type { AmendmentCase, AmendmentKind, NewStep } from "./amendment-case.ts";

/** What opens a file. */
export interface NewAmendment {
  readonly id: string;
  readonly area: string;
  readonly covenant: string;
  readonly kind: AmendmentKind;
  readonly title: string;
  readonly money: boolean;
}

/** The statement that opens a file. */
export function openingDraft({ id, area, covenant, kind, title, money }: NewAmendment): Draft {
  const more = { ...(title === "" ? {} : { title }), ...(money ? { money } : {}) };
  return { type: "amendment.opened", sub: id, in: area, body: { covenant, kind, ...more } };
}

/** The statement of a step. Names and free words are disclosures. */
export function stepDraft(
  { id, area }: Pick<AmendmentCase, "id" | "area">,
  { step, date, figures, draft, personal }: NewStep,
): Draft {
  const more = draft === null ? {} : { draft: { title: draft.title, chapters: draft.chapters } };
  const words = Object.entries(personal).filter(([, value]) => value.trim() !== "");
  return {
    type: "amendment.stepped",
    sub: id,
    in: area,
    body: { step, date, figures, ...more },
    personal: Object.fromEntries(words),
  };
}
