import type { HouseholdRecord } from "../household-facts.ts";
import { startOfDay } from "../household/status.ts";
import { REQUEST_CHANNELS, REQUEST_KINDS } from "../kinds/request-made.ts";

/** A right over one's data. */
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** What the ward did: it will do it, it has done it, or it cannot, and said why. */
export const REQUEST_OUTCOMES = ["accepted", "done", "refused"] as const;
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];

/** What a household asks of its data, and what the ward answered. Times in seconds. */
export interface DataRequest {
  readonly jti: string;
  readonly kid: string;
  readonly seq: number | null;
  readonly kind: RequestKind;
  /** How it came; `app` from the household's own phone. */
  readonly channel: (typeof REQUEST_CHANNELS)[number] | "app";
  /** When it was made: of one that was written down later, the day on which it came. */
  readonly at: number;
  /** Whether `at` is only about right. */
  readonly approximate: boolean;
  readonly text: string | undefined;
  /** Whether what it was about was erased since: nobody waits for it any more. */
  readonly erased?: true;
  /** The last answer; null while there is none. */
  readonly answer: {
    readonly outcome: RequestOutcome;
    readonly at: number;
    readonly text: string | undefined;
  } | null;
}

/** The requests among a household's records, the oldest first, with their last answers. */
export function requestsIn(records: readonly HouseholdRecord[]): DataRequest[] {
  const answers = new Map<string, NonNullable<DataRequest["answer"]>>();
  for (const { type, sub, at, body, personal } of records.toSorted((a, b) => a.at - b.at)) {
    if (type !== "request.answered") continue;
    // A word of a later version: whatever it says, somebody has answered.
    const outcome = REQUEST_OUTCOMES.find((one) => one === body["outcome"]) ?? "done";
    answers.set(sub, { outcome, at, text: textIn(personal["text"]) });
  }
  return records
    .filter(({ type }) => type === "request.made")
    .flatMap(({ jti, kid, seq, at, approximate = false, erasedAt = 0, body, personal }): DataRequest[] => {
      const kind = REQUEST_KINDS.find((one) => one === body["kind"]);
      if (!kind) return [];
      const channel = REQUEST_CHANNELS.find((one) => one === body["channel"]) ?? "app";
      const on = typeof body["on"] === "string" ? startOfDay(body["on"]) : at;
      // Nobody writes down what is yet to come.
      const made = Math.min(on, at);
      const text = textIn(personal["text"]);
      const erased = erasedAt < at ? {} : { erased: true as const };
      const when = { at: made, approximate: approximate && made === at };
      return [{ jti, kid, seq, kind, channel, ...when, text, answer: answers.get(jti) ?? null, ...erased }];
    })
    .sort((a, b) => a.at - b.at);
}

function textIn(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
