import type { Household } from "../../domain/household-facts.ts";
import type { Draft } from "../../domain/statement.ts";
import { countOf, numberOf, type ListingDraft } from "./listing-draft.ts";

/** A household enters the list; where it parts from another, both are said in one act, and the other goes on. */
export function registering(
  draft: ListingDraft,
  next: number,
  parent: Pick<Household, "id"> | null,
): readonly Draft[] {
  const { id, area, members } = draft;
  const registered: Draft = {
    type: "household.registered",
    sub: id,
    body: { area, members: countOf(members) },
    personal: {
      number: draft.number.trim() === "" ? next : numberOf(draft.number),
      head: draft.head.trim(),
      address: draft.address.trim(),
      phone: textOrNone(draft.phone),
      note: textOrNone(draft.note),
    },
  };
  if (!parent) return [registered];
  return [registered, { type: "household.split", sub: parent.id, body: { into: [parent.id, id] } }];
}

/** What differs between a household and what was written of it, field by field; null where nothing does. */
export function changing(household: Household, written: Partial<ListingDraft>): Draft | null {
  const number = textOrNone(written.number);
  const personal = differing({
    number: [household.number, number === undefined ? undefined : numberOf(number)],
    head: [household.head, textOrNone(written.head)],
    address: [household.address ?? "", written.address?.trim()],
    phone: [household.phone ?? "", written.phone?.trim()],
    note: [household.note ?? "", written.note?.trim()],
  });
  const members = countOf(written.members ?? "") ?? undefined;
  const body = differing({ members: [household.members, members] });
  if (Object.keys(personal).length + Object.keys(body).length === 0) return null;
  return { type: "household.changed", sub: household.id, body, personal };
}

function differing(
  fields: Readonly<Record<string, readonly [unknown, unknown]>>,
): Readonly<Record<string, unknown>> {
  const changed = Object.entries(fields).filter(([, [was, is]]) => is !== undefined && is !== was);
  return Object.fromEntries(changed.map(([name, [, is]]) => [name, is]));
}

function textOrNone(text: string | undefined): string | undefined {
  return text?.trim() || undefined;
}
