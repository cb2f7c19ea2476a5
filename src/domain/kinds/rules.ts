import { isHouseholdId, isStatementId, isWithin } from "../ids.ts";

/** Who acts: a device as the log knows it at that place. */
export interface Actor {
  readonly kid: string;
  readonly role: string;
  readonly person: string;
  readonly areas: readonly string[];
  /** Households assigned one by one, beside the areas. */
  readonly households: readonly string[];
  /** The household whose own phone this is. */
  readonly household: string | null;
}

/** What is done, where it stands now, and what it is about. */
export interface Act {
  readonly sub: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** The household it is about, or null. */
  readonly household: string | null;
  /** The area in which that household, or the thing itself, lies; null where it is about the whole ward or nobody knows. */
  readonly area: string | null;
  /** The person behind the statement or the invite it speaks of; null where that has not come yet. */
  readonly author: string | null;
}

/** Whether this actor may do this act. */
export type Rule = (actor: Actor, act: Act) => boolean;

/** Anything that lies in the actor's areas, or in a household assigned to it. */
export function inArea(actor: Actor, { area, household }: Act): boolean {
  if (household !== null && actor.households.includes(household)) return true;
  return area !== null && actor.areas.some((own) => isWithin(area, own));
}

/** A household in the actor's areas, not an area as such. */
export function householdInArea(actor: Actor, act: Act): boolean {
  return act.household !== null && inArea(actor, act);
}

/** The household whose own phone this is. */
export function ofItself(actor: Actor, { sub }: Act): boolean {
  return isHouseholdId(sub) && sub === actor.household;
}

/** A pledge that a household signs by itself, by link. */
export function byLinkOfItself(actor: Actor, act: Act): boolean {
  return ofItself(actor, act) && act.body["medium"] === "link";
}

/**
 * A statement of the same person. One that has not arrived is taken for theirs: the fold lets a retraction work only if
 * the same person or the office said it (PROTOCOL.md §2).
 */
export function ofOwn(actor: Actor, { author }: Act): boolean {
  return author === null || author === actor.person;
}

/**
 * An invite of the same person. A code is the ward's own to know; one that a phone signed itself, which goes by an id,
 * nobody else knows before it is used. Whose it was is looked at once more when somebody comes with it.
 */
export function ofOwnInvite(actor: Actor, { sub, author }: Act): boolean {
  return author === null ? isStatementId(sub) : author === actor.person;
}
