import { findKind } from "../kinds/all.ts";
import type { Said } from "../said.ts";

/** What the fold knows of a device that signed. */
export interface Author {
  readonly person: string;
  readonly role: string;
}

/** Finds the author behind a device. */
export type Authors = (kid: string) => Author | undefined;

/** What became of a statement that was taken back. */
export interface Retraction {
  readonly by: Said;
  /** Taken back by its own author within ten seconds: a slip of the thumb, of which the diary keeps no line. */
  readonly slip: boolean;
}

/**
 * The statements that are taken back, by id, whichever came first. A retraction works if the same person, or the office,
 * said it, or the office let it through (PROTOCOL.md §2); what a ward or a device is cannot be taken back, only said anew.
 */
export function findRetractions(said: readonly Said[], authors: Authors): Map<string, Retraction> {
  const targets = new Map(said.map((one) => [one.jti, one]));
  const allowed = new Set(said.filter(isAcceptance).map(({ sub }) => sub));
  const found = new Map<string, Retraction>();
  for (const by of said) {
    const target = isRetraction(by) ? targets.get(by.sub) : undefined;
    if (!target || found.has(target.jti) || !isRetractable(target)) continue;
    const [speaker, author] = [authors(by.kid), authors(target.kid)];
    const own = by.kid === target.kid || (speaker !== undefined && speaker.person === author?.person);
    if (!own && speaker?.role !== "office" && !allowed.has(by.jti)) continue;
    found.set(target.jti, { by, slip: own && Math.abs(by.iat - target.iat) <= SLIP_SECONDS });
  }
  return found;
}

/** Seconds in which taking back leaves no trace in the diary (DESIGN.md, how it behaves, 4). */
export const SLIP_SECONDS = 10;

/** Whether this takes another statement back, in a version that this app can read. */
export function isRetraction({ type, v }: Said): boolean {
  return type === "statement.retracted" && findKind(type, v) !== undefined;
}

function isAcceptance({ type, v, body }: Said): boolean {
  return type === "statement.decided" && findKind(type, v) !== undefined && body["decision"] === "accept";
}

function isRetractable({ type }: Said): boolean {
  return !/^(ward|device|data|statement)\./.test(type);
}
