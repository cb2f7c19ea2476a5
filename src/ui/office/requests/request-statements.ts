import type { DataRequest, RequestKind, RequestOutcome } from "../../../domain/matters/data-requests.ts";
import type { AnswerWord } from "../../../domain/matters/crossing.ts";
import type { Draft } from "../../../domain/statement.ts";
import { overOpen } from "../say-again.ts";

/** What the office answers to a request, and what it does in the same act. */
export interface RequestAnswer {
  readonly outcome: RequestOutcome;
  readonly text: string;
  /** Of a withdrawal: the purposes that are agreed to no more; empty where that is not recorded with it. */
  readonly purposes: readonly string[];
  /** Of an erasure: whether the household's data go now. */
  readonly erase: boolean;
}

/**
 * The statements of an answer. Erasures come last, since they take the words of the answer along: one covers what was said of
 * one household, and of those that were merged into this one it says nothing (PROTOCOL.md §2, `data.erased`). `words` are
 * those that were answered before.
 */
export function answeringRequest(
  { jti, kind }: Pick<DataRequest, "jti" | "kind">,
  words: readonly AnswerWord[],
  { household, merged }: { readonly household: string; readonly merged: readonly string[] },
  { outcome, text, purposes, erase }: RequestAnswer,
): readonly Draft[] {
  const answer: Draft = {
    type: "request.answered",
    sub: jti,
    in: household,
    body: { outcome, over: overOpen(words) },
    personal: text === "" ? {} : { text },
  };
  const withdrawn: Draft = { type: "consent.withdrawn", sub: household, body: { purposes } };
  const erased = [household, ...merged].map((sub): Draft => ({ type: "data.erased", sub, body: {} }));
  return [
    answer,
    ...(kind === "withdraw" && purposes.length > 0 ? [withdrawn] : []),
    ...(kind === "erase" && erase ? erased : []),
  ];
}

/** A request that came to the office by another way than the household's own phone. */
export function requestFrom({ household, kind, channel, on, text }: WrittenRequest): Draft {
  return {
    type: "request.made",
    sub: household,
    body: { kind, channel, on },
    personal: text === "" ? {} : { text },
  };
}

export interface WrittenRequest {
  readonly household: string;
  readonly kind: RequestKind;
  readonly channel: Exclude<DataRequest["channel"], "app">;
  /** `2026-11-18`. */
  readonly on: string;
  readonly text: string;
}
