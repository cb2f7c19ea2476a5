import type { Changes } from "./changes.ts";
import type { Facts } from "./facts.ts";

/** The state of a judgement: the facts, brought forward by every verdict, and what is to be written. */
export interface Judgement {
  readonly facts: Facts;
  readonly changes: Changes;
  /** Milliseconds: the time of receipt of all that is judged here. */
  readonly at: number;
  /** Ids of statements by which the ward would speak with a key that is not here. */
  readonly foreign: ReadonlySet<string>;
}
