import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { Redirect, useSearch } from "wouter";
import { isNameless } from "../../domain/household/nameless.ts";
import type { Campaign } from "../../domain/ward-facts.ts";
import type { Membership, WardView } from "../../phone/api/phone.ts";
import { pledgeDraftKey } from "../../phone/drafts/pledge-draft-key.ts";
import { editionFor } from "../household/edition.ts";
import { EmptyState } from "../parts/EmptyState.tsx";
import { useHere } from "../parts/hooks/HereContext.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Screen } from "../parts/Screen.tsx";
import { useDraft } from "../parts/hooks/use-draft.ts";
import { useGapWords } from "../parts/hooks/use-gap-words.ts";
import { useLive } from "../parts/hooks/use-live.ts";
import { pledgeHome } from "./pledge-home.ts";
import { PledgeForm, type PledgeFormProps, type Signatory } from "./PledgeForm.tsx";
import { readPledgeDraft } from "./pledge-draft.ts";

/** `/ho/<id>/ky`: a household's pledge in three steps, found again where it was left. */
export function Pledge({ id, onKept }: PledgeProps) {
  const { t } = useTranslation("pledge");
  const { membership, ward } = useHere();
  const household = useLive("row", membership?.ward ?? null, id);
  const gap = useGapWords(membership?.ward ?? null);
  const close = membership ? pledgeHome(membership, id) : `/ho/${id}`;
  // What an erased household signed would be erased, too.
  if (membership === null || household === null || (household && isNameless(household)))
    return <Redirect replace to={close} />;
  if (!membership || !ward || !household) return <Screen tabs={false} close={close} />;
  const edition = editionFor(ward, household.area);
  if (!ward.campaign || edition === undefined) {
    return (
      <Screen title={t("title", { campaign: "" }).trim()} tabs={false} close={close}>
        <EmptyState title={gap(t("noCampaign"))} />
      </Screen>
    );
  }
  return <OpenPledge {...{ membership, ward, household, edition, onKept }} campaign={ward.campaign} />;
}

function OpenPledge({ membership, ward, household, campaign, edition, onKept }: OpenPledgeProps) {
  const again = new URLSearchParams(useSearch()).has("lai");
  const { newId } = usePhone();
  // Who found a slip that was not meant for them is told no name.
  const head = membership.role === "household" ? "" : (household.head ?? "");
  const read = useCallback(
    (kept: unknown) => readPledgeDraft(kept, { campaign: campaign.id, head, newId }),
    [campaign.id, head, newId],
  );
  const draft = useDraft(pledgeDraftKey(membership.ward, household.id), read);
  if (!draft) return <Screen tabs={false} close={pledgeHome(membership, household.id)} />;
  const signed = !draft.begun && !again && household.status.word === "signed";
  return (
    <GuardedPledge {...{ membership, ward, household, head, campaign, edition, draft, signed, onKept }} />
  );
}

/** Whoever comes back here by the browser's button after signing does not sign twice by mistake. Judged once, as it opens: by saving it becomes signed too. */
function GuardedPledge({ signed, ...form }: PledgeFormProps & { readonly signed: boolean }) {
  const [wasSigned] = useState(signed);
  const home = pledgeHome(form.membership, form.household.id);
  return wasSigned ? <Redirect replace to={home} /> : <PledgeForm {...form} />;
}

interface PledgeProps {
  readonly id: string;
  /** Told the id of the pledge once it is kept. */
  readonly onKept: (pledge: string) => void;
}

interface OpenPledgeProps extends Pick<PledgeProps, "onKept"> {
  readonly membership: Membership;
  readonly ward: WardView;
  readonly household: Signatory;
  readonly campaign: Campaign;
  readonly edition: number | string;
}
