/**
 * What the law asks of a change to a covenant: Nghị định 61/2023/NĐ-CP, and Luật 10/2022/QH15 with Nghị định 59/2023/NĐ-CP for
 * how a community decides.
 */
export const LAW = {
  /** Households that stand behind citizens' own proposal: one in so many of all. */
  proposalShare: 10,
  /** Months in which the collected support of citizens holds. */
  proposalMonths: 3,
  /** Days for which the draft is posted, at least. */
  postingDays: 30,
  /** Days before the meeting by which it is announced, at least. */
  noticeDays: 2,
  /** From so many households on the meeting is held in clusters. */
  clustersFrom: 200,
  /** People who go from door to door with ballots. */
  team: { least: 3, most: 5 },
  /** Households that witness the count. */
  witnesses: 2,
  /** Working days for sending the request to the commune's People's Committee. */
  requestDays: 5,
  /** Working days for its decision. */
  decisionDays: 5,
  /** Working days in which the decision is sent to the head and to the Front. */
  sendingDays: 2,
  /** Working days in which the People's Committee suspends a covenant after it was told of the case, and abolishes one. */
  haltDays: { suspended: 3, abolished: 5 },
} as const;

/** How many households have to be at a meeting: more than half of all. */
export function quorumOf(households: number): number {
  return Math.floor(households / 2) + 1;
}

/** How many of all households have to agree: more than half, and two thirds where residents are to pay. */
export function votesNeeded(households: number, money: boolean): number {
  return money ? Math.ceil((households * 2) / 3) : quorumOf(households);
}

/** How many households have to stand behind a proposal of citizens. */
export function supportNeeded(households: number): number {
  return Math.ceil(households / LAW.proposalShare);
}
