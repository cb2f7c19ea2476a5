import type { Campaign, CampaignConsent, CampaignItem, FormerWords } from "../ward-facts.ts";

/** The words that stood under an item's id at a moment (seconds), offered still or not; undefined where there never were any. */
export function itemAt(campaign: Worded, id: string, at: number): CampaignItem | undefined {
  return wordsAt(campaign.items, formerItems(campaign), (one) => one.id === id, at);
}

/** Items by their ids as they stood at a moment (seconds); those that this phone has not heard of are left out. */
export function itemsAt(campaign: Worded, ids: readonly string[], at: number): CampaignItem[] {
  return ids.flatMap((id) => itemAt(campaign, id, at) ?? []);
}

/** What was asked under a version at a moment (seconds): a household that consented named the version, and not the words. */
export function consentAt(
  campaign: Worded,
  version: number | string,
  at: number,
): CampaignConsent | undefined {
  const isMeant = (one: CampaignConsent) => String(one.version) === String(version);
  return wordsAt([campaign.consent], formerConsents(campaign), isMeant, at);
}

/** Items that stood once, and do not stand so any more. */
export function formerItems({ former = [] }: Worded): Former<CampaignItem>[] {
  return former.flatMap(({ words, ...rest }) => ("purposes" in words ? [] : { words, ...rest }));
}

/** What households were once asked to consent to, and are not asked so any more. */
export function formerConsents({ former = [] }: Worded): Former<CampaignConsent>[] {
  return former.flatMap(({ words, ...rest }) => ("purposes" in words ? { words, ...rest } : []));
}

/** What has words of its own, now and before. */
export type Worded = Pick<Campaign, "items" | "consent" | "former">;

type Former<Words> = Omit<FormerWords, "words"> & { readonly words: Words };

function wordsAt<Words>(
  now: readonly Words[],
  before: readonly Former<Words>[],
  isMeant: (words: Words) => boolean,
  at: number,
): Words | undefined {
  const former = before.filter(({ words }) => isMeant(words));
  return former.find(({ until }) => at < until)?.words ?? now.find(isMeant) ?? former.at(-1)?.words;
}
