import { toNumber } from "../../domain/words/paper-fields.ts";
import type { Chance } from "./chance.ts";
import type { Meeting } from "./hold-meetings.ts";
import { DAY, dateOf, HOUR, hourOf, MINUTE, officeTime } from "./hours.ts";
import { neighbourhoodOf, OFFICE } from "./people.ts";
import type { DemoHousehold } from "./plan-visits.ts";
import type { NewId, Utterance } from "./utterance.ts";
import type { Encounter } from "./walk-rounds.ts";

/** An opinion of demo/y-kien.json, with what the ward said to it. */
export interface DemoOpinion {
  readonly area: string;
  readonly article?: string | undefined;
  readonly channel: string;
  readonly text: string;
  readonly answer?: string | undefined;
  readonly status: string;
  readonly publicQuestion?: string | undefined;
  readonly publicAnswer?: string | undefined;
}

/** A household that has its own phone in the ward. */
export interface HouseholdPhone {
  readonly by: string;
  readonly household: DemoHousehold;
  /** Seconds. */
  readonly enrolledAt: number;
}

/** Opinions and answers, and the phones that some came by. */
export interface GatheredOpinions {
  readonly utterances: readonly Utterance[];
  readonly phones: readonly HouseholdPhone[];
}

interface Source {
  readonly encounters: readonly Encounter[];
  readonly meetings: readonly Meeting[];
  readonly now: number;
  readonly chance: Chance;
  readonly newId: NewId;
}

/** Gives each opinion to a household at its door or on its own phone, or to a meeting, and answers it some days later. */
export function gatherOpinions(opinions: readonly DemoOpinion[], source: Source): GatheredOpinions {
  const { now, chance, newId } = source;
  const free = chance.shuffle(source.encounters.filter((one) => hasTalked(one, now)));
  const phones: HouseholdPhone[] = [];
  const utterances = opinions.flatMap((opinion): Utterance[] => {
    const given = giveOpinion(opinion);
    const days = Math.ceil((given.sentAt - now) / DAY) + chance.between(2, 5);
    const answered = Math.max(officeTime(now, days, chance), given.sentAt + HOUR);
    return [given, ...answerOpinion(opinion, given, answered, newId)];
  });
  return { utterances, phones };

  function giveOpinion({ area, article, channel, text, publicQuestion }: DemoOpinion): Utterance {
    const meeting = channel === "meeting" ? source.meetings.find((one) => one.area === area) : undefined;
    const body = {
      channel,
      ...(article === undefined ? {} : { article: toNumber(article) }),
      // Only what its giver agreed to is printed.
      ...(publicQuestion === undefined ? {} : { publish: true }),
    };
    const say = (by: string, at: number, sentAt: number, sub: string, personal: object): Utterance => ({
      by,
      at,
      sentAt,
      draft: {
        jti: newId(at),
        type: "opinion.given",
        sub,
        body,
        personal: {
          text,
          ...personal,
        },
      },
    });
    if (meeting) return say(meeting.by, meeting.to + 5 * MINUTE, meeting.sentAt, area, {});
    const [encounter] = free.splice(
      free.findIndex(({ household }) => neighbourhoodOf(household.area) === area),
      1,
    );
    if (!encounter) throw new Error(`nobody in ${area} was met who could say something`);
    const { household, to, by, sentAt } = encounter;
    if (channel === "door") return say(by, to + 20, sentAt, household.id, { by: household.head });
    // The volunteer shows how to read the handbook on one's own phone; some evenings later the household writes.
    const phone = { by: `phone-${phones.length + 1}`, household, enrolledAt: sentAt + HOUR / 2 };
    phones.push(phone);
    const at = hourOf(sentAt, 2, 20) + chance.between(0, HOUR);
    return say(phone.by, at, at + chance.between(2, 40), household.id, {});
  }
}

/** Whether there was time to talk, long enough ago for an answer, and not so long that the list was not there yet. */
function hasTalked({ outcome, sentAt }: Encounter, now: number): boolean {
  const days = (now - sentAt) / DAY;
  return (outcome === "signed" || outcome === "given") && days > 10 && days < 36;
}

function answerOpinion(opinion: DemoOpinion, given: Utterance, at: number, newId: NewId): Utterance[] {
  const { status, answer, publicQuestion, publicAnswer } = opinion;
  const { jti, sub } = given.draft;
  const office = { by: OFFICE.id, at, sentAt: at + 20 };
  const said: Utterance[] = [];
  if (status === "forwarded") {
    const body = { to: "UBND Phường 3", on: dateOf(at) };
    said.push({ ...office, draft: { jti: newId(at), type: "opinion.forwarded", sub: jti, in: sub, body } });
    if (answer === undefined) return said;
  }
  const shown =
    publicQuestion === undefined || publicAnswer === undefined
      ? {}
      : { public: { question: publicQuestion, answer: publicAnswer } };
  const body = { status, ...shown };
  said.push({
    ...office,
    at: at + 5,
    draft: { jti: newId(at + 5), type: "opinion.answered", sub: jti, in: sub, body, personal: { answer } },
  });
  return said;
}
