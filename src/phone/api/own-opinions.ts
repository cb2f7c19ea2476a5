import { isRecord } from "../../domain/jws.ts";
import type { OPINION_KINDS } from "../../domain/kinds/opinion-given.ts";

/** An opinion that somebody without an account has given, or is about to give, on this phone. */
export interface OwnOpinion {
  /** By it the ward tells what became of it. */
  readonly code: string;
  readonly area: string;
  readonly article: number | string | undefined;
  /** Id of the change whose posted draft it is about. */
  readonly amendment?: string | undefined;
  /** "" of one that was given on another phone. */
  readonly text: string;
  readonly by: string | undefined;
  readonly kind?: (typeof OPINION_KINDS)[number] | undefined;
  /** Whether it may be printed with its answer, without a name. */
  readonly publish?: boolean | undefined;
  readonly consent: string;
  /** Seconds. */
  readonly at: number;
  /** `kept`: the ward has not got it; `refused` and `taken` are the office's words; `unfit`: the ward cannot take such a one. */
  readonly state: "kept" | "held" | "taken" | "refused" | "unknown" | "unfit";
  readonly reason?: string | undefined;
  readonly status?: string | undefined;
  readonly answer?: string | undefined;
  readonly forwarded?: { readonly to: string; readonly on: string } | undefined;
}

/** An opinion as its writer leaves it. */
export interface NewOpinion {
  readonly area: string;
  readonly article?: number | string;
  readonly amendment?: string;
  readonly text: string;
  readonly by?: string;
  readonly kind?: "question" | "proposal" | "report";
  /** Whether it may be printed with its answer, without a name. */
  readonly publish?: boolean;
  /** Version of the words that were agreed to. */
  readonly consent: string;
}

/** Key of the draft that holds a ward's own opinions. */
export function ownOpinionsKey(ward: string): string {
  return `own-opinions/${ward}`;
}

/** The opinions that a draft holds, the oldest first. */
export function readOwnOpinions(draft: unknown): readonly OwnOpinion[] {
  if (!Array.isArray(draft)) return [];
  return draft.filter((one): one is OwnOpinion => isRecord(one) && typeof one["code"] === "string");
}
