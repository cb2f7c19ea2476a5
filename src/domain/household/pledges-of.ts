import { countingPledge, type Household, type Pledge } from "../household-facts.ts";

/** A pledge among others of one household for one campaign. */
export interface Standing {
  readonly pledge: Pledge;
  /** Whether it is the one that counts. */
  readonly counts: boolean;
  /** Whether somebody has chosen it; one that is merely the first counts until then. */
  readonly chosen: boolean;
}

/** The pledges of a campaign that were not withdrawn, the oldest first, and how each stands. */
export function pledgesOf(household: Household, campaign: string): readonly Standing[] {
  const counting = countingPledge(household, campaign)?.jti;
  return household.pledges
    .filter((pledge) => pledge.campaign === campaign && !pledge.withdrawn)
    .sort((a, b) => a.at - b.at)
    .map((pledge) => ({
      pledge,
      counts: pledge.jti === counting,
      chosen: pledge.jti === household.preferred[campaign],
    }));
}
