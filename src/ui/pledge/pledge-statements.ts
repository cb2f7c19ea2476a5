import type { NamedDraft } from "../../domain/statement.ts";
import type { Campaign } from "../../domain/ward-facts.ts";
import { pledge as words } from "../text/vi/pledge.ts";
import type { PledgeDraft } from "./pledge-draft.ts";

/** What a signed pledge takes besides its draft. */
export interface Signing {
  readonly household: string;
  readonly campaign: Campaign;
  readonly edition: number | string;
  /** How it was signed: the SVG path of the signature, or the day that stands on the paper, whose photo goes beside. */
  readonly by: { readonly strokes: string } | { readonly on: string };
  /** Seconds. */
  readonly now: number;
  /** Whether the household had the handbook before. */
  readonly hasHandbook: boolean;
  /** Where the handbook is handed over; at the door unless said. */
  readonly how?: "hand" | "meeting";
  /** Whether the household signs by itself, on its own phone. */
  readonly own?: boolean;
}

/** The statements of one signature: the handbook if it was handed over now, the consent, and the pledge that names it. */
export function pledgeStatements(draft: PledgeDraft, signing: Signing): readonly NamedDraft[] {
  const { household: sub, campaign, edition, by, now, own } = signing;
  const signer = draft.signer.trim();
  const { ids } = draft;
  const items = campaign.items.map(({ id }) => id);
  const purposes = campaign.consent.purposes.map(({ id }) => id).filter((id) => draft.purposes.includes(id));
  return [
    ...(draft.delivered && !signing.hasHandbook ? [deliveryOf(ids.delivery, sub, edition, signing.how)] : []),
    {
      jti: ids.consent,
      type: "consent.given",
      sub,
      body: { purposes, version: campaign.consent.version, at: Math.min(draft.consentedAt ?? now, now) },
      personal: { by: signer },
    },
    {
      jti: ids.pledge,
      type: "pledge.signed",
      sub,
      body: {
        campaign: campaign.id,
        edition,
        agreed: items.filter((id) => draft.agreed.includes(id)),
        declined: items.filter((id) => !draft.agreed.includes(id)),
        ...("on" in by ? { medium: "paper", on: by.on } : { medium: own ? "link" : "screen" }),
        // The letters of a typed name pretend to be no hand's.
        ...(draft.typed.trim() === "" || "on" in by ? {} : { hand: "typed" }),
        consent: ids.consent,
      },
      personal: { signer, relation: relationWords(draft), ...("on" in by ? {} : by) },
    },
  ];
}

/** A handbook put into a household's hands. */
export function deliveryOf(
  jti: string,
  household: string,
  edition: number | string,
  how: "hand" | "meeting" = "hand",
): NamedDraft {
  return { jti, type: "handbook.delivered", sub: household, body: { edition, how } };
}

/** Kept in Vietnamese whatever language the screen speaks: it belongs to the pledge. */
function relationWords({ relation, relationText }: PledgeDraft): string {
  const own = relation === "other" ? relationText.trim() : "";
  return own === "" ? words.relations[relation] : own;
}
