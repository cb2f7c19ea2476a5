import * as v from "valibot";
import { kind } from "./kind.ts";

/** The end of a round of pledges. */
export const campaignClosed = kind({
  type: "campaign.closed",
  about: "campaign",
  body: v.looseObject({}),
  public: "always",
  forHousehold: true,
  onWard(ward, { sub }) {
    const campaign = ward.campaigns.find(({ id }) => id === sub);
    if (campaign) campaign.closed = true;
  },
});
