import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Household } from "../../domain/household-facts.ts";
import { isNameless } from "../../domain/household/nameless.ts";
import { pledgesOf } from "../../domain/household/pledges-of.ts";
import type { Membership, WardView } from "../../phone/api/phone.ts";
import { EmptyState } from "../parts/EmptyState.tsx";
import { isAtWork, useHere } from "../parts/hooks/HereContext.tsx";
import { householdName } from "../parts/words/household-names.ts";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Screen } from "../parts/Screen.tsx";
import { SendingBanner } from "../parts/SendingBanner.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { UndoToast } from "../parts/UndoToast.tsx";
import { useApartWords } from "../parts/hooks/use-apart-words.ts";
import { useLive } from "../parts/hooks/use-live.ts";
import { useSay } from "../parts/hooks/use-say.ts";
import { pledges as words } from "../text/vi/pledges.ts";
import { ErasedHousehold } from "./ErasedHousehold.tsx";
import { PledgeCard } from "./PledgeCard.tsx";
import "./TwoPledges.css";

/** `/ho/<id>/hai-ban`: the pledges of one household beside each other, of which somebody who knows it chooses one. */
export function TwoPledges({ id }: { readonly id: string }) {
  useApartWords("pledges", words);
  const { t } = useTranslation("pledges");
  const { membership, ward } = useHere();
  const household = useLive("household", membership?.ward ?? null, id);
  const back = `/ho/${id}`;
  if (membership === null || household === null || (membership && !isAtWork(membership))) {
    return (
      <Screen title={t("title")} back={back}>
        <EmptyState title={t("none")} />
      </Screen>
    );
  }
  if (!membership || !ward || !household) return <Screen title={t("title")} back={back} />;
  if (isNameless(household)) return <ErasedHousehold title={t("title")} household={household} as="page" />;
  return <OpenPledges {...{ membership, ward, household }} />;
}

function OpenPledges({ membership, ward, household }: OpenPledgesProps) {
  const { t } = useTranslation("pledges");
  const { t: common } = useTranslation("common");
  const { act, now } = usePhone();
  const { run, busy, trouble } = useSay();
  const [kept, setKept] = useState<string | null>(null);
  const campaign = ward.campaign?.id;
  const standing = campaign === undefined ? [] : pledgesOf(household, campaign);
  const isSettled = standing.some(({ chosen }) => chosen);

  async function prefer(pledge: string) {
    const said = { type: "pledge.preferred", sub: household.id, body: { campaign, pledge } };
    const done = await run(() => act.say(membership.ward, [said]));
    if (done.ok) setKept(done.value[0] ?? null);
  }

  return (
    <Screen
      title={t("title")}
      subtitle={householdName(common, household)}
      back={`/ho/${household.id}`}
      banner={<SendingBanner ward={membership.ward} />}
    >
      {standing.length < 2 ? <EmptyState title={t("none")} /> : <p>{t(isSettled ? "settled" : "ask")}</p>}
      <Trouble text={trouble} />
      <ol className="two-pledges">
        {standing.map((one, at) => (
          <PledgeCard
            key={one.pledge.jti}
            {...one}
            number={at + 1}
            ward={ward}
            now={now(ward.slug)}
            settled={isSettled}
            busy={busy}
            onPrefer={standing.length < 2 ? null : () => void prefer(one.pledge.jti)}
          />
        ))}
      </ol>
      {kept !== null && (
        <UndoToast
          key={kept}
          words={t("kept")}
          undone={t("undone")}
          onUndo={() => run(() => act.retract(membership.ward, kept, household.id))}
          onClose={() => setKept(null)}
        />
      )}
    </Screen>
  );
}

interface OpenPledgesProps {
  readonly membership: Membership;
  readonly ward: WardView;
  readonly household: Household;
}
