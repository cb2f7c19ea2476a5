import * as v from "valibot";
import { isStatementId } from "../../domain/ids.ts";
import type { Campaign } from "../../domain/ward-facts.ts";
import { MOST_PATH_BYTES } from "./stroke-path.ts";

/** A pledge while it is being filled in. */
export interface PledgeDraft {
  /** Ids of what will be said: however often it is said, it is kept once. */
  readonly ids: { readonly delivery: string; readonly consent: string; readonly pledge: string };
  readonly step: Step;
  readonly campaign: string;
  /** All that was asked when it was filled in, word by word; empty until somebody begins, or where an older version did. */
  readonly asked: readonly string[];
  /** Whether the ward has changed the words since, and nobody has gone on from there or signed. */
  readonly reasked: boolean;
  /** Ids of items that the household agreed to. */
  readonly agreed: readonly string[];
  readonly signer: string;
  readonly relation: Relation;
  /** In the household's words, for `other`. */
  readonly relationText: string;
  /** Ids of purposes that the household consented to. */
  readonly purposes: readonly string[];
  /** Seconds: when it consented. */
  readonly consentedAt: number | null;
  readonly delivered: boolean;
  readonly strokes: readonly (readonly number[])[];
  /** The name that was typed in place of a signature, of which the strokes are the letters; "" where one was drawn. */
  readonly typed: string;
  /** Whether it was signed, and then changed: until somebody signs what stands now. */
  readonly unsigned: boolean;
  readonly medium: "screen" | "paper";
  /** Of one on paper: the day that stands on it, such as `2026-11-23`; null for today. */
  readonly signedOn: string | null;
  /** Of one on paper: its photo, shrunk. */
  readonly photo: Uint8Array<ArrayBuffer> | null;
}

export type Step = 1 | 2 | 3;
export type Relation = (typeof RELATIONS)[number];
export const RELATIONS = ["head", "spouse", "child", "other"] as const;

/** Reads a kept draft; one of another campaign, or of a form that this version does not know, begins anew. */
export function readPledgeDraft(kept: unknown, { campaign, head, newId }: Beginning): PledgeDraft {
  const read = v.safeParse(schema, kept);
  if (read.success && read.output.campaign === campaign) return read.output;
  return {
    ids: { delivery: newId(), consent: newId(), pledge: newId() },
    step: 1,
    campaign,
    asked: [],
    reasked: false,
    agreed: [],
    signer: head,
    relation: "head",
    relationText: "",
    purposes: [],
    consentedAt: null,
    delivered: false,
    strokes: [],
    typed: "",
    unsigned: false,
    medium: "screen",
    signedOn: null,
    photo: null,
  };
}

interface Beginning {
  readonly campaign: string;
  /** Name of the head, who signs more often than not. */
  readonly head: string;
  readonly newId: () => string;
}

/**
 * A draft with a part of it changed. Nobody has signed words that came after the signature: where they change it goes. The
 * photo of a paper stays, since the paper shows itself what was signed.
 */
export function changeDraft(draft: PledgeDraft, part: Partial<PledgeDraft>): PledgeDraft {
  const next = { ...draft, ...part };
  const wasSigned = draft.strokes.length > 0 || draft.typed !== "";
  if (wasSigned && signedWords(draft) !== signedWords(next))
    return { ...next, strokes: [], typed: "", unsigned: true };
  return next.strokes.length > 0 ? { ...next, unsigned: false, reasked: false } : next;
}

/**
 * A draft as the campaign asks now. Where the ward has changed the words it is gone through anew: what is the same stays
 * ticked, and nobody has signed the rest.
 */
