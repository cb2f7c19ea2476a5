import type { Statement } from "../../domain/statement.ts";
import type { Verdict } from "../../wire/answers.ts";
import type { MembershipRow, StatementRow, StoredStanding } from "../store/rows.ts";

/** `stale`: the membership was not as expected, nothing was done. `twice`: statements under these ids are kept already. */
export type AppendError = "stale" | "twice";

/** Everything that may change what this phone keeps of a ward, in the words of what happened. */
export interface Change {
  readonly ward: string;
  /** The membership before and after; null refuses the whole change, because something else came between. */
  readonly membership: (before: MembershipRow | undefined) => MembershipRow | null;
  /** What was said here or heard from the ward. */
  readonly arrivals?: readonly Arrival[];
  /** The arrivals are all that this phone may see of the log up to this number, beside what it has. */
  readonly readTo?: number;
  /** What the ward answered to what was sent. */
  readonly verdicts?: readonly Judged[];
  /** The records of the verdicts, as they were read for the sending: worth nothing once anything else was kept. */
  readonly sent?: Sent;
  /** The second reading is over: it takes the place of the copy in use. */
  readonly switching?: Switching;
  /** Photos that statements among the arrivals name. */
  readonly attachments?: readonly Attached[];
  /** Draft that has become these statements. */
  readonly draft?: string | undefined;
  /** Everything is folded anew: the app has learnt new kinds. */
  readonly rebuild?: boolean;
}

/** A statement that comes in. */
export interface Arrival {
  readonly statement: Statement;
  readonly seq: number | null;
  /** Milliseconds: time of receipt by the ward. */
  readonly at: number | null;
  readonly standing: StoredStanding;
}

/** A photo, and the statement that names it. */
export interface Attached {
  readonly jti: string;
  readonly sha256: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What became of one statement. */
export interface Judged {
  readonly jti: string;
  readonly verdict: Verdict;
  /** Milliseconds: time of receipt by the ward, where its answer told as much as a page would; null where a page has yet to. */
  readonly at?: number | null;
}

/** Records that were sent, as they were read: all of it holds while the membership's `turn` is the same. */
export interface Sent {
  readonly turn: number;
  readonly rows: readonly StatementRow[];
  /** How many waited for the ward, these among them: unsent or held. */
  readonly waiting: number;
}

/** What becomes of that part of the copy in use which did not come again. */
export interface Switching {
  /** The log has lost it: send it again. Otherwise it is out of sight: delete it, unless it is this phone's own and in no backup yet. */
  readonly lost: boolean;
  /** Whether sight has changed, so that personal fields which did not come again go, too. */
  readonly narrowed: boolean;
}
