import type { Chance } from "./chance.ts";
import { drawSignature } from "./draw-signature.ts";
import { MINUTE } from "./hours.ts";
import { neighbourhoodOf } from "./people.ts";
import { isAwayByDay } from "./plan-visits.ts";
import { signerOf } from "./signer-of.ts";
import type { NewId, Utterance } from "./utterance.ts";
import type { Encounter } from "./walk-rounds.ts";

/** What of the campaign is needed to say something at a door. */
export interface DoorCampaign {
  readonly id: string;
  readonly editions: Readonly<Record<string, number | string>>;
  readonly items: readonly { readonly id: string }[];
  readonly consent: { readonly version: number | string };
}

/** What recording takes from around it. */
export interface Around {
  readonly campaign: DoorCampaign;
  readonly chance: Chance;
  readonly newId: NewId;
}

/** What a volunteer's phone records of one encounter, in order. */
export function recordEncounter(encounter: Encounter, around: Around): Utterance[] {
  const { household, by, outcome, from, to, sentAt, givenBefore } = encounter;
  const { chance, newId, campaign } = around;
  const said: Utterance[] = [];

  function say(at: number, type: string, body: object, personal: object = {}): void {
    said.push({
      by,
      at,
      sentAt,
      draft: { jti: newId(at), type, sub: household.id, body: { ...body }, personal: { ...personal } },
    });
  }

  const edition = campaign.editions[neighbourhoodOf(household.area)] ?? 1;
  const leaves =
    outcome === "signed" ||
    outcome === "given" ||
    ((outcome === "again" || outcome === "refused") && chance.falls(0.5));
  if (leaves && !givenBefore) say(from + MINUTE, "handbook.delivered", { edition, how: "hand" });
  if (outcome === "absent")
    say(to, "visit.logged", { outcome }, { note: chance.falls(0.3) ? chance.pick(ABSENT) : undefined });
  if (outcome === "refused") say(to, "visit.logged", { outcome }, { note: chance.pick(REFUSED) });
  if (outcome === "again") {
    const note = isAwayByDay(household) ? `${household.note}, hẹn tối ghé lại` : chance.pick(AGAIN);
    say(to, "visit.logged", { outcome: "comeBack", at: encounter.appointment }, { note });
  }
  if (outcome === "signed") said.push(...recordPledge(encounter, edition, around));
  return said;
}

/** Consent and pledge as one act, on the glass. */
export function recordPledge(
  { household, by, to, sentAt }: Encounter,
  edition: number | string,
  { campaign, chance, newId }: Around,
): Utterance[] {
  const { signer, relation } = signerOf(household.head, chance);
  const declined: string[] = chance.falls(0.05) ? [chance.pick(DECLINED)] : [];
  const agreed = campaign.items.map(({ id }) => id).filter((id) => !declined.includes(id));
  const [consent, pledge] = [newId(to), newId(to)];
  const purposes = chance.falls(0.25) ? ["record", "photo"] : ["record"];
  const about = { by, at: to, sentAt };
  return [
    {
      ...about,
      draft: {
        jti: consent,
        type: "consent.given",
        sub: household.id,
        body: {
          purposes,
          version: campaign.consent.version,
          at: to,
        },
        personal: { by: signer },
      },
    },
    {
      ...about,
      draft: {
        jti: pledge,
        type: "pledge.signed",
        sub: household.id,
        body: {
          campaign: campaign.id,
          edition,
          agreed,
          declined,
          medium: "screen",
          consent,
        },
        personal: {
          signer,
          relation,
          strokes: drawSignature(chance),
        },
      },
    },
  ];
}

/** A wrong mark, made at the gate before the right house and taken back there; the diary shows both. */
export function recordSlip({ household, by, from, sentAt }: Encounter, { newId }: Around): Utterance[] {
  const [at, noticed] = [from - 50, from - 20];
  const slip = newId(at);
  const wrong = { jti: slip, type: "visit.logged", sub: household.id, body: { outcome: "absent" } };
  return [
    { by, at, sentAt, draft: wrong },
    { by, at: noticed, sentAt, draft: retract(newId(noticed), slip, household.id) },
  ];
}

/** A pledge signed by the wrong hand and taken back at the table; the household signs anew. */
export function recordCorrection(encounter: Encounter, pledge: Utterance, around: Around): Utterance[] {
  const { by, sentAt, draft } = pledge;
  const noticed = pledge.at + MINUTE;
  const retraction = { by, at: noticed, sentAt, draft: retract(around.newId(noticed), draft.jti, draft.sub) };
  const edition = draft.body["edition"] as number | string;
  return [retraction, ...recordPledge({ ...encounter, to: noticed + MINUTE }, edition, around)];
}

function retract(jti: string, target: string, household: string): Utterance["draft"] {
  return { jti, type: "statement.retracted", sub: target, in: household, body: { reason: "mistake" } };
}

const DECLINED = ["lane", "waste", "roads", "feast"] as const;
const ABSENT = [
  "Cửa đóng, gọi không ai thưa",
  "Hàng xóm nói cả nhà về quê",
  "Có mấy đứa nhỏ ở nhà, người lớn đi vắng",
] as const;
const AGAIN = [
  "Đang bận đám giỗ, hẹn bữa khác",
  "Chủ nhà đi vắng, con ở nhà không dám ký thay",
  "Muốn đọc sổ tay trước rồi mới ký",
] as const;
const REFUSED = [
  "Để bàn lại với người nhà đã",
  "Chưa chịu khoản rác, muốn hỏi thêm giờ xe",
  "Nói trong lòng ủng hộ nhưng không muốn ký",
] as const;