export function asAsked(draft: PledgeDraft, { items, consent }: Campaign): PledgeDraft {
  const purposes = consent.purposes.map(({ id: name, text }) => ({
    id: name,
    text,
    version: consent.version,
  }));
  const asked = [...items.map(wordsOf), ...purposes.map(wordsOf)];
  const before = draft.asked.length > 0 ? draft.asked : asked;
  const isSame = before.length === asked.length && asked.every((words) => before.includes(words));
  if (isSame) return draft.asked.length > 0 ? draft : { ...draft, asked };
  const stay = (all: readonly Asked[], ticked: readonly string[]) =>
    all.filter((one) => ticked.includes(one.id) && before.includes(wordsOf(one))).map((one) => one.id);
  return {
    ...draft,
    asked,
    reasked: true,
    step: 1,
    agreed: stay(items, draft.agreed),
    purposes: stay(purposes, draft.purposes),
    strokes: [],
    typed: "",
    unsigned: draft.unsigned || draft.strokes.length > 0 || draft.typed !== "",
  };
}

interface Asked {
  readonly id: string;
  readonly text: string;
  readonly article?: number | string;
  readonly version?: number | string;
}

function wordsOf({ id: name, text, article, version }: Asked): string {
  return JSON.stringify([name, text, article, version]);
}

/** All that a signature stands under: what is agreed, who signs, and what is consented to. */
function signedWords({ agreed, signer, relation, relationText, purposes }: PledgeDraft): string {
  const own = relation === "other" ? relationText.trim() : "";
  return JSON.stringify([agreed.toSorted(), signer.trim(), relation, own, purposes.toSorted()]);
}

/** What keeps a step from going on. */
export type Missing =
  | "items"
  | "signer"
  | "consent"
  | "signature"
  | "signedOn"
  | "photoConsent"
  | "photo"
  | null;

/** What the open step still lacks; the signature is judged when it is saved. */
export function lackingAt(
  { step, agreed, signer, purposes }: PledgeDraft,
  { items, consent }: Campaign,
): Missing {
  if (step === 1) return items.some(({ id }) => agreed.includes(id)) ? null : "items";
  if (signer.trim() === "") return "signer";
  // The first purpose is what a pledge needs to be kept at all.
  const [first] = consent.purposes;
  return first && !purposes.includes(first.id) ? "consent" : null;
}

/** Id of the purpose for which the photo of a paper is kept, where a campaign asks for it. */
export const PHOTO_PURPOSE = "photo";

/** What a pledge on paper still lacks on `today`, such as `2026-11-23`. */
export function lackingOnPaper(
  { signedOn, photo, purposes }: PledgeDraft,
  { consent }: Campaign,
  today: string,
): Missing {
  if (signedOn !== null && (signedOn === "" || signedOn > today)) return "signedOn";
  const isAsked = consent.purposes.some((one) => one.id === PHOTO_PURPOSE);
  if (isAsked && !purposes.includes(PHOTO_PURPOSE)) return "photoConsent";
  return photo === null ? "photo" : null;
}

const id = v.custom<string>(isStatementId);
const ids = v.pipe(v.array(v.string()), v.maxLength(200));
const schema = v.object({
  ids: v.object({ delivery: id, consent: id, pledge: id }),
  step: v.picklist([1, 2, 3]),
  campaign: v.string(),
  asked: v.optional(v.array(v.string()), []),
  reasked: v.optional(v.boolean(), false),
  agreed: ids,
  signer: v.string(),
  relation: v.picklist(RELATIONS),
  relationText: v.string(),
  purposes: ids,
  consentedAt: v.nullable(v.number()),
  delivered: v.boolean(),
  strokes: v.pipe(v.array(v.array(v.number())), v.maxLength(MOST_PATH_BYTES)),
  typed: v.optional(v.string(), ""),
  unsigned: v.optional(v.boolean(), false),
  medium: v.optional(v.picklist(["screen", "paper"]), "screen"),
  signedOn: v.optional(v.nullable(v.string()), null),
  photo: v.optional(v.nullable(v.custom<Uint8Array<ArrayBuffer>>(ArrayBuffer.isView)), null),
});
