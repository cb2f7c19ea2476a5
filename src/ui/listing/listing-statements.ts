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

/** What differs between a household and what was written of it; null where nothing does, or where a name or the count was emptied. */
export function changing(household: Household, draft: Omit<ListingDraft, "id" | "area">): Draft | null {
  const members = countOf(draft.members);
  const head = draft.head.trim();
  const number = draft.number.trim() === "" ? undefined : numberOf(draft.number);
  const personal = differing({
    number: [household.number, number],
    head: [household.head, head === "" ? undefined : head],
    address: [household.address ?? "", draft.address.trim()],
    phone: [household.phone ?? "", draft.phone.trim()],
    note: [household.note ?? "", draft.note.trim()],
  });
  const body = differing({ members: [household.members, members ?? undefined] });
  if (Object.keys(personal).length + Object.keys(body).length === 0) return null;
  return { type: "household.changed", sub: household.id, body, personal };
}

function differing(
  fields: Readonly<Record<string, readonly [unknown, unknown]>>,
): Readonly<Record<string, unknown>> {
  const changed = Object.entries(fields).filter(([, [was, is]]) => is !== undefined && is !== was);
  return Object.fromEntries(changed.map(([name, [, is]]) => [name, is]));
}

function textOrNone(text: string): string | undefined {
  return text.trim() === "" ? undefined : text.trim();
}
