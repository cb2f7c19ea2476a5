import { countIn, stepOf, type AmendmentCase } from "./amendment-case.ts";
import { quorumOf, votesNeeded } from "./law.ts";

/** What was counted on a draft, at the meeting or by ballots, never of both together. */
export interface VoteCount {
  readonly by: "result" | "ballots";
  readonly date: string;
  readonly agreed: number;
  /** All households of the khu phố. */
  readonly households: number;
  readonly needed: number;
  readonly adopted: boolean;
}

/** Who was at the meeting that counts. */
export interface Attendance {
  readonly date: string;
  readonly households: number;
  readonly present: number;
  readonly needed: number;
  readonly hasQuorum: boolean;
}

/** The attendance that counts; null before the meeting. */
export function attendanceOf(file: Pick<AmendmentCase, "steps">): Attendance | null {
  const meeting = stepOf(file, "meeting");
  if (!meeting) return null;
  const households = countIn(meeting.figures, "households") ?? 0;
  const present = countIn(meeting.figures, "present") ?? 0;
  const needed = quorumOf(households);
  return { date: meeting.date, households, present, needed, hasQuorum: households > 0 && present >= needed };
}

/**
 * The count that decides: the show of hands at a meeting with its quorum, or ballots after one without. Only its own numbers are
 * in it: whoever agreed elsewhere, by a pledge, an opinion or at another meeting, is not.
 */
export function voteCount(file: Pick<AmendmentCase, "steps" | "money">): VoteCount | null {
  const counted = stepOf(file, "result") ?? stepOf(file, "ballots");
  const attendance = attendanceOf(file);
  if (!counted || !attendance || (counted.step !== "result" && counted.step !== "ballots")) return null;
  const { households } = attendance;
  const agreed = countIn(counted.figures, "agreed") ?? 0;
  const needed = votesNeeded(households, file.money);
  return {
    by: counted.step,
    date: counted.date,
    agreed,
    households,
    needed,
    adopted: households > 0 && agreed >= needed,
  };
}

/** Where a file stands. */
export type AmendmentState =
  | "underWay"
  | "noQuorum"
  | "notAdopted"
  | "adopted"
  | "refused"
  | "recognised"
  | "inForce"
  | "ended";

/** Reads off the steps that count where a file stands. */
export function stateOf(file: Pick<AmendmentCase, "steps" | "money">): AmendmentState {
  if (stepOf(file, "ended")) return "ended";
  if (stepOf(file, "force")) return "inForce";
  const decision = stepOf(file, "decision");
  if (decision) return decision.figures["outcome"] === "recognised" ? "recognised" : "refused";
  const count = voteCount(file);
  if (count) return count.adopted ? "adopted" : "notAdopted";
  const attendance = attendanceOf(file);
  return attendance && !attendance.hasQuorum ? "noQuorum" : "underWay";
}
