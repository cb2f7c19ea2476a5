import { err, type Result } from "../../domain/result.ts";
import type { Asked, CallError, Live } from "../api/phone.ts";
import { hold, type Held } from "../store/live.ts";
import type { Parts } from "../store/parts.ts";

/** Asks a question in each ward, and lets screens follow the last answer. */
export interface Question<T> {
  readonly ask: (ward: string) => Promise<void>;
  readonly live: (ward: string) => Live<Asked<T>>;
}

/** `question` asks once; `seconds` tells the time. Whoever asks while it is under way gets the same answer. */
export function createQuestion<T>(
  question: (ward: string) => Promise<Result<T, CallError>>,
  seconds: (ward: string) => number,
): Question<T> {
  const answers = new Map<string, Held<Asked<T>>>();
  const running = new Map<string, Promise<void>>();

  function answerOf(ward: string): Held<Asked<T>> {
    const known = answers.get(ward) ?? hold<Asked<T>>({ value: null, at: null, problem: null });
    answers.set(ward, known);
    return known;
  }

  async function askOnce(ward: string): Promise<void> {
    const told = await question(ward);
    const answer = answerOf(ward);
    answer.set(
      told.ok
        ? { value: told.value, at: seconds(ward), problem: null }
        : { ...answer.get(), problem: told.error },
    );
  }

  return {
    ask(ward) {
      const asking = running.get(ward) ?? askOnce(ward).finally(() => running.delete(ward));
      running.set(ward, asking);
      return asking;
    },
    live: (ward) => answerOf(ward).live,
  };
}

/** The same where what asks is fetched when somebody first wants to know. */
export function fetchedQuestion<T>(
  parts: Parts,
  load: () => Promise<(parts: Parts, ward: string) => Promise<Result<T, CallError>>>,
): Question<T> {
  return createQuestion(async (ward) => {
    const question = await load().catch(() => null);
    return question ? question(parts, ward) : err("unreachable");
  }, parts.clock.seconds);
}
