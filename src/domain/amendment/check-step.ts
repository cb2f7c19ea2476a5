import {
  countIn,
  stepOf,
  STEPS,
  textIn,
  type AmendmentCase,
  type NewStep,
  type Refusal,
  type RefusalCode,
  type Step,
} from "./amendment-case.ts";
import { attendanceOf, voteCount } from "./count.ts";
import { addDays, meetingDay, postedUntil, proposalEnds } from "./deadlines.ts";
import { LAW, quorumOf, supportNeeded, votesNeeded } from "./law.ts";

type File = Pick<AmendmentCase, "steps" | "money">;

/**
 * Why a step cannot count in a file, each with the field to look at; none where it can. That it comes late is no reason: it
 * happened. `today` as `2026-11-18` where something is about to be recorded.
 */
export function refusalsOf(file: File, next: NewStep, today?: string): Refusal[] {
  const order = orderRefusals(file, next, today);
  return order.length > 0 ? order : CHECKS[next.step](file, next);
}

/** Where a step stands among the others; the count of a meeting and of ballots stand in one place. */
export function rankOf(step: Step): number {
  return STEPS.indexOf(step === "ballots" ? "result" : step);
}

function orderRefusals(file: File, { step, date }: NewStep, today?: string): Refusal[] {
  if (date === "") return [refuse("noDate", "date")];
  if (today !== undefined && date > today) return [refuse("future", "date", { today })];
  if (stepOf(file, "ended") || stepOf(file, "force")) return [refuse("closed", "step")];
  const isRefused = stepOf(file, "decision")?.figures["outcome"] === "refused";
  if (voteCount(file)?.adopted && !isRefused && rankOf(step) <= rankOf("result") && step !== "opinions")
    return [refuse("adoptedAlready", "step")];
  const needed = NEEDED[step].find((one) => !stepOf(file, one));
  if (needed) return [refuse("noStep", "step", { needed })];
  // A step that starts anew comes after all that it overtakes; the opinions are collected beside the others.
  const earlier = file.steps.filter((one) => {
    if (step === "opinions") return one.step === "posting";
    return one.step !== "opinions" && (step !== "minutes" || rankOf(one.step) < rankOf("minutes"));
  });
  const last = earlier.toSorted((a, b) => (a.date < b.date ? 1 : -1))[0];
  return last && date < last.date ? [refuse("before", "date", { needed: last.step, date: last.date })] : [];
}

/** What has to be recorded before. */
const NEEDED: Readonly<Record<Step, readonly Step[]>> = {
  proposal: [],
  posting: ["proposal"],
  opinions: ["posting"],
  notice: ["posting"],
  meeting: ["notice"],
  result: ["meeting"],
  ballots: ["meeting"],
  minutes: ["meeting"],
  request: [],
  decision: ["request"],
  force: ["decision"],
  ended: [],
};

const CHECKS: Readonly<Record<Step, (file: File, next: NewStep) => Refusal[]>> = {
  proposal: checkProposal,
  posting: checkPosting,
  opinions(file, { date }) {
    const until = postedUntil(file) ?? date;
    return date < until ? [refuse("collectingTooShort", "date", { days: LAW.postingDays, date: until })] : [];
  },
  notice: checkNotice,
  meeting: checkMeeting,
  result: checkResult,
  ballots: checkBallots,
  minutes: () => [],
  request: checkRequest,
  decision(_, { figures }) {
    const { outcome } = figures;
    if (outcome !== "recognised" && outcome !== "refused") return [refuse("lacking", "outcome")];
    return textIn(figures, "number").trim() === "" ? [refuse("lacking", "number")] : [];
  },
  force(file) {
    const isRecognised = stepOf(file, "decision")?.figures["outcome"] === "recognised";
    return isRecognised ? [] : [refuse("notRecognised", "step")];
  },
  ended: () => [],
};

function checkProposal(_: File, { figures }: NewStep): Refusal[] {
  if (figures["by"] === "head") return [];
  if (figures["by"] !== "citizens") return [refuse("lacking", "by")];
  const households = countIn(figures, "households");
  const supporters = countIn(figures, "supporters");
  if (!households) return [refuse("lacking", "households")];
  if (supporters === null) return [refuse("lacking", "supporters")];
  if (supporters > households) return [refuse("tooManySupporters", "supporters", { supporters, households })];
  const needed = supportNeeded(households);
  if (supporters >= needed || figures["frontAgrees"] === true) return [];
  return [refuse("fewSupporters", "supporters", { supporters, households, needed })];
}

function checkPosting(file: File, { date, draft, figures }: NewStep): Refusal[] {
  const ends = proposalEnds(file);
  if (ends !== null && date > ends) return [refuse("proposalExpired", "date", { date: ends })];
  const articles = draft?.chapters.flatMap((chapter) => chapter.articles) ?? [];
  if (articles.length === 0) return [refuse("noDraft", "draft")];
  return figures["house"] === true ? [] : [refuse("notPosted", "house")];
}

