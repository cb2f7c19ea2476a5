import * as v from "valibot";
import type { Device } from "../../domain/ward-facts.ts";
import type { HouseholdLink } from "../../phone/api/household-link.ts";
import type { WardView } from "../../phone/api/phone.ts";
import { linkDraftKey } from "../../phone/drafts/link-draft-key.ts";
import { useLive } from "../parts/hooks/use-live.ts";

/** A link that this phone gave to a household, and what became of it. */
export interface LinkState {
  readonly link: HouseholdLink;
  readonly state: "open" | "expired" | "cancelled" | "used";
  /** The household's phone that came in by it. */
  readonly device: Device | null;
}

/** The last link that this phone made for a household; null where there is none, undefined while it looks. */
export function useHouseholdLink(
  ward: WardView | null | undefined,
  household: string,
  now: number,
): LinkState | null | undefined {
  const draft = useLive("draft", ward ? linkDraftKey(ward.slug, household) : null);
  if (draft === undefined || !ward) return undefined;
  const read = v.safeParse(schema, draft);
  if (!read.success) return null;
  const link = read.output;
  const device = Object.values(ward.devices).find(({ invite }) => invite === link.jti) ?? null;
  if (device) return { link, state: "used", device };
  if (ward.cancelledInvites.includes(link.jti)) return { link, state: "cancelled", device: null };
  return { link, state: link.exp < now ? "expired" : "open", device: null };
}

const schema = v.object({ jti: v.string(), code: v.string(), at: v.number(), exp: v.number() });
