import { countIn, stepOf, type AmendmentCase, type Step, type TakenStep } from "./amendment-case.ts";
import { daysLate } from "./deadlines.ts";
import { LAW } from "./law.ts";

/** What the law wants of a step that was recorded without it. It can be made good by saying the step anew. */
export type Missing =
  | "front"
  | "noOpinions"
  | "documents"
  | "clusters"
  | "discussed"
  | "chair"
  | "frontHead"
  | "firstHousehold"
  | "secondHousehold"
  | "reasons"
  | "sentToHead"
  | "sentToFront"
  | "late";

/** What is missing of a recorded step; nothing where it is whole. */
export function missingOf(file: Pick<AmendmentCase, "steps" | "money">, taken: TakenStep): Missing[] {
  const missing = [...LOOKS[taken.step](file, taken)];
  return daysLate(file, taken.step, taken.date) > 0 ? [...missing, "late"] : missing;
}

type Look = (file: Pick<AmendmentCase, "steps">, taken: TakenStep) => readonly Missing[];

const LOOKS: Readonly<Record<Step, Look>> = {
  proposal: (_, { figures }) => unless("front", figures["by"] !== "head" || figures["front"] === true),
  posting: () => [],
  opinions: () => [],
  notice(file, { figures }) {
    const households = householdsOf(file) ?? countIn(figures, "households") ?? 0;
    const inClusters = households < LAW.clustersFrom || (countIn(figures, "clusters") ?? 1) > 1;
    return [...unless("documents", figures["documents"] === true), ...unless("clusters", inClusters)];
  },
  meeting: (file) => unless("noOpinions", stepOf(file, "opinions") !== undefined),
  result: () => [],
  ballots: () => [],
  minutes: (_, { personal }) =>
    (["discussed", "chair", "frontHead", "firstHousehold", "secondHousehold"] as const).filter(
      (name) => (personal[name] ?? "").trim() === "",
    ),
  request: () => [],
  decision: (_, { figures }) =>
    unless("reasons", figures["outcome"] !== "refused" || figures["reasons"] === true),
  force: (_, { figures }) => [
    ...unless("sentToHead", figures["sentToHead"] === true),
    ...unless("sentToFront", figures["sentToFront"] === true),
  ],
  ended: () => [],
};

/** How many households the khu phố has, by the meeting or by the proposal; null where nobody has said. */
export function householdsOf(file: Pick<AmendmentCase, "steps">): number | null {
  const meeting = stepOf(file, "meeting");
  const proposal = stepOf(file, "proposal");
  return (
    (meeting && countIn(meeting.figures, "households")) ??
    (proposal ? countIn(proposal.figures, "households") : null)
  );
}

function unless(missing: Missing, isThere: boolean): readonly Missing[] {
  return isThere ? [] : [missing];
}
