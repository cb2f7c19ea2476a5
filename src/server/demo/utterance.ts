import { uuidV7 } from "../../domain/ids.ts";
import type { Draft } from "../../domain/statement.ts";

/** Something that a demo device is to say. Times in seconds. */
export interface Utterance {
  /** Id of the person whose device says it, as in people.ts. */
  readonly by: string;
  /** When it was recorded. */
  readonly at: number;
  /** When the phone sent it. */
  readonly sentAt: number;
  readonly draft: Draft & { readonly jti: string };
}

/** Draws the id of a statement that was made at this time. */
export type NewId = (seconds: number) => string;

/** Ids that are new in every demo: two demo wards never hold the same statement. */
export function idsFrom(random: (bytes: number) => Uint8Array): NewId {
  return (seconds) => uuidV7(Math.round(seconds * 1000), random(10));
}