function checkNotice(file: File, { date, figures }: NewStep): Refusal[] {
  const day = textIn(figures, "meetingDate");
  if (day === "") return [refuse("lacking", "meetingDate")];
  const earliest = addDays(date, LAW.noticeDays);
  if (day < earliest) return [refuse("shortNotice", "meetingDate", { days: LAW.noticeDays, date: earliest })];
  const until = postedUntil(file);
  if (until === null || day >= until) return [];
  return [refuse("meetingTooSoon", "meetingDate", { days: LAW.postingDays, date: until })];
}

function checkMeeting(file: File, { date, figures }: NewStep): Refusal[] {
  const announced = meetingDay(file);
  if (announced !== null && date !== announced) return [refuse("otherDay", "date", { date: announced })];
  const households = countIn(figures, "households");
  const present = countIn(figures, "present");
  if (!households) return [refuse("lacking", "households")];
  if (present === null) return [refuse("lacking", "present")];
  return present > households ? [refuse("tooManyPresent", "present", { present, households })] : [];
}

function checkResult(file: File, { figures }: NewStep): Refusal[] {
  const attendance = attendanceOf(file);
  if (!attendance?.hasQuorum) {
    const { present = 0, households = 0 } = attendance ?? {};
    return [refuse("noQuorum", "step", { present, households, needed: quorumOf(households) })];
  }
  const [agreed, against] = [countIn(figures, "agreed"), countIn(figures, "against") ?? 0];
  if (agreed === null) return [refuse("lacking", "agreed")];
  const { present } = attendance;
  if (agreed + against > present)
    return [refuse("tooManyVotes", "agreed", { votes: agreed + against, present })];
  return outcomeRefusals(file, figures, agreed, attendance.households);
}

function checkBallots(file: File, { figures }: NewStep): Refusal[] {
  const attendance = attendanceOf(file);
  if (!attendance) return [refuse("noStep", "step", { needed: "meeting" })];
  const { present, households, hasQuorum } = attendance;
  if (hasQuorum) return [refuse("hadQuorum", "step", { present, households })];
  const { least, most } = LAW.team;
  const team = countIn(figures, "team") ?? 0;
  if (team < least || team > most) return [refuse("team", "team", { team, least, most })];
  const witnesses = countIn(figures, "witnesses") ?? 0;
  if (witnesses < LAW.witnesses)
    return [refuse("witnesses", "witnesses", { witnesses, needed: LAW.witnesses })];
  const [handedOut, returned, agreed] = [
    countIn(figures, "handedOut"),
    countIn(figures, "returned"),
    countIn(figures, "agreed"),
  ];
  if (handedOut === null) return [refuse("lacking", "handedOut")];
  if (handedOut > households) return [refuse("tooManyHandedOut", "handedOut", { handedOut, households })];
  if (returned === null) return [refuse("lacking", "returned")];
  if (returned > handedOut) return [refuse("tooManyReturned", "returned", { returned, handedOut })];
  if (agreed === null) return [refuse("lacking", "agreed")];
  const others = (countIn(figures, "against") ?? 0) + (countIn(figures, "invalid") ?? 0);
  if (agreed + others > returned)
    return [refuse("tooManyBallots", "agreed", { ballots: agreed + others, returned })];
  return outcomeRefusals(file, figures, agreed, households);
}

/** What was announced must be what the count says: more than half of all households, whoever came. */
function outcomeRefusals(
  { money }: File,
  { outcome }: NewStep["figures"],
  agreed: number,
  households: number,
): Refusal[] {
  const needed = votesNeeded(households, money);
  const values = { agreed, households, needed };
  if (outcome === "adopted") return agreed >= needed ? [] : [refuse("notEnough", "outcome", values)];
  if (outcome === "notAdopted") return agreed < needed ? [] : [refuse("isEnough", "outcome", values)];
  return [refuse("lacking", "outcome")];
}

function checkRequest(file: File, { figures }: NewStep): Refusal[] {
  const count = voteCount(file);
  if (!count?.adopted) {
    const { agreed = 0, households = 0, needed = 0 } = count ?? {};
    return [
      refuse(count ? "notAdopted" : "noStep", "step", {
        agreed,
        households,
        needed: count ? needed : "result",
      }),
    ];
  }
  if (!stepOf(file, "minutes")) return [refuse("noStep", "step", { needed: "minutes" })];
  const isWhole = ["letter", "minutes", "text"].every((name) => figures[name] === true);
  return isWhole ? [] : [refuse("papersMissing", "papers")];
}

function refuse(code: RefusalCode, field: string, values: Refusal["values"] = {}): Refusal {
  return { code, field, values };
}
